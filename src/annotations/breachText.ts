import { t } from '../locales/t';
import type { RecordableBreach } from '../protocol/records/recordableBreaches';
import { says } from '../rule/answers';
import { formatDuration, formatElapsed } from '../time/duration';
import { conditionWords, severityWords } from '../words/conditionWords';

/** Longer texts are cut: an annotation is read in a tooltip, and the whole rule stands on the card. */
const MOST = 280;

/**
 * What the record of a breach says where annotations are read: "Critical: Leads below 20 % for 2 d. Lasted 3 d, worst
 * 12 %. Owner: Demand Gen. Do: Pause paid campaigns. Runbook: https://…". In the language of whose screen wrote it. It
 * claims nothing of now: an open breach is said to have fired. Never empty.
 *
 * @param end - When it ended, epoch ms; undefined: it is open.
 */
export function breachText({ metric, breach, severity, level, rule, firedAt }: RecordableBreach, end?: number): string {
  const { owner, action, runbook } = rule.text;
  const values = {
    severity: severityWords(t, severity),
    name: metric.name,
    condition: level ? conditionWords(t, level.condition, metric.formatLevel) : '',
    for: formatDuration(rule.forMs),
  };
  const sentences = [
    rule.forMs > 0
      ? t('annotations.breach.fired-after', '{{severity}}: {{name}} {{condition}} for {{for}}.', values)
      : t('annotations.breach.fired', '{{severity}}: {{name}} {{condition}}.', values),
    end === undefined ? undefined : lastedText(breach.firingSince === null, end - firedAt),
    breach.worst && t('annotations.breach.worst', 'Worst {{value}}.', { value: metric.format(breach.worst.value) }),
    says(rule, 'owner')
      ? t('annotations.breach.owner', 'Owner: {{owner}}.', { owner: briefly(owner?.value) })
      : undefined,
    says(rule, 'action')
      ? t('annotations.breach.action', 'Do: {{action}}.', { action: briefly(action?.value).replace(/[.;]$/, '') })
      : undefined,
    says(rule, 'runbook')
      ? t('annotations.breach.runbook', 'Runbook: {{runbook}}', { runbook: briefly(runbook?.value) })
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

function lastedText(isAtLeast: boolean, ms: number): string {
  const duration = formatElapsed(ms);
  return isAtLeast
    ? t('annotations.breach.lasted-at-least', 'Lasted at least {{duration}}.', { duration })
    : t('annotations.breach.lasted', 'Lasted {{duration}}.', { duration });
}

/** In one line, and cut where it is long. */
export function briefly(text = ''): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
