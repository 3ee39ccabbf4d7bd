import type { RuleInput } from '../../rule/schema';
import type { RuleColumn } from '../sheet/ruleColumns';

/**
 * The header of each column, in the order in which a person fills in a row: what makes a rule first, all else to the
 * right. Each is a name by which the reader of sheets knows the field. English, as the reader's names are.
 */
const HEADERS = {
  metric: 'Metric',
  operator: 'Act when',
  critical: 'Critical',
  for: 'For',
  owner: 'Who acts',
  action: 'First step',
  escalateTo: 'Escalate to',
  warning: 'Warning',
  escalateAfter: 'Escalate after',
  automation: 'Automation',
  contact: 'Contact',
  notify: 'Notify',
  runbook: 'Runbook',
  definition: 'Definition',
  noRule: 'No rule because',
  agreedBy: 'Agreed by',
  agreedOn: 'Agreed on',
  reviewBy: 'Review by',
  validFrom: 'Valid from',
  respondWithin: 'Respond within',
  respondUrl: 'Respond URL',
  recoveryWarning: 'Recovery of warning',
  recoveryCritical: 'Recovery of critical',
  keepFiringFor: 'Keep firing for',
  noData: 'No data',
  staleAfter: 'Stale after',
  settleAfter: 'Settle after',
  due: 'Due',
  workingHours: 'Working hours',
  holidays: 'Holidays',
  minVolume: 'Least volume',
  volumeSeries: 'Volume series',
  key: 'Key',
  changedOn: 'Corrected on',
  agreedFingerprint: 'Fingerprint of the agreement',
} satisfies Record<RuleColumn, string>;

/** The columns of a CSV, from the left. */
export const CSV_COLUMNS = Object.keys(HEADERS) as RuleColumn[];

/** The headers of `CSV_COLUMNS`. */
export const CSV_HEADERS: readonly string[] = Object.values(HEADERS);

/** An operator as a person writes it in a cell. */
export const OPERATOR_CELLS: Readonly<Record<NonNullable<RuleInput['operator']>, string>> = {
  '<': 'below',
  '<=': 'at or below',
  '>': 'above',
  '>=': 'at or above',
  outside: 'outside',
  outsideIncluded: 'at or outside',
  inside: 'inside',
  insideIncluded: 'inside included',
  auto: 'auto',
};
