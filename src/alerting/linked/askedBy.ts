import { isEqual } from 'lodash';

import type { AlertQuery, AlertRule } from '../../protocol/engine/alertRule';
import { isObject } from '../../rule/isObject';
import { plainQuery } from './plainQuery';

/** A query of a panel, as it is asked: its variables put in. */
export interface PanelQuery {
  refId: string;
  dataSourceUid: string;
  model: Readonly<Record<string, unknown>>;
}

/** What of a saved query says how a panel shows the answer, or how often it is asked, and nothing of what is asked. */
const NOT_ASKED = new Set([
  ...['refId', 'datasource', 'datasourceUid', 'hide', 'key', 'requestId', 'utcOffsetSec', 'legendFormat', 'editorMode'],
  ...['exemplar', 'format', 'interval', 'intervalMs', 'intervalFactor', 'maxDataPoints', 'step', 'instant', 'range'],
  ...['queryType', 'resolution', 'alias', 'timeRange', 'relativeTimeRange', 'disableTextWrap', 'fullMetaSearch'],
  ...['includeNullMetadata', 'useBackend'],
]);

/**
 * What a query asks, in a form that compares: without what only shows it, and without spaces that say nothing.
 *
 * @returns Undefined for a query that asks nothing.
 */
export function askedBy(model: Readonly<Record<string, unknown>>): object | undefined {
  const entries = Object.entries(model).filter(([name, value]) => !NOT_ASKED.has(name) && !isNothing(value));
  const said = entries.map(([name, value]) => [
    name,
    name === 'expr' && typeof value === 'string' ? plainQuery(value) : value,
  ]);
  return said.length === 0 ? undefined : (spaced(Object.fromEntries(said)) as object);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false;
}

/** The same with runs of spaces and line ends made one. */
function spaced(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.trim().replace(/\s+/g, ' ');
  }
  if (Array.isArray(value)) {
    return value.map(spaced);
  }
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spaced(inner)]))
    : value;
}

/** A panel's query with what it asks: worked out once for all rules. */
export interface Asked {
  query: PanelQuery;
  asked: object | undefined;
}

export function toAsked(queries: readonly PanelQuery[]): Asked[] {
  return queries.map((query) => ({ query, asked: askedBy(query.model) }));
}

/** The panel's queries that an alert rule asks, too; undefined where it can't be made out what it asks. */
export function queriesOf({ queries, engine }: AlertRule, panel: readonly Asked[]): PanelQuery[] | undefined {
  if (!queries || queries.length === 0) {
    return undefined;
  }
  const inSource = engine.kind === 'source' ? engine.uid : undefined;
  return panel
    .filter(({ query, asked }) =>
      queries.some(
        (own) => asked !== undefined && query.dataSourceUid === (inSource ?? own.dataSourceUid) && isSame(own, asked)
      )
    )
    .map(({ query }) => query);
}

function isSame({ model }: AlertQuery, asked: object): boolean {
  const own = askedBy(model);
  // A panel of a data source's engine may have more in its query than the expression that the rule is.
  return own !== undefined && (isEqual(own, asked) || ('expr' in own && 'expr' in asked && own.expr === asked.expr));
}
