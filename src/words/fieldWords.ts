import type { RuleField } from '../rule/fields';
import type { Translate } from './translate';

/** The name of a rule's field, as the editor labels it. */
export function fieldWords(t: Translate, field: RuleField | 'rule'): string {
  return FIELD_WORDS[field](t);
}

const FIELD_WORDS: Readonly<Record<RuleField | 'rule', (t: Translate) => string>> = {
  rule: (t) => t('rule.field.rule', 'Rule'),
  operator: (t) => t('rule.field.operator', 'Operator'),
  warning: (t) => t('rule.field.warning', 'Warning'),
  critical: (t) => t('rule.field.critical', 'Critical'),
  recoveryWarning: (t) => t('rule.field.recovery-warning', 'Recovery of warning'),
  recoveryCritical: (t) => t('rule.field.recovery-critical', 'Recovery of critical'),
  for: (t) => t('rule.field.for', 'For'),
  keepFiringFor: (t) => t('rule.field.keep-firing-for', 'Keep firing for'),
  staleAfter: (t) => t('rule.field.stale-after', 'Stale after'),
  respondWithin: (t) => t('rule.field.respond-within', 'Respond within'),
  escalateAfter: (t) => t('rule.field.escalate-after', 'Escalate after'),
  noData: (t) => t('rule.field.no-data', 'No data'),
  definition: (t) => t('rule.field.definition', 'Definition'),
  agreedBy: (t) => t('rule.field.agreed-by', 'Agreed by'),
  agreedOn: (t) => t('rule.field.agreed-on', 'Agreed on'),
  changedOn: (t) => t('rule.field.changed-on', 'Corrected on'),
  owner: (t) => t('rule.field.owner', 'Owner'),
  contact: (t) => t('rule.field.contact', 'Contact'),
  notify: (t) => t('rule.field.notify', 'Notify'),
  action: (t) => t('rule.field.action', 'Action'),
  automation: (t) => t('rule.field.automation', 'Automation'),
  respondUrl: (t) => t('rule.field.respond-url', 'Respond URL'),
  escalateTo: (t) => t('rule.field.escalate-to', 'Escalate to'),
  runbook: (t) => t('rule.field.runbook', 'Runbook'),
  key: (t) => t('rule.field.key', 'Key'),
  reviewBy: (t) => t('rule.field.review-by', 'Review by'),
  noRule: (t) => t('rule.field.no-rule', 'No rule because'),
  settleAfter: (t) => t('rule.field.settle-after', 'Settle after'),
  due: (t) => t('rule.field.due', 'Due'),
  workingHours: (t) => t('rule.field.working-hours', 'Working hours'),
  holidays: (t) => t('rule.field.holidays', 'Holidays'),
  minVolume: (t) => t('rule.field.min-volume', 'Least volume'),
  volumeSeries: (t) => t('rule.field.volume-series', 'Volume series'),
  validFrom: (t) => t('rule.field.valid-from', 'Valid from'),
  agreedFingerprint: (t) => t('rule.field.agreed-fingerprint', 'Fingerprint of the agreement'),
  unreadable: (t) => t('rule.field.unreadable', 'Cells that could not be read'),
  earlier: (t) => t('rule.field.earlier', 'Earlier versions'),
};
