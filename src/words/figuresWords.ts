import type { Figures } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import { formatDuration } from '../time/duration';
import type { Translate } from './translate';
import { checkedWords } from './checkedWords';

type Figured = Pick<MetricProtocol, 'kind' | 'view' | 'inView' | 'stepMs' | 'rule' | 'now'>;

/**
 * The figures of the range in view, each a few words: "2 breaches", "4 d 9 h in breach", "longest 3 d 4 h". Last what
 * was judged, and whether that is too seldom for the rule.
 */
export function figuresWords(t: Translate, metric: Figured): string[] {
  return [...viewWords(t, metric), ...stepWords(t, metric)];
}

function viewWords(t: Translate, { inView, view, now }: Figured): string[] {
  if (!inView) {
    return [t('views.figures.not-in-view', 'nothing in view')];
  }
  // Of a range that is too young as a whole there is no history, and no breach that could be counted.
  return now.judgedTo !== undefined && view.segments.length === 0
    ? [t('views.figures.none-judged', 'nothing in view is judged yet')]
    : breachWords(t, view.figures);
}

/** What happened in the range in view, without what it was judged on. */
export function breachWords(t: Translate, { breaches, inBreachMs, longestMs, flaps, atLeast }: Figures): string[] {
  if (breaches === 0) {
    return [
      atLeast ? t('views.figures.none-known', 'no known breach in view') : t('views.figures.none', 'no breach in view'),
    ];
  }
  const inBreach = { length: formatDuration(inBreachMs) };
  const words = [
    breachCount(t, breaches),
    atLeast
      ? t('views.figures.in-breach-at-least', 'at least {{length}} in breach', inBreach)
      : t('views.figures.in-breach', '{{length}} in breach', inBreach),
  ];
  if (breaches > 1) {
    words.push(t('views.figures.longest', 'longest {{length}}', { length: formatDuration(longestMs) }));
  }
  if (flaps > 0) {
    words.push(
      t('views.figures.flaps', '{{count}} flaps', {
        count: flaps,
        defaultValue_one: '{{count}} flap',
        defaultValue_other: '{{count}} flaps',
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

function stepWords(t: Translate, metric: Figured): string[] {
  const { stepMs = 0 } = metric;
  if (!(stepMs > 0)) {
    return [];
  }
  const checked = checkedWords(t, metric);
  return [
    t('views.figures.judged-on', 'judged on {{step}} values', { step: formatDuration(stepMs) }),
    checked &&
      t('views.figures.checked', 'checked {{every}}: whether it lasts {{length}} can’t be told in between', checked),
  ].filter((words) => words !== undefined);
}
