import type { HandoverBreach, OnRecordAlone } from '../../protocol/handover/handover';
import { interventionWords } from '../responses/interventionWords';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import { fromValues, sentences, silentWords } from './itemWords';

/** What nobody recorded an end of: "Iberia, critical since Tue 10:00. SDR lead: nothing said yet." */
export function openOnRecordWords(t: Translate, breach: HandoverBreach, times: TimeWords): string {
  const { response, isUnanswered, record } = breach;
  const last = response?.interventions.at(-1);
  return sentences([
    t('handover.open-on-record', '{{name}}, {{state}} since {{from}}', fromValues(t, breach, times)),
    last ? interventionWords(t, last, times) : silentWords(t, record?.owner, isUnanswered),
  ]);
}

/** Where a line is told from where no data show it: "From the record." */
export function originWords(t: Translate, record?: OnRecordAlone): string {
  return record?.isCorrected
    ? t('handover.from-record-corrected', 'From the record; the data or the rule was corrected since.')
    : t('handover.from-record', 'From the record.');
}
