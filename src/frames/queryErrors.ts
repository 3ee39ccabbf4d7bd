import type { DataQueryError, PanelData } from '@grafana/data';

import type { QueryError } from '../protocol/protocol';

/** What a panel's queries returned, whenever that was. */
export type Queried = Omit<PanelData, 'state' | 'timeRange'>;

/** The failed queries of a panel, with or without data of others beside them. */
export function queryErrors(data: Queried): QueryError[] {
  const errors = failuresOf(data);
  const targets = data.request?.targets ?? [];
  const only = targets.length === 1 ? targets[0].refId : undefined;
  return errors.map(({ refId = only, message, data: detail }) => ({
    refId,
    message: message ?? detail?.message ?? detail?.error ?? '',
  }));
}

/** What failed, as Grafana has it. */
export function failuresOf({ errors, ...data }: Queried): DataQueryError[] {
  // Older data sources set `error` only.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return errors ?? (data.error ? [data.error] : []);
}
