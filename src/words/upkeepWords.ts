import { changedSources, reviewOf } from '../protocol/coverage';
import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Upkept = Pick<MetricProtocol, 'kind' | 'rule' | 'now'>;

/**
 * What is to be done about the agreement itself, a sentence each: "Review was due 3 Mar.", "Changed since it was agreed
 * (3 Mar)." Empty where nothing is.
 */
export function upkeepWords(t: Translate, metric: Upkept, times: TimeWords): string[] {
  return [reviewWords(t, metric, times), changedWords(t, metric, times)].filter((words) => words !== undefined);
}

function reviewWords(t: Translate, { rule, now }: Upkept, times: TimeWords) {
  const review = reviewOf(rule, times.isoDay(now.at));
  const day = rule.text.reviewBy && times.day(Date.parse(rule.text.reviewBy.value.trim()));
  switch (review) {
    case 'past':
      return t('views.upkeep.review-past', 'Review was due {{day}}.', { day });
    case 'soon':
      return t('views.upkeep.review-soon', 'Review is due {{day}}.', { day });
    default:
      return undefined;
  }
}

/** The day is told only where it is of the agreement that was changed. */
function changedWords(t: Translate, metric: Upkept, times: TimeWords) {
  const changed = changedSources(metric);
  if (changed.length === 0) {
    return undefined;
  }
  const { agreedOn } = metric.rule.text;
  const time = agreedOn && changed.includes(agreedOn.source) ? Date.parse(agreedOn.value.trim()) : NaN;
  return Number.isNaN(time)
    ? t('views.upkeep.changed', 'Changed since it was agreed.')
    : t('views.upkeep.changed-on', 'Changed since it was agreed ({{day}}).', { day: times.day(time) });
}
