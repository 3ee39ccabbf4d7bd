import type { Wall } from '../../protocol/wall/tellWall';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** "Rests until tomorrow 07:00". */
export function restsUntil(t: Translate, until: number, times: TimeWords): string {
  return Number.isFinite(until)
    ? t('views.wall.rests-until', 'Rests until {{at}}', { at: times.at(until) })
    : t('views.wall.rests-always', 'Rests: its hours never come');
}

/**
 * What a resting wall says of what it does not show.
 *
 * @param at - When its data was asked for, in words: "22:42".
 * @param isCurrent - Else it is told of then, and not of now.
 */
export function restLine(
  t: Translate,
  { counts, isAwaited }: Wall,
  at: string | undefined,
  isCurrent: boolean
): string {
  const { checked, of } = counts;
  if (isAwaited) {
    return t('views.wall.awaiting', 'Waiting for data…');
  }
  if (of === 0) {
    return t('views.wall.nothing-to-check', 'Nothing to check');
  }
  if (!isCurrent && at !== undefined) {
    return t('views.wall.rested-nothing-critical', 'At {{at}}: nothing critical, {{checked}} of {{of}} checked', {
      at,
      checked,
      of,
    });
  }
  const words = t('views.wall.rests-nothing-critical', 'Nothing critical, {{checked}} of {{of}} checked', {
    checked,
    of,
  });
  return at === undefined ? words : t('views.wall.of-data', '{{checked}}, data of {{at}}', { checked: words, at });
}
