import type { MetricProtocol } from '../protocol/protocol';
import { ruleThatJudged } from '../protocol/versions';
import { DAY } from '../time/units';
import { actWhenSentence } from './conditionWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Settling = Pick<MetricProtocol, 'now' | 'unsettledFrom' | 'history' | 'formatLevel' | 'stepMs'>;

/**
 * Up to when values are final, where newer ones may still change, as a sentence, and by which rule they were judged, where
 * that is not the one in force. Undefined where all are final.
 */
export function settledNote(t: Translate, metric: Settling, times: TimeWords): string | undefined {
  const { judgedTo } = metric.now;
  return judgedTo === undefined || metric.unsettledFrom === undefined
    ? briefSettledNote(t, metric, times)
    : withFormerRule(
        t,
        metric,
        t('views.note.unsettled', 'Final up to {{at}}; newer values still change.', {
          at: finalUpTo(metric, judgedTo, times),
        })
      );
}

/** The same in fewer words: "Final up to Sat 21 Nov 09:00." */
export function briefSettledNote(t: Translate, metric: Settling, times: TimeWords): string | undefined {
  const { judgedTo } = metric.now;
  return judgedTo === undefined
    ? undefined
    : withFormerRule(
        t,
        metric,
        t('views.note.judged-to', 'Final up to {{at}}.', {
          at: finalUpTo(metric, judgedTo, times),
        })
      );
}

/** "Final up to 12 Nov. By the rule of that time: below 20 % for 2 d." */
function withFormerRule(t: Translate, metric: Settling, note: string): string {
  const former = ruleThatJudged(metric);
  const threshold = former && actWhenSentence(t, former, metric.formatLevel);
  return threshold === undefined
    ? note
    : t('views.note.former-rule', '{{note}} By the rule of that time: {{threshold}}.', { note, threshold });
}

/** A moment up to which values are final: "Sat 21 Nov 09:00"; of values a day or more apart the day, "12 Nov". */
export function finalUpTo(
  { stepMs = 0 }: Pick<MetricProtocol, 'stepMs'>,
  judgedTo: number,
  times: Pick<TimeWords, 'at' | 'date'>
): string {
  return stepMs >= DAY ? times.date(judgedTo) : times.at(judgedTo);
}
