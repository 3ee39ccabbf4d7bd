import type { DataQueryRequest, ScopedVars, TimeRange } from '@grafana/data';
import { dateTime } from '@grafana/data';
import { uniqueId } from 'lodash';

import type { Fixed } from './readJudgeOn';
import { SECOND } from '../../time/units';

/** What is asked: a panel's request, and for which look-back and step. */
export interface Question extends Fixed {
  request: DataQueryRequest;
  /** Names of variables that would follow the range in view. */
  intervals: readonly string[];
}

/**
 * A panel's request once more, for a fixed look-back up to now and a fixed step, whatever is in view: its queries, filters,
 * scopes, variables and all the rest as they are.
 *
 * @param now - epoch ms
 */
export function fixedRequest({ request, intervals, lookBackMs, stepMs }: Question, now: number): DataQueryRequest {
  const range = lastRange(lookBackMs, now);
  return {
    ...request,
    requestId: uniqueId('protocol-judged-'),
    range,
    rangeRaw: range.raw,
    timeInfo: undefined,
    interval: durationText(stepMs),
    intervalMs: stepMs,
    maxDataPoints: Math.ceil(lookBackMs / stepMs) + 1,
    scopedVars: { ...request.scopedVars, ...rangeVariables(range, stepMs, intervals) },
    startTime: now,
    endTime: undefined,
    hideFromInspector: true,
  };
}

/**
 * What a fixed request asks, without when it asks it: two requests of one key have the same answer at the same time.
 *
 * @param replaceVariables - of the panel: queries are told apart by what their variables stand for
 */
export function requestKey(
  { request, intervals, lookBackMs, stepMs }: Question,
  replaceVariables: (text: string, scopedVars?: ScopedVars) => string
): string {
  const { targets, filters, groupByKeys, scopes, scopedVars, timezone } = request;
  const variables = Object.entries(scopedVars ?? {}).filter(([name]) => !name.startsWith('__'));
  // Variables of the range in view do not matter: a fixed request has its own.
  const range = rangeVariables(lastRange(lookBackMs, 0), stepMs, intervals);
  return JSON.stringify([
    replaceVariables(JSON.stringify(targets), { ...scopedVars, ...range }),
    filters,
    groupByKeys,
    scopes,
    variables.map(([name, variable]) => [name, variable?.value, variable?.text]),
    timezone,
    lookBackMs,
    stepMs,
  ]);
}

function lastRange(lookBackMs: number, now: number): TimeRange {
  // Grafana's date math knows no unit shorter than a second.
  const seconds = Math.max(1, Math.round(lookBackMs / SECOND));
  return {
    from: dateTime(now - seconds * SECOND),
    to: dateTime(now),
    raw: { from: `now-${seconds}s`, to: 'now' },
  };
}

/** The variables that Grafana and data sources make of a range and its step. */
function rangeVariables({ from, to }: TimeRange, stepMs: number, intervals: readonly string[]): ScopedVars {
  const interval = durationText(stepMs);
  const rangeMs = to.valueOf() - from.valueOf();
  const rangeS = Math.round(rangeMs / SECOND);
  return Object.fromEntries(
    [
      ...['__interval', ...intervals].map((name) => [name, interval]),
      ['__interval_ms', stepMs],
      ['__range', `${rangeS}s`],
      ['__range_s', rangeS],
      ['__range_ms', rangeMs],
      ['__from', from.valueOf()],
      ['__to', to.valueOf()],
    ].map(([name, value]) => [name, { text: String(value), value }])
  );
}

/** A duration in one unit, as every data source reads it: `90s`, `1500ms`. */
function durationText(ms: number): string {
  return ms % SECOND === 0 ? `${ms / SECOND}s` : `${ms}ms`;
}
