import { isEqual } from 'lodash';
import { useRef, useState } from 'react';

import { correctedFrom, isSigned, withAgreement } from '../../rule/agreement';
import type { RuleField } from '../../rule/fields';
import type { RawRule } from '../rawRule';
import { asText, isBlank, toRawRule } from '../rawRule';
import type { Today } from './today';
import { today } from './today';
import type { StatedRule } from './formPlace';
import type { OpenVersions, Overruled, Overruling, VersionSpan } from './versions';
import {
  beginVersion,
  isAgreedAgain,
  isChangeOfAgreed,
  overruledAmong,
  placeNow,
  ruleOf,
  spansOf,
  startOf,
  startOn,
  versionsOf,
  withChange,
  withMistakeCorrected,
  withoutOpen,
  withoutOverruling,
  withOpen,
  withOtherStart,
  withTypedSignature,
} from './versions';

/** The versions of the rule that a form edits, of which one is open, and what can be done with them. */
export interface FormVersions {
  all: readonly RawRule[];
  spans: readonly VersionSpan[];
  place: number;
  /** The open version. */
  raw: RawRule;
  span: VersionSpan;
  /** The moment at which the open version is tested, epoch ms; undefined for one that has no other, and counts now. */
  testedAt?: number;
  /** A former version that somebody signed: it judged a past, which is not rewritten by the way. One begun just now did not. */
  isLocked: boolean;
  unlock: () => void;
  open: (place: number) => void;
  /**
   * Stores the open version as it is to be, made of what it is then: two inputs may be used before the page has drawn the
   * first change. What is typed into a field says which.
   */
  change: (update: (raw: RawRule) => RawRule | undefined, typed?: Typed) => void;
  /** Where a change of what was agreed began a version of its own: the input beside which to ask whether that was meant. */
  asked?: { inputId?: string };
  keep: () => void;
  /** Begins the version that is asked about on another day. */
  beginOn: (date: string) => void;
  /** The open version can be a correction of the one before it. */
  canCorrect: boolean;
  correct: () => void;
  /** What the open version says otherwise than a rule below it, where somebody agreed on that, and nobody on this. */
  overruled?: Overruling;
  /** Takes back what was changed of what was agreed, here or below; undefined where nothing was, or nobody knows what. */
  takeBack?: () => void;
  /** Begins a version after the open one. */
  begin: (date: string) => void;
  remove: () => void;
  /** The version that was removed just now, as long as nothing else was changed since, and the way back. */
  removed?: { span: VersionSpan; undo: () => void };
  /** Who agreed last on any of the versions, the open one first, else on the rules below; blank where nobody did. */
  lastAgreedBy: string;
  /** Marks the open version as agreed today as it stands, by whom. */
  agree: (by: string) => void;
}

/** An input that something was typed into. */
export interface Typed {
  field: RuleField;
  inputId: string;
}

/** What was asked, and where the focus was then. */
interface Asked {
  inputId?: string;
  focus: Element | null;
}

/** Opens the version in force now, until another is chosen, and follows it where versions come and go. */
export function useVersions(
  value: unknown,
  onChange: (value: unknown) => void,
  below: readonly StatedRule[]
): FormVersions {
  const [chosen, setChosen] = useState<number>();
  const [asked, setAsked] = useState<Asked>();
  const [unlocked, setUnlocked] = useState<number>();
  const clock = today();
  const all = versionsOf(toRawRule(value));
  const place = Math.min(chosen ?? placeNow(all, clock.now), all.length - 1);
  const spans = spansOf(all, clock.now);
  const [raw, span, open] = [all[place], spans[place], { versions: all, place }];
  const overruled = overruledAmong(below, clock.now);
  const back = takenBack(open, overruled, clock);
  const isLocked = span.when === 'past' && isSigned(raw) && unlocked !== place;

  const latest = useLatest(value, { open, asked });
  const put = (next: OpenVersions, ask?: Asked) => {
    latest.put({ open: next, asked: ask });
    setChosen(next.place);
    setAsked(ask);
    onChange(ruleOf(next.versions));
  };
  /** With a version more or less the others have other places; who begins one works on it. */
  const putOther = (next: OpenVersions) => {
    setUnlocked(next.versions.length > latest.get().open.versions.length ? next.place : undefined);
    put(next);
  };
  const removal = useRemoval(open, clock, putOther);
  const answer = (next: OpenVersions) => {
    put(next);
    focusOn(asked?.focus);
  };
  const change: FormVersions['change'] = (update, typed) => {
    if (!isLocked) {
      const next = changedWork(latest.get(), update, typed, { clock, overruled });
      put(next.open, next.asked);
    }
  };
  return {
    all,
    spans,
    place,
    raw,
    span,
    testedAt: testedAt(open, spans, clock),
    isLocked,
    unlock: () => setUnlocked(place),
    open: (other) => {
      latest.forget();
      setChosen(other);
      setAsked(undefined);
    },
    change,
    asked,
    keep: () => {
      setAsked(undefined);
      focusOn(asked?.focus);
    },
    beginOn: (date) => {
      const next = withOtherStart(open, startOn(date, clock));
      setUnlocked(next.place);
      answer(next);
    },
    canCorrect: isChangeOfAgreed(open, overruled),
    correct: () => answer(withMistakeCorrected(open, clock, overruled)),
    overruled: overruled(raw),
    takeBack: back && (() => put(back)),
    begin: (date) => {
      const next = begunOn(open, startOn(date, clock));
      (next.versions.length > all.length ? putOther : put)(next);
    },
    ...removal,
    lastAgreedBy: lastAgreedBy(open, below),
    agree: (agreedBy) => {
      const { open: now } = latest.get();
      put(withOpen(now, withAgreement(now.versions[now.place], { agreedBy, agreedOn: clock.date })));
    },
  };
}

/** The open version with a new one after it, from a day on; where one begins then already, that is open. */
function begunOn({ versions, place }: OpenVersions, from: string): OpenVersions {
  const same = versions.findIndex((one) => startOf(one) === startOf({ validFrom: from }));
  return same < 0 ? beginVersion({ versions, place }, versions[place], from) : { versions, place: same };
}

/** The way back to what was agreed, below or here: where a version was begun of that, or what it says keeps what it said. */
function takenBack(open: OpenVersions, overruled: Overruled, clock: Today): OpenVersions | undefined {
  const { [open.place]: version } = open.versions;
  if (overruled(version)) {
    return withoutOverruling(open, overruled, clock);
  }
  const agreed = correctedFrom(version);
  if (agreed) {
    return withOpen(open, agreed);
  }
  return isChangeOfAgreed(open, overruled) && spansOf(open.versions, clock.now)[open.place].when === 'now'
    ? withoutOpen(open)
    : undefined;
}

function lastAgreedBy({ versions, place }: OpenVersions, below: readonly StatedRule[]): string {
  const inOther = below.toReversed().flatMap(({ value }) => versionsOf(toRawRule(value)).toReversed());
  const all = [versions[place], ...versions.toReversed(), ...inOther];
  const signed = all.find(({ agreedBy }) => !isBlank(agreedBy));
  return asText(signed?.agreedBy);
}

/** What a form works on: the versions, and what is asked about a change of them. */
interface Work {
  open: OpenVersions;
  asked?: Asked;
}

/** What a change of the open version makes of them, and whether it has to be asked about. */
function changedWork(
  { open, asked }: Work,
  update: (raw: RawRule) => RawRule | undefined,
  typed: Typed | undefined,
  { clock, overruled }: { clock: Today; overruled: Overruled }
): Work {
  const before = open.versions[open.place];
  const changed = update(before) ?? {};
  if (typed && (typed.field === 'agreedBy' || typed.field === 'agreedOn')) {
    return { open: withOpen(open, withTypedSignature(before, changed, typed.field, clock)) };
  }
  const next = withChange(open, changed, clock, overruled);
  // Typed back to what was agreed: nothing was changed.
  if (asked && isAgreedAgain(next, overruled)) {
    return { open: withMistakeCorrected(next, clock, overruled) };
  }
  return { open: next, asked: next.asks ? { inputId: typed?.inputId, focus: document.activeElement } : asked };
}

/**
 * What was put last, as long as the page has not drawn it: Grafana draws a change of the options some time after it, and
 * a list of choices reports its choice later still, so that what was drawn last may be older than what was typed.
 *
 * @param value - What is stored, as it was drawn.
 * @param drawn - What is made of it.
 */
function useLatest(value: unknown, drawn: Work): { get: () => Work; put: (work: Work) => void; forget: () => void } {
  const held = useRef<Work & { over: unknown }>();
  return {
    get: () => (held.current && Object.is(held.current.over, value) ? held.current : drawn),
    put: (work) => (held.current = { ...work, over: value }),
    forget: () => (held.current = undefined),
  };
}

/** Removes the open version, and knows the way back as long as nothing else was changed. */
function useRemoval(
  open: OpenVersions,
  { now }: Today,
  put: (next: OpenVersions) => void
): Pick<FormVersions, 'remove' | 'removed'> {
  const [removal, setRemoval] = useState<{ before: OpenVersions; after: readonly RawRule[] }>();
  const remove = () => {
    const next = withoutOpen(open);
    setRemoval({ before: open, after: next.versions });
    put(next);
  };
  if (removal === undefined || !isEqual(removal.after, open.versions)) {
    return { remove };
  }
  const { before } = removal;
  const undo = () => {
    setRemoval(undefined);
    put(before);
  };
  return { remove, removed: { span: spansOf(before.versions, now)[before.place], undo } };
}

/**
 * A moment at which a version is in force, the last one that is known of it. Undefined for the only one that counts now. The
 * only one may be to come, too: what counts until then stands in another source.
 */
function testedAt(
  { versions, place }: OpenVersions,
  spans: readonly VersionSpan[],
  { now }: Today
): number | undefined {
  const { when, until } = spans[place];
  const start = startOf(versions[place]);
  if (when === 'past') {
    return startOf({ validFrom: until }) - 1;
  }
  return start > now ? start : versions.length > 1 ? now : undefined;
}

/** Back to where somebody typed: what was pressed is gone. */
function focusOn(element: Element | null | undefined): void {
  if (element instanceof HTMLElement && element.isConnected) {
    element.focus({ preventScroll: true });
  }
}
