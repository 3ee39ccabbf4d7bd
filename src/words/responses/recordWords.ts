import type { CannotRecord, Unwritten } from '../../protocol/responses/intervention';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** Why this person can't record from here what they did, in a sentence. */
export function cannotRecordWords(t: Translate, because: CannotRecord): string {
  switch (because) {
    case 'editing':
      return t('views.response.editing', 'Responses are recorded on the dashboard, not while the panel is edited.');
    case 'unsavedDashboard':
      return t('views.response.unsaved', 'Responses can be recorded once the dashboard is saved.');
    case 'snapshot':
      return t('views.response.snapshot', 'A snapshot records no responses.');
    case 'publicDashboard':
      return t('views.response.public', 'A public dashboard records no responses.');
    case 'noRight':
      return t(
        'views.response.no-right',
        'You can read the responses. To record them takes the right to write annotations on this dashboard.'
      );
    case 'noIdentity':
      return t('views.response.no-identity', 'Responses can’t be recorded: two metrics here can’t be told apart.');
  }
}

/** What becomes of something that was recorded and is not in the store yet. */
export function unwrittenWords(t: Translate, { status, nextTry, answer, isUndo }: Unwritten, times: TimeWords): string {
  if (isUndo) {
    return t('views.response.undo-refused', 'Taken back here, but it could not be removed from the record.');
  }
  switch (status) {
    case 'writing':
      return t('views.response.writing', 'Being written…');
    case 'waiting':
      return nextTry === undefined
        ? t('views.response.waiting', 'Not written yet, kept here.')
        : t('views.response.waiting-until', 'Not written yet, kept here; tried again {{at}}.', {
            at: times.at(nextTry),
          });
    case 'refused':
      return answer === undefined
        ? t('views.response.refused', 'Could not be written.')
        : t('views.response.refused-because', 'Could not be written: {{answer}}', { answer });
  }
}
