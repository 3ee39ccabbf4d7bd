import { plainName } from '../sheet/plainName';
import type { Answer } from './answer';

/** The answers, by what is said. */
type AnswerKind = Answer['kind'];

/** What a cell says, with what stands behind it. */
export interface WhatReading {
  kind: AnswerKind;
  /** "Ben" of "Handed to Ben", "1 Dec 2026" of "Accepted until 1 Dec 2026"; blank where nothing stands there. */
  object: string;
  /** What stands behind a colon or a dash: "Done: called ten leads". */
  note: string;
}

/** What people write, without case, spacing and punctuation. */
const SAID: Readonly<Record<AnswerKind, readonly string[]>> = {
  taken: [
    ...['taken', 'take', 'i have it', 'have it', 'has it', 'i take it', 'on it', 'i am on it', 'i’m on it', 'mine'],
    ...['acknowledged', 'ack', 'in progress', 'working on it', 'next word by', 'i have it, next word by'],
  ],
  acted: ['acted', 'done', 'fixed', 'resolved', 'solved', 'action taken'],
  handedOver: [
    ...['handed over', 'handed over to', 'handed to', 'hand over', 'hand over to', 'passed on', 'passed on to'],
    ...['passed to', 'reassigned', 'reassigned to', 'delegated', 'delegated to', 'escalated to'],
  ],
  accepted: ['accepted', 'accepted until', 'accept', 'accept until', 'lived with', 'lived with until'],
  falseAlarm: ['false alarm', 'false positive', 'not real', 'data error'],
  ruleWrong: ['rule wrong', 'rule is wrong', 'the rule is wrong', 'wrong rule', 'level is wrong', 'threshold is wrong'],
};

const KINDS = new Map(
  (Object.keys(SAID) as AnswerKind[]).flatMap((kind) => SAID[kind].map((words) => [plainName(words), kind]))
);

/** No answer has more. */
const MOST_WORDS = 6;

/** Those that are said of somebody, or of a moment. */
const WITH_OBJECT: readonly AnswerKind[] = ['handedOver', 'accepted', 'taken'];

/**
 * Reads what somebody says of a breach: one of the answers that the panel knows, in a few words for each and in any case,
 * with whom or until when behind it ("Handed to Ben") and a note after a colon or a dash ("Done: called ten leads").
 *
 * @returns Undefined where it is none of them: what a free text means is not guessed.
 */
export function readWhat(text: string): WhatReading | undefined {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const said = words.slice(0, count).join(' ');
    const kind = KINDS.get(plainName(said));
    const { object, note } = partsOf(words.slice(count).join(' '), /[:–—]$/u.test(said));
    if (kind && (object === '' || WITH_OBJECT.includes(kind))) {
      return { kind, object, note };
    }
  }
  return undefined;
}

/** A time of day has a colon, too, and no space behind it. */
function partsOf(rest: string, isNote: boolean): Pick<WhatReading, 'object' | 'note'> {
  const [object, note] = isNote
    ? ['', rest]
    : (/^(.*?)(?::\s|\s?[–—]\s|^-\s|\s-\s)(.*)$/su.exec(rest)?.slice(1) ?? [rest, '']);
  return { object: object.trim(), note: note.trim() };
}
