import { t } from '../locales/t';
import type { Intervention } from '../protocol/responses/intervention';

/**
 * What an intervention says where annotations are read: in Grafana's own list, on any chart that shows them. In the
 * language of who said it; moments in UTC, because everybody reads the same text. Never empty.
 */
export function interventionText(intervention: Intervention): string {
  const { note, breach } = intervention;
  const words = sayingText(intervention);
  const said = note ? t('annotations.text.note', '{{words}}: {{note}}', { words, note }) : words;
  return breach.name ? t('annotations.text.of', '{{name}}: {{said}}', { name: breach.name, said }) : said;
}

function sayingText({ said, by }: Intervention): string {
  switch (said.kind) {
    case 'taken':
      return said.nextWordBy === undefined
        ? t('annotations.text.taken', '{{by}} has it', { by })
        : t('annotations.text.taken-until', '{{by}} has it, next word by {{at}}', { by, at: utc(said.nextWordBy) });
    case 'acted':
      return t('annotations.text.acted', '{{by}} did something about it', { by });
    case 'handedOver':
      return t('annotations.text.handed-over', '{{by}} handed it to {{to}}', { by, to: said.to });
    case 'accepted':
      return t('annotations.text.accepted', '{{by}} accepted it until {{at}}', { by, at: utc(said.until) });
    case 'falseAlarm':
      return t('annotations.text.false-alarm', '{{by}} called it a false alarm', { by });
    case 'ruleWrong':
      return t('annotations.text.rule-wrong', '{{by}} called the rule wrong', { by });
  }
}

/** "2026-11-27 14:05 UTC"; a moment that no calendar has is told by its number. */
function utc(moment: number): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? `${moment}` : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
