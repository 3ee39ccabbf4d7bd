import type { Figures, Span } from '../evaluation/evaluation';
import { formatElapsed } from '../time/duration';
import type { Translate } from './translate';
import type { StripMetric, StripStretch } from '../protocol/stripStretches';
import { breachWords } from './figuresWords';
import type { TimeWords } from './whenWords';

/**
 * What a strip shows, for who does not see it.
 *
 * @param changes - of the rule, in words
 */
export function stripLabel(
  t: Translate,
  metric: StripMetric,
  { times, stretches, changes }: { times: TimeWords; stretches: readonly StripStretch[]; changes: readonly string[] }
): string {
  const { kind, view } = metric;
  const figures = kind === 'levelOnly' ? crossedWords(t, view.figures) : breachWords(t, view.figures).join(', ');
  const tooFewMs = stretches.reduce((sum, { kind: why, from, to }) => (why === 'tooFew' ? sum + to - from : sum), 0);
  const unsettled = stretches.find((stretch) => stretch.kind === 'unsettled');
  return [
    t('views.strip.label', 'State in the time shown: {{figures}}', { figures }),
    tooFewMs > 0 && t('views.strip.too-few-for', 'too few to say for {{length}}', { length: formatElapsed(tooFewMs) }),
    unsettled && t('views.strip.unsettled-since', 'not final since {{since}}', { since: times.since(unsettled.from) }),
    ...changes,
  ]
    .filter(Boolean)
    .join('; ');
}

/** The changes of the rule that a strip has room for: the newest ones. */
export function shownChanges({ changes }: StripMetric, { from, to }: Span) {
  return changes.filter(({ at }) => at >= from && at <= to).slice(-MOST_CHANGES);
}

const MOST_CHANGES = 20;

function crossedWords(t: Translate, { breaches, inBreachMs }: Figures): string {
  return breaches === 0
    ? t('views.strip.never-crossed', 'level not crossed')
    : t('views.strip.crossed-for', 'level crossed for {{length}}', { length: formatElapsed(inBreachMs) });
}
