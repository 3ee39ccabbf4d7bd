import type { Condition, Operator } from '../../../rule/level';
import type { Alert, AskedQuery, Labels, Series } from '../alert';
import { promDuration } from '../promDuration';

/** The label by which an alert finds itself among those that fire. */
export const UID_LABEL = 'protocol_rule';

/** Comparisons of a value, once or twice named, with an operator's bounds. */
const COMPARED: Readonly<Record<Operator, (value: string, bounds: readonly string[]) => string>> = {
  '>': (value, [a]) => `${value} > ${a}`,
  '>=': (value, [a]) => `${value} >= ${a}`,
  '<': (value, [a]) => `${value} < ${a}`,
  '<=': (value, [a]) => `${value} <= ${a}`,
  outside: (value, [a, b]) => `${value} < ${a} or ${value} > ${b}`,
  outsideIncluded: (value, [a, b]) => `${value} <= ${a} or ${value} >= ${b}`,
  inside: (value, [a, b]) => `${value} > ${a} < ${b}`,
  insideIncluded: (value, [a, b]) => `${value} >= ${a} <= ${b}`,
};

/**
 * The value of an alert's metric as the panel judges it, in PromQL: the query's own series, those of them that the rule is
 * for, without samples of too little volume, held for as long as a value holds, and as of so long ago as figures settle.
 */
export function valueExpression({ query, series, volume, stepMs, holdMs, settleMs }: Alert): string {
  const own = ofSeries(askedBy(query), series);
  const counted = volume ? `${own} and${on(volume.on)} (${askedBy(volume.query)} >= ${volume.least})` : own;
  if (holdMs === undefined && settleMs === 0) {
    return volume || series.kind !== 'all' ? `(${counted})` : own;
  }
  // Prometheus 3 leaves out what is exactly as old as the range, and 2 takes it in: a millisecond more or less is the
  // same in both.
  const range = holdMs === undefined ? stepMs - 1 : holdMs + 1;
  const offset = settleMs > 0 ? ` offset ${promDuration(settleMs)}` : '';
  const inner = volume || series.kind !== 'all' ? `(${counted})` : own;
  return `last_over_time(${inner}[${promDuration(range)}:${promDuration(stepMs)}]${offset})`;
}

/**
 * The expression of an alert: its value beyond the level. With a recovery threshold it stays for as long as the value has
 * not passed that while the alert is pending or firing, of which `ALERTS` keeps record from one evaluation to the next.
 *
 * @param added - The names of the labels that the rule adds to its series.
 */
export function alertExpression(alert: Alert, added: readonly string[]): string {
  const { level, uid } = alert;
  const value = valueExpression(alert);
  const met = compare(value, level.condition);
  if (!hasRecovery(alert)) {
    return met;
  }
  const ignored = ['alertname', 'alertstate', ...added].sort().join(', ');
  return `(${met}) or ((${compare(value, level.hold)}) and ignoring (${ignored}) ALERTS{${UID_LABEL}=${quoted(uid)}})`;
}

/** Whether a level recovers elsewhere than it begins. */
export function hasRecovery({ level: { condition, hold } }: Pick<Alert, 'level'>): boolean {
  return condition.operator !== hold.operator || condition.bounds.some((bound, index) => bound !== hold.bounds[index]);
}

function compare(value: string, { operator, bounds }: Condition): string {
  return COMPARED[operator](value, bounds.map(promNumber));
}

function promNumber(value: number): string {
  return Math.abs(value) === Infinity ? (value > 0 ? '+Inf' : '-Inf') : String(value);
}

function askedBy({ model }: AskedQuery): string {
  // A comment at its end must not swallow the bracket.
  const text = typeof model.expr === 'string' ? model.expr.trim() : '';
  return text.includes('#') ? `(${text}\n)` : `(${text})`;
}

/** An expression's series with, or without, sets of labels: an empty series that has nothing but those picks them. */
function ofSeries(expression: string, series: Series): string {
  if (series.kind === 'all') {
    return expression;
  }
  const names = [...new Set(series.sets.flatMap((set) => Object.keys(set)))].sort();
  const sets = series.sets.map((set) => labelled(set)).join(' or ');
  return `${expression} ${series.kind === 'only' ? 'and' : 'unless'}${on(names)} (${sets})`;
}

function on(names: readonly string[] | undefined): string {
  return names ? ` on (${names.join(', ')})` : '';
}

function labelled(labels: Labels): string {
  return Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .reduce(
      (vector, [name, value]) =>
        `label_replace(${vector}, ${quoted(name)}, ${quoted(value.replaceAll('$', '$$$$'))}, "", "")`,
      'vector(1)'
    );
}

/** A string as PromQL reads it, which is as JSON does. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
