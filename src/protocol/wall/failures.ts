import type { MetricProtocol, QueryError } from '../protocol';
import type { NotRead, WallPanel } from './wallInput';

/** What could not be read, with the queries that failed, by the panel that they are of. */
export type Unread =
  | NotRead
  | { kind: 'queryFailed'; id: string; panel?: string; error: QueryError }
  /** A panel has a table of rules, and nothing of it can be read. */
  | { kind: 'rulesUnread'; panel?: string };

/** The queries of a panel that failed. */
export function errorsOf({ told }: WallPanel): readonly QueryError[] {
  return 'protocol' in told ? told.protocol.errors : told.errors;
}

/** A panel's failed queries, as a wall names them. */
export function failedQueries(panel: WallPanel): Unread[] {
  return errorsOf(panel).map((error): Unread => ({
    kind: 'queryFailed',
    id: panel.id,
    panel: panel.title,
    error,
  }));
}

/**
 * Whether something that could not be read may be what a metric is of: its panel, or its query. Where nobody says which query
 * failed, or which one a metric is of, it may be that one.
 */
export function mayHold(unread: Unread, panelId: string, metric: Pick<MetricProtocol, 'refId'>): boolean {
  if (!('id' in unread) || unread.id !== panelId) {
    return false;
  }
  return unread.kind !== 'queryFailed' || isOf(unread.error, metric);
}

/**
 * Whether a metric's values came with the answer: samples are proof of it, and so is that no query failed that could have
 * returned it. A failed query may stand beside others of its panel that were answered.
 */
export function hasCome({ now, last, refId }: MetricProtocol, errors: readonly QueryError[]): boolean {
  return now.state !== 'error' && (last !== undefined || !errors.some((error) => isOf(error, { refId })));
}

/** A transformation that makes one of several queries names it after them all: `merge-A-B`. */
function isOf({ refId: failed }: QueryError, { refId }: Pick<MetricProtocol, 'refId'>): boolean {
  return failed === undefined || refId === undefined || `-${refId}-`.includes(`-${failed}-`);
}
