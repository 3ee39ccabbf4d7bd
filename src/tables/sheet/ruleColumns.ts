import type { FieldOf, RuleField } from '../../rule/fields';
import type { Operator } from '../../rule/level';
import type { ColumnNames } from './columns';

/** A field of a row: the metric, or one of a version of its rule, recovery by level. */
export type RuleColumn = 'metric' | Exclude<RuleField, FieldOf<'unreadable' | 'versions'>>;

/** The headers of a rule sheet, in the order in which they are written. Each field may be called by its own name, too. */
export const RULE_COLUMN_NAMES: ColumnNames<RuleColumn> = {
  names: {
    metric: [
      'metric',
      'metric name',
      'metrics',
      'KPI',
      'KPI name',
      'series',
      'series name',
      'name',
      'indicator',
      'measure',
    ],
    operator: ['operator', 'act when', 'alert when', 'condition', 'comparison', 'direction', 'when', 'is'],
    warning: [
      ...['warning', 'warn', 'amber', 'yellow', 'orange', 'warning level', 'warning threshold', 'warning limit'],
      ...[
        'warn below',
        'warn above',
        'warn at',
        'warning below',
        'warning above',
        'warning at',
        'warning <',
        'warning >',
      ],
    ],
    critical: [
      ...['critical', 'crit', 'red', 'critical level', 'critical threshold', 'critical limit', 'threshold', 'limit'],
      ...[
        'act below',
        'act above',
        'act at',
        'alert below',
        'alert above',
        'alert at',
        'critical below',
        'critical above',
      ],
      ...['critical at', 'critical <', 'critical >', 'trigger', 'trigger level'],
    ],
    recoveryWarning: ['recovery warning', 'warning recovery', 'recovery of warning', 'warning recovers at'],
    recoveryCritical: ['recovery critical', 'critical recovery', 'recovery of critical', 'critical recovers at'],
    for: [
      'for',
      'for how long',
      'how long',
      'for at least',
      'lasting',
      'lasts',
      'pending',
      'pending period',
      'duration',
    ],
    keepFiringFor: ['keep firing for', 'keep firing', 'recovers after', 'keeps firing for'],
    staleAfter: ['stale after', 'stale', 'too old after', 'max age'],
    settleAfter: ['settle after', 'settles after', 'settled after', 'settling time', 'settling'],
    due: ['due', 'data due', 'new data is due', 'due at', 'schedule', 'expected'],
    minVolume: ['min volume', 'minimum volume', 'least volume', 'minimum sample', 'minimum sample size'],
    volumeSeries: ['volume series', 'volume is counted in', 'volume', 'volume metric', 'sample size'],
    noData: ['no data', 'no data or stale', 'if no data', 'on no data', 'missing data', 'when no data'],
    definition: ['definition', 'description', 'meaning', 'what it means', 'metric definition'],
    owner: ['owner', 'owned by', 'responsible', 'role', 'accountable', 'who acts'],
    contact: ['contact', 'contact details', 'reach', 'owner contact', 'how to reach'],
    notify: [
      'notify',
      'channel that is notified',
      'notification',
      'notifications',
      'channel',
      'alert channel',
      'notify channel',
    ],
    action: ['action', 'actions', 'first step', 'steps', 'what to do', 'intervention', 'response', 'todo', 'playbook'],
    runbook: ['runbook', 'runbook URL', 'runbook link', 'procedure'],
    automation: ['automation', 'automatic', 'automated', 'what happens automatically', 'happens automatically'],
    respondWithin: ['respond within', 'response time', 'answer within', 'react within'],
    respondUrl: ['respond URL', 'where to respond', 'response URL', 'response link', 'respond at', 'respond link'],
    escalateAfter: ['escalate after', 'escalation after', 'escalation time', 'escalates after'],
    escalateTo: ['escalate to', 'escalation to', 'escalates to', 'escalation contact'],
    workingHours: ['working hours', 'business hours', 'office hours', 'work hours'],
    holidays: ['holidays', 'bank holidays', 'public holidays', 'days off'],
    agreedBy: ['agreed by', 'agreed with', 'approved by', 'signed off by'],
    agreedOn: ['agreed on', 'agreed at', 'agreed date', 'approved on', 'date agreed', 'signed off on'],
    changedOn: ['changed on', 'corrected on'],
    key: ['key', 'metric key', 'shared key'],
    reviewBy: ['review by', 'review', 'next review', 'review date', 'review on'],
    noRule: ['no rule', 'no rule because', 'context', 'context only', 'reason for no rule', 'why no rule'],
    validFrom: ['valid from', 'in force from', 'effective from', 'effective', 'starts on', 'from'],
    agreedFingerprint: ['agreed fingerprint', 'fingerprint', 'fingerprint of the agreement'],
  },
  ambiguous: {
    who: ['owner', 'notify', 'escalate to'],
    team: ['owner', 'notify', 'escalate to'],
    recovery: ['recovery critical', 'recovery warning'],
    recoversat: ['recovery critical', 'recovery warning'],
    escalation: ['escalate to', 'escalate after'],
    escalate: ['escalate to', 'escalate after'],
    respond: ['respond within', 'respond URL'],
    sla: ['respond within', 'escalate after'],
    agreed: ['agreed on', 'agreed by'],
    approved: ['agreed on', 'agreed by'],
    date: ['valid from', 'agreed on', 'review by'],
    level: ['critical', 'warning'],
    target: ['critical', 'warning'],
    goal: ['critical', 'warning'],
    value: ['critical', 'warning'],
    min: ['critical', 'warning', 'min volume'],
    max: ['critical', 'warning'],
    minimum: ['critical', 'warning', 'min volume'],
    maximum: ['critical', 'warning'],
    below: ['critical below', 'warning below'],
    above: ['critical above', 'warning above'],
    alert: ['critical', 'notify'],
    after: ['for', 'escalate after'],
    within: ['for', 'respond within'],
    link: ['runbook', 'respond URL'],
    url: ['runbook', 'respond URL'],
    green: ['recovery critical', 'recovery warning'],
  },
};

/** Every field of a row, in the order in which they are written. */
export const RULE_COLUMNS = Object.keys(RULE_COLUMN_NAMES.names) as readonly RuleColumn[];

/** The operator that a level's header says: "Act below". */
export function headerOperator(name: string): Operator | undefined {
  if (name.endsWith('below') || name.endsWith('<')) {
    return '<';
  }
  return name.endsWith('above') || name.endsWith('>') ? '>' : undefined;
}
