import type { Wall } from '../../protocol/wall/tellWall';
import type { WallCounts } from '../../protocol/wall/wallCounts';
import type { Badge } from '../badge';
import type { Translate } from '../translate';
import { notShownWords } from './notShownWords';

/** A count of the header. */
export interface CountWords {
  badge: Badge | 'overdue';
  words: string;
  /** The number alone, for where there is no room beside its shape; left out where none of its own tells what is counted. */
  brief?: string;
}

/** How the metrics stand, the worst first; what there is none of is left out. */
export function countWords(t: Translate, counts: WallCounts): CountWords[] {
  const all: Array<[n: number, badge: Badge | 'overdue', words: (n: number) => string, hasNoShape?: true]> = [
    [counts.critical, 'critical', (n) => t('views.summary.critical', '{{n}} critical', { n })],
    [counts.warning, 'warning', (n) => t('views.summary.warning', '{{n}} warning', { n })],
    [counts.overdue, 'overdue', (n) => t('views.summary.overdue', '{{n}} overdue', { n }), true],
    [counts.unjudged, 'unknown', (n) => t('views.wall.not-judged', '{{n}} not checked', { n })],
    [counts.pending, 'pending', (n) => t('views.summary.pending', '{{n}} watching', { n })],
    [counts.recovering, 'recovering', (n) => t('views.summary.recovering', '{{n}} easing', { n })],
    [counts.accepted, 'normal', (n) => t('views.summary.accepted', '{{n}} accepted', { n }), true],
    [counts.normal, 'normal', (n) => t('views.summary.normal', '{{n}} OK', { n })],
    [counts.unruled, 'unruled', (n) => t('views.summary.no-rule', '{{n}} without a rule', { n })],
  ];
  return all
    .filter(([n]) => n > 0)
    .map(([n, badge, words, hasNoShape]) => ({ badge, words: words(n), brief: hasNoShape ? undefined : String(n) }));
}

/** What is said of the whole where nothing fires. */
export interface WholeWords {
  badge: Badge;
  headline: string;
  /** How much was checked, and of when. */
  line: string;
  /** What is not said by either. */
  aside?: string;
}

/**
 * What a wall says where nothing fires.
 *
 * @param at - When its data was asked for, in words: "10:42".
 * @param isCurrent - Else it is told of then, and not of now.
 */
export function wholeWords(t: Translate, wall: Wall, at: string | undefined, isCurrent: boolean): WholeWords {
  const words = wordsOfMood(t, wall, isCurrent ? at : undefined);
  return isCurrent || at === undefined || wall.isAwaited
    ? words
    : { ...words, headline: t('views.wall.then', 'At {{at}}: {{words}}', { at, words: words.headline }) };
}

function wordsOfMood(t: Translate, wall: Wall, at: string | undefined): WholeWords {
  const { mood, counts, isAwaited } = wall;
  const aside =
    counts.unruled > 0
      ? t('views.wall.without-rule', 'Not checked: {{n}} without a rule', { n: counts.unruled })
      : undefined;
  const line = checkedWords(t, wall, at);
  if (isAwaited) {
    return { badge: 'stale', headline: t('views.wall.awaiting', 'Waiting for data…'), line: '' };
  }
  switch (mood) {
    case 'allClear':
      return { badge: 'normal', headline: t('views.wall.all-normal', 'All OK'), line, aside };
    case 'quiet':
      return wall.notShown.length === 0
        ? { badge: 'normal', headline: t('views.wall.nothing-fires', 'Nothing in breach'), line, aside }
        : {
            // A tick would be taken for all of the dashboard.
            badge: 'unruled',
            headline: t('views.wall.nothing-fires-here', 'Nothing in breach here'),
            line,
            aside: [notShownWords(t, wall.notShown), aside].filter(Boolean).join(' · '),
          };
    case 'nothing':
      return {
        badge: 'unruled',
        headline: t('views.wall.nothing-to-check', 'Nothing to check'),
        line: t('views.wall.no-rules', 'None of the metrics here has a rule'),
      };
    default:
      return {
        badge: 'unknown',
        headline: t('views.wall.not-all', '{{unjudged}} not checked', { unjudged: counts.unjudged }),
        line,
        aside,
      };
  }
}

/** How much was checked: "14 of 14 checked, data of 10:42", "12 of 14 checked, none fires, data of 10:42". */
function checkedWords(t: Translate, { mood, counts: { checked, of, normal } }: Wall, at: string | undefined): string {
  const values = { checked, of, normal };
  const checkedOf =
    checked === 0
      ? t('views.wall.checked-nothing', 'Nothing could be checked')
      : mood === 'quiet'
        ? t('views.wall.checked-quiet', '{{checked}} of {{of}} checked, {{normal}} OK', values)
        : mood === 'allClear'
          ? t('views.wall.checked', '{{checked}} of {{of}} checked', values)
          : t('views.wall.checked-none-fires', '{{checked}} of {{of}} checked, none in breach', values);
  return at === undefined
    ? checkedOf
    : t('views.wall.of-data', '{{checked}}, data of {{at}}', { checked: checkedOf, at });
}
