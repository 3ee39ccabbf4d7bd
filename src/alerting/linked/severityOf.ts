import type { Texts } from '../../protocol/engine/alertRule';
import type { Severity } from '../../rule/level';

/** What teams call what is not critical. */
const WARNING = /^(warn(ing)?|info(rmation(al)?)?|notice|minor|low|medium|p[345]|sev-?[345])$/i;

/** How bad an alert is by its labels; one that does not say is critical, as a single level is. */
export function severityOf({ severity, priority, level }: Texts): Severity {
  return WARNING.test((severity ?? priority ?? level ?? '').trim()) ? 'warning' : 'critical';
}
