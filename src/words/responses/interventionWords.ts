import type { Intervention } from '../../protocol/responses/intervention';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';
import { isFromSheet, withNote } from './withNote';

/**
 * What somebody said, without when: "Ana has it, next word by today 13:00", "Done (Ana): One more person on inbound". What
 * came from a response sheet says so.
 */
export function interventionWords(t: Translate, one: Intervention, times: TimeWords): string {
  return withNote(t, saidWords(t, one, times), one);
}

function saidWords(t: Translate, { by, said }: Intervention, times: TimeWords): string {
  switch (said.kind) {
    case 'taken':
      return said.nextWordBy === undefined
        ? t('views.response.taken', '{{by}} has it', { by })
        : t('views.response.taken-until', '{{by}} has it, next word by {{at}}', { by, at: times.at(said.nextWordBy) });
    case 'acted':
      return t('views.response.acted', 'Done ({{by}})', { by });
    case 'handedOver':
      return t('views.response.handed', '{{by}} handed it to {{to}}', { by, to: said.to });
    case 'accepted':
      return t('views.response.accepted', 'Accepted until {{until}} ({{by}})', { by, until: times.day(said.until) });
    case 'falseAlarm':
      return t('views.response.false-alarm', 'False alarm ({{by}})', { by });
    case 'ruleWrong':
      return t('views.response.rule-wrong', 'The rule is wrong ({{by}})', { by });
  }
}

/** Who said it, with where it came from where that is no Grafana: "Ana, response sheet". */
export function byWords(t: Translate, { by, source }: Pick<Intervention, 'by' | 'source'>): string {
  return isFromSheet({ source }) ? t('views.response.by-sheet', '{{by}}, response sheet', { by }) : by;
}
