import { DAY, HOUR, MINUTE, SECOND } from '../time/units';
import type { Translate } from './translate';

/** A part of a duration in words, for each unit from the largest; what is left is less than a second. */
const PARTS: ReadonlyArray<readonly [number, (t: Translate, count: number) => string]> = [
  [
    DAY,
    (t, count) =>
      t('rule.duration.days', '{{count}} days', {
        count,
        defaultValue_one: '{{count}} day',
        defaultValue_other: '{{count}} days',
      }),
  ],
  [
    HOUR,
    (t, count) =>
      t('rule.duration.hours', '{{count}} hours', {
        count,
        defaultValue_one: '{{count}} hour',
        defaultValue_other: '{{count}} hours',
      }),
  ],
  [
    MINUTE,
    (t, count) =>
      t('rule.duration.minutes', '{{count}} minutes', {
        count,
        defaultValue_one: '{{count}} minute',
        defaultValue_other: '{{count}} minutes',
      }),
  ],
  [
    SECOND,
    (t, count) =>
      t('rule.duration.seconds', '{{count}} seconds', {
        count,
        defaultValue_one: '{{count}} second',
        defaultValue_other: '{{count}} seconds',
      }),
  ],
  [1, (t, count) => t('rule.duration.milliseconds', '{{count}} ms', { count })],
];

/**
 * A duration in whole words, nothing of it rounded away: "2 days", "1 hour 30 minutes", "at once" for 0. Weeks are days, as
 * on a card.
 *
 * @param ms - Whole milliseconds, not negative.
 */
export function durationWords(t: Translate, ms: number): string {
  let rest = ms;
  const parts = PARTS.flatMap(([size, words]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count > 0 ? [words(t, count)] : [];
  });
  return parts.length > 0 ? parts.join(' ') : t('rule.duration.at-once', 'at once');
}
