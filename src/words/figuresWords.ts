import type { Figures } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import { formatDuration, formatElapsed } from '../time/duration';
import { DAY, HOUR, WEEK } from '../time/units';
import type { Translate } from './translate';
import { checkedWords } from './checkedWords';

type Figured = Pick<MetricProtocol, 'kind' | 'view' | 'inView' | 'stepMs' | 'rule' | 'now'>;

/**
 * The figures of the range in view, each a few words: "2 breaches", "4 d 9 h in breach", "longest 3 d 4 h". Last how far
 * apart the values are that were judged, and whether that is too seldom for the rule.
 */
export function figuresWords(t: Translate, metric: Figured): string[] {
  return [...viewWords(t, metric), ...stepWords(t, metric)];
}

function viewWords(t: Translate, { inView, view, now }: Figured): string[] {
  if (!inView) {
    return [t('views.figures.not-in-view', 'nothing in the time shown')];
  }
  // Of a range that is too young as a whole there is no history, and no breach that could be counted.
  return now.judgedTo !== undefined && view.segments.length === 0
    ? [t('views.figures.none-judged', 'nothing in the time shown is final yet')]
    : breachWords(t, view.figures);
}

/** What happened in the range in view, without what it was judged on. */
export function breachWords(t: Translate, { breaches, inBreachMs, longestMs, flaps, atLeast }: Figures): string[] {
  if (breaches === 0) {
    return [
      atLeast
        ? t('views.figures.none-known', 'no known breach in the time shown')
        : t('views.figures.none', 'no breach in the time shown'),
    ];
  }
  const inBreach = { length: formatElapsed(inBreachMs) };
  const words = [
    breachCount(t, breaches),
    atLeast
      ? t('views.figures.in-breach-at-least', 'at least {{length}} in breach', inBreach)
      : t('views.figures.in-breach', '{{length}} in breach', inBreach),
  ];
  if (breaches > 1) {
    words.push(t('views.figures.longest', 'longest {{length}}', { length: formatElapsed(longestMs) }));
  }
  if (flaps > 0) {
    words.push(
      t('views.figures.flaps', '{{count}} quick repeats', {
        count: flaps,
        defaultValue_one: '{{count}} quick repeat',
        defaultValue_other: '{{count}} quick repeats',
      })
    );
  }
  return words;
}

/** "2 breaches". */
export function breachCount(t: Translate, count: number): string {
  return t('views.figures.breaches', '{{count}} breaches', {
    count,
    defaultValue_one: '{{count}} breach',
    defaultValue_other: '{{count}} breaches',
  });
}

/** How far apart the values are: "daily values", "a value every 15 min". */
function valuesWords(t: Translate, stepMs: number): string {
  switch (stepMs) {
    case HOUR:
      return t('views.figures.hourly', 'hourly values');
    case DAY:
      return t('views.figures.daily', 'daily values');
    case WEEK:
      return t('views.figures.weekly', 'weekly values');
    default:
      return t('views.figures.every', 'a value every {{length}}', { length: formatDuration(stepMs) });
  }
}

function stepWords(t: Translate, metric: Figured): string[] {
  const { stepMs = 0 } = metric;
  if (!(stepMs > 0)) {
    return [];
  }
  const checked = checkedWords(t, metric);
  return [
    valuesWords(t, stepMs),
    checked &&
      t('views.figures.checked', 'checked {{every}}: whether it lasts {{length}} can’t be told in between', checked),
  ].filter((words) => words !== undefined);
}
