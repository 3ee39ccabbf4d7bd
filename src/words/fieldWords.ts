import type { RuleField } from '../rule/fields';
import type { Translate } from './translate';

/** The name of a rule's field: the same in the form, in the template, in an import and wherever else it is told. */
export function fieldWords(t: Translate, field: RuleField | 'rule'): string {
  return FIELD_WORDS[field](t);
}

const FIELD_WORDS: Readonly<Record<RuleField | 'rule', (t: Translate) => string>> = {
  rule: (t) => t('rule.field.rule', 'Rule'),
  operator: (t) => t('rule.field.operator', 'Act when'),
  warning: (t) => t('rule.field.warning', 'Warning'),
  critical: (t) => t('rule.field.critical', 'Critical'),
  recoveryWarning: (t) => t('rule.field.recovery-warning', 'Warning is over at'),
  recoveryCritical: (t) => t('rule.field.recovery-critical', 'Critical is over at'),
  for: (t) => t('rule.field.for', 'For how long'),
  keepFiringFor: (t) => t('rule.field.keep-firing-for', 'Stays open for'),
  staleAfter: (t) => t('rule.field.stale-after', 'Data is late after'),
  respondWithin: (t) => t('rule.field.respond-within', 'Respond within'),
  escalateAfter: (t) => t('rule.field.escalate-after', 'Tell them after'),
  noData: (t) => t('rule.field.no-data', 'No data or late data'),
  definition: (t) => t('rule.field.definition', 'Definition'),
  agreedBy: (t) => t('rule.field.agreed-by', 'Agreed by'),
  agreedOn: (t) => t('rule.field.agreed-on', 'Agreed on'),
  changedOn: (t) => t('rule.field.changed-on', 'Corrected on'),
  owner: (t) => t('rule.field.owner', 'Who acts'),
  contact: (t) => t('rule.field.contact', 'Contact'),
  notify: (t) => t('rule.field.notify', 'Channel that is notified'),
  action: (t) => t('rule.field.action', 'First step'),
  automation: (t) => t('rule.field.automation', 'Automation'),
  respondUrl: (t) => t('rule.field.respond-url', 'Where to respond'),
  escalateTo: (t) => t('rule.field.escalate-to', 'Tell if nobody acts'),
  runbook: (t) => t('rule.field.runbook', 'Runbook'),
  key: (t) => t('rule.field.key', 'Key'),
  reviewBy: (t) => t('rule.field.review-by', 'Review by'),
  noRule: (t) => t('rule.field.no-rule', 'No rule needed because'),
  settleAfter: (t) => t('rule.field.settle-after', 'Final after'),
  due: (t) => t('rule.field.due', 'New data is due'),
  workingHours: (t) => t('rule.field.working-hours', 'Working hours'),
  holidays: (t) => t('rule.field.holidays', 'Holidays'),
  minVolume: (t) => t('rule.field.min-volume', 'Ignore when fewer than'),
  volumeSeries: (t) => t('rule.field.volume-series', 'Counted by'),
  validFrom: (t) => t('rule.field.valid-from', 'Valid from'),
  agreedFingerprint: (t) => t('rule.field.agreed-fingerprint', 'Fingerprint of the agreement'),
  agreedValues: (t) => t('rule.field.agreed-values', 'What was agreed before a correction'),
  unreadable: (t) => t('rule.field.unreadable', 'Cells that could not be read'),
  earlier: (t) => t('rule.field.earlier', 'Earlier versions'),
};
