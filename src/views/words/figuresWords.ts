import type { Figures } from '../../evaluation/evaluation';
import { formatDuration } from '../../rule/duration';
import type { Translate } from '../../rule/translate';

/** The figures of the range in view, each a few words: "2 breaches", "4 d 9 h in breach", "longest 3 d 4 h". */
export function figuresWords(t: Translate, figures: Figures, stepMs?: number): string[] {
  return [...breachWords(t, figures), ...judgedOn(t, stepMs)];
}

/** What happened in the range in view, without what it was judged on. */
export function breachWords(t: Translate, { breaches, inBreachMs, longestMs, flaps, atLeast }: Figures): string[] {
  if (breaches === 0) {
    return [atLeast ? t('views.figures.none-known', 'no known breach') : t('views.figures.none', 'no breach in view')];
  }
  const inBreach = { length: formatDuration(inBreachMs) };
  const words = [
    t('views.figures.breaches', '{{count}} breaches', {
      count: breaches,
      defaultValue_one: '{{count}} breach',
      defaultValue_other: '{{count}} breaches',
    }),
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

function judgedOn(t: Translate, stepMs?: number): string[] {
  return stepMs === undefined || !(stepMs > 0)
    ? []
    : [t('views.figures.judged-on', 'judged on {{step}} values', { step: formatDuration(stepMs) })];
}
