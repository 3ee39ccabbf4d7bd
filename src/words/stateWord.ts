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
      return t('views.state.pending', 'Watching');
    case 'recovering':
      return t('views.state.recovering', 'Easing');
    case 'normal':
      return t('views.state.normal', 'OK');
    case 'stale':
      return t('views.state.stale', 'Data late');
    case 'nodata':
      return t('views.state.no-data', 'No data');
    case 'error':
      return t('views.state.error', 'Error');
    case 'unknown':
      return t('views.state.unknown', 'Unclear');
    case 'crossed':
      return t('views.state.level-crossed', 'Level crossed, nothing agreed');
    case 'notCrossed':
      return t('views.state.level-not-crossed', 'Level not crossed, nothing agreed');
    case 'context':
      return t('views.state.context', 'No rule needed');
    case 'noLevel':
      return t('views.state.no-level', 'No level');
    case 'unruled':
      return t('views.state.no-rule', 'No rule');
    case 'toBegin':
      return t('views.state.to-begin', 'Rule begins');
  }
}
