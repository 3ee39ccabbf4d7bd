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
  escalateTo: 'Tell if nobody acts',
  warning: 'Warning',
  escalateAfter: 'Tell them after',
  automation: 'Automation',
  contact: 'Contact',
  notify: 'Channel that is notified',
  runbook: 'Runbook',
  definition: 'Definition',
  noRule: 'No rule needed because',
  agreedBy: 'Agreed by',
  agreedOn: 'Agreed on',
  reviewBy: 'Review by',
  validFrom: 'Valid from',
  respondWithin: 'Respond within',
  respondUrl: 'Where to respond',
  recoveryWarning: 'Warning is over at',
  recoveryCritical: 'Critical is over at',
  keepFiringFor: 'Stays open for',
  noData: 'No data or late data',
  staleAfter: 'Data is late after',
  settleAfter: 'Final after',
  due: 'New data is due',
  workingHours: 'Working hours',
  holidays: 'Holidays',
  minVolume: 'Ignore when fewer than',
  volumeSeries: 'Counted by',
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
