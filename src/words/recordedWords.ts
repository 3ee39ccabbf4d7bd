import type { RecordedBy } from '../protocol/records/panelRecords';
import type { Translate } from './translate';

/** Who recorded a breach, as a line of what is said of it: "Recorded", "Recorded by the alert engine: Leads low". */
export function recordedWords(t: Translate, recorded: RecordedBy): string {
  return recorded.by === 'panel'
    ? t('views.records.recorded', 'Recorded as an annotation')
    : t('views.records.by-engine', 'Recorded by the alert engine: {{name}}', { name: recorded.name });
}

/** What is said of a record whose breach is no longer to be seen. */
export function correctedWords(t: Translate): string {
  return t('views.records.corrected', 'A breach then; the data or the rule was corrected since');
}

/** The same beside what else is said of a breach: "recorded", "recorded by the alert engine: Leads low". */
export function recordedAside(t: Translate, recorded: RecordedBy): string {
  return recorded.by === 'panel'
    ? t('views.records.recorded-aside', 'recorded')
    : t('views.records.by-engine-aside', 'recorded by the alert engine: {{name}}', { name: recorded.name });
}
