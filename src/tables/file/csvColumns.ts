import type { RuleInput } from '../../rule/schema';
import type { RuleColumn } from '../sheet/ruleColumns';

/**
 * The header of each column, in the order in which a person fills in a row: what makes a rule first, all else to the
 * right. Each is what the form calls the field, and a name by which the reader of sheets knows it. English, as the reader's
 * names are.
 */
const HEADERS = {
  metric: 'Metric',
  operator: 'Act when',
  critical: 'Critical',
  for: 'For how long',
  owner: 'Who acts',
  action: 'First step',
  escalateTo: 'Escalate to',
  warning: 'Warning',
  escalateAfter: 'Escalate after',
  automation: 'Automation',
  contact: 'Contact',
  notify: 'Channel that is notified',
  runbook: 'Runbook',
  definition: 'Definition',
  noRule: 'No rule because',
  agreedBy: 'Agreed by',
  agreedOn: 'Agreed on',
  reviewBy: 'Review by',
  validFrom: 'Valid from',
  respondWithin: 'Respond within',
  respondUrl: 'Where to respond',
  recoveryWarning: 'Warning recovers at',
  recoveryCritical: 'Critical recovers at',
  keepFiringFor: 'Keep firing for',
  noData: 'No data or stale',
  staleAfter: 'Stale after',
  settleAfter: 'Settles after',
  due: 'New data is due',
  workingHours: 'Working hours',
  holidays: 'Holidays',
  minVolume: 'Least volume',
  volumeSeries: 'Volume is counted in',
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
