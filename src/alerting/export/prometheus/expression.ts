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
 * for, held for as long as a value holds, and as of so long ago as figures settle.
 */
export function valueExpression(alert: Alert): string {
  return held(ownSeries(alert), alert);
}

/**
 * As `valueExpression`, but not a number while the newest sample has too little volume: what is no number keeps a
 * threshold of Grafana's in the state that it is in, so that nothing begins and nothing ends.
 */
export function countedExpression(alert: Alert): string {
  const flag = volumeFlag(alert);
  const own = ownSeries(alert);
  return flag === undefined ? held(own, alert) : held(`(${own} * (${flag} / ${flag}))`, alert);
}

/**
 * The expression of an alert: its value beyond the level. With a recovery threshold it stays for as long as the value has
 * not passed that while the alert is pending or firing, of which `ALERTS` keeps record from one evaluation to the next. So
 * does an alert whose newest sample has too little volume to say anything.
 *
 * @param added - The names of the labels that the rule adds to its series.
 */
export function alertExpression(alert: Alert, added: readonly string[]): string {
  const { level, uid } = alert;
  const value = valueExpression(alert);
  const ignored = ['alertname', 'alertstate', ...added].sort().join(', ');
  const alerted = `and ignoring (${ignored}) ALERTS{${UID_LABEL}=${quoted(uid)}}`;
  const met = compare(value, level.condition);
  const breached = hasRecovery(alert) ? `(${met}) or ((${compare(value, level.hold)}) ${alerted})` : met;
  const flag = volumeFlag(alert);
  if (flag === undefined) {
    return breached;
  }
  const counts = held(flag, alert);
  // What is no number is an evaluation without a value, whatever its volume.
  return `((${breached}) and (${counts} == 1)) or ((${value} >= -Inf and (${counts} == 0)) ${alerted})`;
}

function ownSeries({ query, series }: Alert): string {
  const own = ofSeries(askedBy(query), series);
  return series.kind === 'all' ? own : `(${own})`;
}

/** For each value 1 where its volume is enough, 0 where it is not or not known; undefined where no rule asks for one. */
function volumeFlag(alert: Alert): string | undefined {
  const { volume } = alert;
  if (!volume) {
    return undefined;
  }
  // Any number to the power of 0 is 1, and so is what is none.
  const one = `${ownSeries(alert)} ^ 0`;
  const enough = `(${askedBy(volume.query)} >= bool ${volume.least})`;
  return `((${one} *${on(volume.on)} group_left () ${enough}) or (${one} * 0))`;
}

function held(inner: string, { stepMs, holdMs, settleMs }: Alert): string {
  if (holdMs === undefined && settleMs === 0) {
    return inner;
  }
  // Prometheus 3 leaves out what is exactly as old as the range, and 2 takes it in: a millisecond more or less is the
  // same in both.
  const range = holdMs === undefined ? stepMs - 1 : holdMs + 1;
  const offset = settleMs > 0 ? ` offset ${promDuration(settleMs)}` : '';
  return `last_over_time(${inner}[${promDuration(range)}:${promDuration(stepMs)}]${offset})`;
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
