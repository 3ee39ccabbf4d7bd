import { reviewOf } from '../protocol/coverage';
import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Upkept = Pick<MetricProtocol, 'rule' | 'now'>;

/** That the agreement is to be looked at again: "Review was due 3 Mar." Undefined where it is not. */
export function reviewWords(t: Translate, { rule, now }: Upkept, times: TimeWords): string | undefined {
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
