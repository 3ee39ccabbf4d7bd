import type { Handover, HandoverBreach, HandoverSubject } from '../../protocol/handover/handover';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import {
  acceptedItem,
  beganWords,
  cantJudgeWords,
  changedItem,
  endedWords,
  needingWords,
  worseWords,
} from './itemWords';
import { openOnRecordWords, originWords } from './onRecordWords';
import { elsewhereWords, notReadWords } from './notReadWords';
import type { Topic } from './partWords';
import { nobodyNeeded, topicName } from './partWords';

/** One thing that a handover tells. */
export interface HandoverItem {
  key: string;
  /** What its words begin with, to be seen at once: the metric. Undefined where they are of none. */
  label?: string;
  words: string;
  /** Where it is shown; undefined where it is of no metric. */
  panel?: HandoverSubject['panel'];
  /** Where it is told from, said quietly after it: undefined where that is the data. */
  origin?: string;
}

/** What a handover tells of one topic. */
export interface HandoverPart {
  topic: Topic;
  title: string;
  /** All of it, what matters most first. */
  items: readonly HandoverItem[];
  /** How many of the items are read aloud. */
  aloud: number;
}

/** A line that is read aloud: a part, or two that share it. */
export type HandoverLine = readonly HandoverPart[];

/** So many of a topic are read aloud, so that all of it is read in a minute. */
const ALOUD: Readonly<Record<Topic, number>> = {
  needs: 3,
  began: 3,
  worse: 2,
  ended: 2,
  accepted: 2,
  changed: 2,
  cantSay: 3,
};

/** Five lines: what is new and what got worse share one, and so do the last two topics. */
const LINES: ReadonlyArray<readonly Topic[]> = [
  ['needs'],
  ['began', 'worse'],
  ['ended'],
  ['accepted'],
  ['changed', 'cantSay'],
];

/**
 * A handover in its lines, five at most, in the order in which they are read aloud. The first is always there: it says so
 * where nobody is needed. Of a topic with nothing to tell there is no part, of a line without a part no line.
 */
export function handoverLines(t: Translate, handover: Handover, times: TimeWords): HandoverLine[] {
  return LINES.map((topics) =>
    topics.map((topic) => partOf(t, topic, handover, times)).filter(({ items }) => items.length > 0)
  ).filter((line) => line.length > 0);
}

/** What of a part is read aloud: where all of it is told from one place, that is said once, after it. */
export function aloudItems(t: Translate, { items, aloud }: HandoverPart): { items: HandoverItem[]; origin?: string } {
  const read = items.slice(0, aloud);
  const isAlike = read.length > 1 && read.every(({ origin }) => origin === originWords(t));
  return isAlike
    ? {
        items: read.map(({ origin: _, ...item }) => item),
        origin: t('handover.all-from-record', 'All from the record.'),
      }
    : { items: read };
}

/** What a part says aloud: "Iberia 9.3 h, critical for 7 d. … And 2 more." */
export function aloudWords(t: Translate, part: HandoverPart): string {
  const { items, origin } = aloudItems(t, part);
  return [...items.map(itemWords), origin, moreWords(t, part)].filter(Boolean).join(' ');
}

/** What is said of one thing, with where it is told from. */
export function itemWords({ words, origin }: HandoverItem): string {
  return origin === undefined ? words : `${words} ${origin}`;
}

/** How many of a part are not read aloud; undefined where all are. */
export function moreWords(t: Translate, { items, aloud }: HandoverPart): string | undefined {
  const more = items.length - aloud;
  return more > 0 ? t('handover.and-more', 'And {{more}} more.', { more }) : undefined;
}

/** "Handover since yesterday 09:00". */
export function handoverTitle(
  t: Translate,
  { since, at, isLive }: Pick<Handover, 'since' | 'at' | 'isLive'>,
  times: TimeWords
): string {
  return isLive
    ? t('handover.title', 'Handover since {{since}}', { since: times.day(since) })
    : t('handover.title-then', 'Handover since {{since}}, as of {{at}}', { since: times.day(since), at: times.at(at) });
}

/** What is told last, of what is quiet: "Besides: 9 OK, 1 watching." Undefined where there is nothing else. */
export function calmWords(t: Translate, { tally }: Pick<Handover, 'tally'>): string | undefined {
  const { normal, pending, recovering } = tally;
  const parts = [
    normal > 0 && t('handover.count-normal', '{{n}} OK', { n: normal }),
    pending > 0 && t('handover.count-pending', '{{n}} watching', { n: pending }),
    recovering > 0 && t('handover.count-recovering', '{{n}} easing', { n: recovering }),
  ].filter(Boolean);
  const counts = parts.join(', ');
  return counts === '' ? undefined : t('handover.calm', 'Besides: {{counts}}.', { counts });
}

function partOf(t: Translate, topic: Topic, handover: Handover, times: TimeWords): HandoverPart {
  const items = itemsOf(t, topic, handover, times);
  const aloud = Math.min(items.length, ALOUD[topic]);
  return { topic, title: topicName(t, topic), items, aloud };
}

function itemsOf(t: Translate, topic: Topic, handover: Handover, times: TimeWords): HandoverItem[] {
  switch (topic) {
    case 'needs':
      return needsOf(t, handover, times);
    case 'began':
      return handover.began.map((one) => breachItem(t, one, beganWords(t, one, times)));
    case 'worse':
      return handover.worse.map((one) => breachItem(t, one, worseWords(t, one, times)));
    case 'ended':
      return handover.ended.map((one) => breachItem(t, one, endedWords(t, one, times)));
    case 'accepted':
      return handover.accepted.map((one) => ({
        ...itemOf(one, acceptedItem(t, one, times)),
        ...(one.isOnRecordAlone && { origin: originWords(t) }),
      }));
    case 'changed':
      return handover.changed.map((one) => itemOf(one, changedItem(t, one, times), `${one.change?.at}`));
    case 'cantSay':
      return [
        ...handover.cantJudge.map((one) => itemOf(one, cantJudgeWords(t, one, times))),
        ...[...notReadWords(t, handover.notRead, times), ...elsewhereWords(t, handover.elsewhere, times)].map(
          (words) => ({ key: words, words })
        ),
      ];
  }
}

/** What data show comes first: of the rest nobody knows whether it still fires. */
function needsOf(t: Translate, handover: Handover, times: TimeWords): HandoverItem[] {
  const { needs, openOnRecord } = handover;
  const items = [
    ...needs.map((one) => itemOf(one, needingWords(t, one, times))),
    ...openOnRecord.map((one) => breachItem(t, one, openOnRecordWords(t, one, times))),
  ];
  return items.length === 0 ? [{ key: 'nobody', words: nobodyNeeded(t, handover) }] : items;
}

function breachItem(t: Translate, breach: HandoverBreach, words: string): HandoverItem {
  const { record, row } = breach;
  return { ...itemOf(breach, words, row.key), ...(record && { origin: originWords(t, record) }) };
}

function itemOf({ id, panel, label }: HandoverSubject, words: string, key = ''): HandoverItem {
  return { key: `${id} ${key}`, label, words, panel };
}
