import type { SaidKind } from '../../protocol/responses/intervention';
import type { Translate } from '../translate';

/** What a person says of a breach, by its name on a button. */
export function saidName(t: Translate, kind: SaidKind): string {
  switch (kind) {
    case 'taken':
      return t('views.response.name-taken', 'I have it');
    case 'acted':
      return t('views.response.name-acted', 'Done');
    case 'handedOver':
      return t('views.response.name-handed', 'Handed to…');
    case 'accepted':
      return t('views.response.name-accepted', 'Accepted until…');
    case 'falseAlarm':
      return t('views.response.name-false', 'False alarm…');
    case 'ruleWrong':
      return t('views.response.name-wrong', 'The rule is wrong…');
  }
}
