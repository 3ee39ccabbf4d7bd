import type { QueryResult, QueryWindow, WireFrame } from '../queryResult';
import { toWireFrame } from '../queryResult';
import type { Labels } from './legend';
import { legendOf } from './legend';
import { calculateStep, interpolateExpression } from './step';
import { isRecord } from '../../../src/rule/isRecord';

/** A Prometheus query as dashboards save it. */
export interface PrometheusQuery {
  refId: string;
  expr?: string;
  range?: boolean;
  instant?: boolean;
  format?: string;
  legendFormat?: string;
  interval?: string;
  intervalFactor?: number;
  utcOffsetSec?: number;
}

export interface PrometheusTarget {
  url: string;
  origin: 'PROMETHEUS_URL' | 'default' | 'own' | 'none';
  scrapeInterval?: string;
}

const WITHOUT_ONE = 'Start one there, set PROMETHEUS_URL, or install prometheus so that the demo starts its own.';

const REMEDIES: Record<PrometheusTarget['origin'], string> = {
  own: 'The demo started it, and it may still be starting.',
  PROMETHEUS_URL: 'Start it, or change PROMETHEUS_URL.',
  default: WITHOUT_ONE,
  none: WITHOUT_ONE,
};

type Sample = [time: number, value: string];

interface Series {
  metric: Labels;
  values: Sample[];
}

type Answer = { series: Series[] } | { error: string; status: number };

/** Runs a range or an instant query (a query that asks for both runs as two). */
export async function queryPrometheus(
  query: PrometheusQuery,
  window: QueryWindow,
  target: PrometheusTarget
): Promise<QueryResult> {
  const input = { ...window, ...query, scrapeInterval: target.scrapeInterval };
  const stepMs = calculateStep(input);
  const expression = interpolateExpression(query.expr ?? '', input);
  const instant = query.instant === true && query.range !== true;

  const offsetMs = (query.utcOffsetSec ?? 0) * 1000;
  const align = (time: number) => Math.floor((time + offsetMs) / stepMs) * stepMs - offsetMs;
  const parameters: Record<string, string> = instant
    ? { query: expression, time: String(window.to / 1000) }
    : {
        query: expression,
        start: String(align(window.from) / 1000),
        end: String(align(window.to) / 1000),
        step: String(stepMs / 1000),
      };

  const answer = await ask(target, instant ? 'query' : 'query_range', parameters);
  if ('error' in answer) {
    return { status: answer.status, error: answer.error, frames: [] };
  }
  const frames = answer.series.map((series) => toFrame(series, query, { expression, stepMs, instant }));
  const meta = { executedQueryString: `Expr: ${expression}\nStep: ${stepMs / 1000}s` };
  if (query.format === 'table') {
    return { status: 200, frames: [toTable(answer.series, query, meta)] };
  }
  return { status: 200, frames: frames.length > 0 ? withMeta(frames, meta) : [toWireFrame(query.refId, [], { meta })] };
}

async function ask(
  { url, origin }: PrometheusTarget,
  endpoint: string,
  parameters: Record<string, string>
): Promise<Answer> {
  let body: unknown;
  let status = 502;
  try {
    const reply = await fetch(`${url}/api/v1/${endpoint}`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
      signal: AbortSignal.timeout(30_000),
    });
    status = reply.status;
    body = await reply.json();
  } catch {
    return { status, error: unreachable(url, origin) };
  }
  return narrowAnswer(body, status);
}

function unreachable(url: string, origin: PrometheusTarget['origin']): string {
  return `No Prometheus answers at ${url}. ${REMEDIES[origin]}`;
}

function narrowAnswer(body: unknown, status: number): Answer {
  if (!isRecord(body)) {
    return { status, error: `unexpected response with status code ${status}` };
  }
  if (body.status !== 'success' || !isRecord(body.data)) {
    return { status, error: [body.errorType, body.error].filter((part) => typeof part === 'string').join(': ') };
  }
  const { resultType, result } = body.data;
  if (!Array.isArray(result)) {
    return { status, error: 'unexpected response: no result' };
  }
  if (resultType === 'scalar' || resultType === 'string') {
    return { series: [{ metric: {}, values: [result as unknown as Sample] }] };
  }
  return { series: result.filter(isRecord).map(toSeries) };
}

function toSeries(entry: Record<string, unknown>): Series {
  const values = Array.isArray(entry.values) ? entry.values : [entry.value];
  return { metric: (entry.metric ?? {}) as Labels, values: values as Sample[] };
}

/** What was asked for a series. */
interface Asked {
  expression: string;
  stepMs: number;
  instant: boolean;
}

function toFrame(series: Series, query: PrometheusQuery, { expression, stepMs, instant }: Asked): WireFrame {
  const { metric, values } = series;
  const displayNameFromDS = legendOf(metric, query.legendFormat, expression);
  return toWireFrame(
    query.refId,
    [
      { name: 'Time', type: 'time', values: values.map(toTime), config: { interval: stepMs } },
      {
        name: metric.__name__ ?? 'Value',
        type: 'number',
        values: values.map(toValue),
        labels: metric,
        config: displayNameFromDS === undefined ? {} : { displayNameFromDS },
      },
    ],
    // Each series says that all of its steps were evaluated; the query is told with the first alone.
    { meta: { type: 'timeseries-multi', typeVersion: [0, 1], custom: { resultType: instant ? 'vector' : 'matrix' } } }
  );
}

/** One row a sample, one column a label: what the "Table" format shows. */
function toTable(series: Series[], { refId }: PrometheusQuery, meta: Record<string, unknown>): WireFrame {
  const rows = series.flatMap(({ metric, values }) => values.map((sample) => ({ metric, sample })));
  const names = [...new Set(series.flatMap(({ metric }) => Object.keys(metric)))].sort();
  return toWireFrame(
    refId,
    [
      { name: 'Time', type: 'time', values: rows.map(({ sample }) => toTime(sample)) },
      ...names.map((name) => ({
        name,
        type: 'string' as const,
        values: rows.map(({ metric }) => metric[name] ?? ''),
        config: { filterable: true },
      })),
      { name: 'Value', type: 'number', values: rows.map(({ sample }) => toValue(sample)) },
    ],
    { meta }
  );
}

function withMeta([first, ...rest]: WireFrame[], meta: Record<string, unknown>): WireFrame[] {
  return [{ ...first, schema: { ...first.schema, meta: { ...first.schema.meta, ...meta } } }, ...rest];
}

function toTime([seconds]: Sample): number {
  return Math.round(seconds * 1000);
}

function toValue([, text]: Sample): number {
  if (text === '+Inf' || text === 'Inf') {
    return Infinity;
  }
  return text === '-Inf' ? -Infinity : Number(text);
}
