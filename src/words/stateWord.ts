import type { Translate } from './translate';
import type { Badge } from './badge';

/** The word of a state, as every view says it. */
export function stateWord(t: Translate, badge: Badge): string {
  switch (badge) {
    case 'critical':
      return t('views.state.critical', 'Critical');
    case 'warning':
      return t('views.state.warning', 'Warning');
    case 'pending':
      return t('views.state.pending', 'Pending');
    case 'recovering':
      return t('views.state.recovering', 'Recovering');
    case 'normal':
      return t('views.state.normal', 'OK');
    case 'stale':
      return t('views.state.stale', 'Stale');
    case 'nodata':
      return t('views.state.no-data', 'No data');
    case 'error':
      return t('views.state.error', 'Error');
    case 'unknown':
      return t('views.state.unknown', 'Can’t judge');
    case 'crossed':
      return t('views.state.level-crossed', 'Level crossed, no agreed rule');
    case 'notCrossed':
      return t('views.state.level-not-crossed', 'Level not crossed, no agreed rule');
    case 'context':
      return t('views.state.context', 'Context');
    case 'noLevel':
      return t('views.state.no-level', 'No level');
    case 'unruled':
      return t('views.state.no-rule', 'No rule');
    case 'toBegin':
      return t('views.state.to-begin', 'Rule begins');
  }
}
