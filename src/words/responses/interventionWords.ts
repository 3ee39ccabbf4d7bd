import type { Intervention } from '../../protocol/responses/intervention';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** What somebody said, without when: "Ana has it, next word by today 13:00", "Done (Ana): One more person on inbound". */
export function interventionWords(t: Translate, { by, said, note }: Intervention, times: TimeWords): string {
  switch (said.kind) {
    case 'taken':
      return withNote(
        t,
        said.nextWordBy === undefined
          ? t('views.response.taken', '{{by}} has it', { by })
          : t('views.response.taken-until', '{{by}} has it, next word by {{at}}', {
              by,
              at: times.at(said.nextWordBy),
            }),
        note
      );
    case 'acted':
      return withNote(t, t('views.response.acted', 'Done ({{by}})', { by }), note);
    case 'handedOver':
      return withNote(t, t('views.response.handed', '{{by}} handed it to {{to}}', { by, to: said.to }), note);
    case 'accepted':
      return withNote(
        t,
        t('views.response.accepted', 'Accepted until {{until}} ({{by}})', { by, until: times.day(said.until) }),
        note
      );
    case 'falseAlarm':
      return withNote(t, t('views.response.false-alarm', 'False alarm ({{by}})', { by }), note);
    case 'ruleWrong':
      return withNote(t, t('views.response.rule-wrong', 'The rule is wrong ({{by}})', { by }), note);
  }
}

/** What was said, with the note of who said it: "Done (Ana): One more person on inbound". */
export function withNote(t: Translate, words: string, note: string | undefined): string {
  const text = note?.trim().replace(/\s+/g, ' ');
  return text ? t('views.response.noted', '{{words}}: {{note}}', { words, note: text }) : words;
}
