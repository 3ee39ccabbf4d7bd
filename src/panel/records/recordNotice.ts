import type { StoreFailure } from '../../annotations/annotationStore';
import { t } from '../../locales/t';
import { timeWords } from '../../locales/timeWords';
import type { JudgedOn } from '../../protocol/protocol';
import type { RecordableBreach } from '../../protocol/records/recordableBreaches';
import type { CannotRecord } from '../../protocol/responses/intervention';

interface RecordKnows {
  /** Why nothing can be recorded from here, whatever is looked at. */
  cannotRecord?: CannotRecord;
  /** Whether this panel says what is true for all of the dashboard. */
  isSpeaker?: boolean;
  judgedOn?: JudgedOn;
  /** What the store answered where it does not take what is to be written. */
  failure?: StoreFailure;
  /** How many breaches are to be written. */
  lacking?: number;
}

/** Why breaches are not recorded from here, or not yet; undefined where they are, or there is nothing to say. */
export function recordNotice(known: RecordKnows): string | undefined {
  const { cannotRecord, isSpeaker, judgedOn, failure, lacking = 0 } = known;
  if (cannotRecord === 'unsavedDashboard') {
    return t('panel.records.unsaved', 'Breaches are recorded once the dashboard is saved.');
  }
  if (cannotRecord === 'snapshot' || cannotRecord === 'publicDashboard') {
    return t('panel.records.nowhere', 'No breach is recorded here.');
  }
  if (judgedOn?.mode === 'view') {
    return t('panel.records.no-look-back', 'No breach is recorded: that takes the fixed look-back.');
  }
  if (cannotRecord === 'noRight') {
    return isSpeaker
      ? t(
          'panel.records.who-may',
          'Breaches are recorded by those who may write annotations here, while one of them has this dashboard open.'
        )
      : undefined;
  }
  return failure && lacking > 0
    ? t('panel.records.failing', '{{count}} breaches are not on the record yet: {{answer}}', {
        count: lacking,
        answer: failure.message,
        defaultValue_one: '{{count}} breach is not on the record yet: {{answer}}',
        defaultValue_other: '{{count}} breaches are not on the record yet: {{answer}}',
      })
    : undefined;
}

/** "3 breaches since Fri 20 Nov 05:00 are not on the record: nobody had this open." */
export function offerWords(offered: readonly RecordableBreach[], timeZone: string): string {
  const { since } = timeWords(t, { timeZone, now: Date.now() });
  const first = Math.min(...offered.map(({ firedAt }) => firedAt));
  return t('panel.records.offered', '{{count}} breaches since {{since}} are not on the record.', {
    count: offered.length,
    since: since(first),
    defaultValue_one: '{{count}} breach since {{since}} is not on the record.',
    defaultValue_other: '{{count}} breaches since {{since}} are not on the record.',
  });
}
