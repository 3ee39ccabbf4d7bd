import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Settling = Pick<MetricProtocol, 'now' | 'unsettledFrom'>;

/** Up to when is judged, where younger values may still change, as a sentence. Undefined where all count. */
export function settledNote(t: Translate, metric: Settling, times: TimeWords): string | undefined {
  const { judgedTo } = metric.now;
  return judgedTo === undefined || metric.unsettledFrom === undefined
    ? briefSettledNote(t, metric, times)
    : t('views.note.unsettled', 'Judged up to {{at}}; younger values have not settled.', { at: times.at(judgedTo) });
}

/** The same in fewer words: "Judged up to Sat 21 Nov 09:00." */
export function briefSettledNote(t: Translate, { now }: Settling, times: TimeWords): string | undefined {
  return now.judgedTo === undefined
    ? undefined
    : t('views.note.judged-to', 'Judged up to {{at}}.', { at: times.at(now.judgedTo) });
}
