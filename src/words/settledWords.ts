import type { MetricProtocol } from '../protocol/protocol';
import { ruleThatJudged } from '../protocol/versions';
import { actWhenSentence } from './conditionWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Settling = Pick<MetricProtocol, 'now' | 'unsettledFrom' | 'history' | 'formatLevel'>;

/**
 * Up to when is judged, where younger values may still change, as a sentence, and by which rule, where that is not the one
 * in force. Undefined where all count.
 */
export function settledNote(t: Translate, metric: Settling, times: TimeWords): string | undefined {
  const { judgedTo } = metric.now;
  return judgedTo === undefined || metric.unsettledFrom === undefined
    ? briefSettledNote(t, metric, times)
    : withFormerRule(
        t,
        metric,
        t('views.note.unsettled', 'Judged up to {{at}}; younger values have not settled.', { at: times.at(judgedTo) })
      );
}

/** The same in fewer words: "Judged up to Sat 21 Nov 09:00." */
export function briefSettledNote(t: Translate, metric: Settling, times: TimeWords): string | undefined {
  const { judgedTo } = metric.now;
  return judgedTo === undefined
    ? undefined
    : withFormerRule(t, metric, t('views.note.judged-to', 'Judged up to {{at}}.', { at: times.at(judgedTo) }));
}

/** "Judged up to Thu 12 Nov. By the rule of that time: below 20 % for 2 d." */
function withFormerRule(t: Translate, metric: Settling, note: string): string {
  const former = ruleThatJudged(metric);
  const threshold = former && actWhenSentence(t, former, metric.formatLevel);
  return threshold === undefined
    ? note
    : t('views.note.former-rule', '{{note}} By the rule of that time: {{threshold}}.', { note, threshold });
}
