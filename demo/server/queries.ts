import { queryPrometheus } from '../datasources/prometheus/query';
import { queryTestData } from '../datasources/testdata/query';
import type { QueryResult, QueryWindow } from '../datasources/queryResult';
import type { Reply } from './annotations';
import type { ProvisionedDataSource } from './dataSources';
import type { PrometheusHandle } from './prometheusProcess';

/** What queries are answered with. */
export interface Engines {
  prometheus: PrometheusHandle;
  dataSources: () => ProvisionedDataSource[];
}

interface Query extends Record<string, unknown> {
  refId: string;
}

/**
 * Grafana's `/api/ds/query`: every query is answered by the engine of its data source. One failed query makes the
 * status 400, with the others' frames in the same body; a panic in the engine makes it a bare 500.
 */
export async function runQueries(body: Record<string, unknown>, engines: Engines): Promise<Reply> {
  const queries = Array.isArray(body.queries) ? body.queries.filter(isQuery) : [];
  const range = { from: Number(body.from), to: Number(body.to) };
  const results: Record<string, QueryResult> = {};
  try {
    await Promise.all(
      queries.map(async (query) => {
        const result = await runQuery(query, range, engines);
        if (result !== undefined) {
          results[query.refId] = result;
        }
      })
    );
  } catch (error) {
    return { status: 500, body: { message: error instanceof Error ? error.message : String(error) } };
  }
  const failed = Object.values(results).some((result) => result.error !== undefined);
  return { status: failed ? 400 : 200, body: { results } };
}

async function runQuery(
  query: Query,
  range: { from: number; to: number },
  engines: Engines
): Promise<QueryResult | undefined> {
  const window: QueryWindow = {
    ...range,
    intervalMs: Number(query.intervalMs) || 1000,
    maxDataPoints: Number(query.maxDataPoints) || 1000,
  };
  const type = dataSourceType(query.datasource);
  if (type === 'grafana-testdata-datasource' || type === 'testdata') {
    return queryTestData(query, window);
  }
  if (type === 'prometheus') {
    const source = engines.dataSources().find((candidate) => candidate.type === 'prometheus');
    return queryPrometheus(query, window, { ...engines.prometheus, scrapeInterval: source?.timeInterval });
  }
  return { status: 400, error: `The local host has no data source of type "${type}"`, frames: [] };
}

function dataSourceType(ref: unknown): string {
  return typeof ref === 'object' && ref !== null && 'type' in ref ? String(ref.type) : '';
}

function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && 'refId' in value && typeof value.refId === 'string';
}
