/** A data frame as it travels from `/api/ds/query`: `DataFrameJSON` of @grafana/data. */
export interface WireFrame {
  schema: { refId: string; name?: string; meta?: Record<string, unknown>; fields: WireFieldSchema[] };
  data: { values: unknown[][]; entities?: Array<WireEntities | null> };
}

interface WireFieldSchema {
  name: string;
  type: FieldKind;
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
}

interface WireEntities {
  NaN?: number[];
  Inf?: number[];
  NegInf?: number[];
}

type FieldKind = 'time' | 'number' | 'string' | 'boolean';

/** One column before it is put on the wire. */
export interface Column {
  name: string;
  type: FieldKind;
  values: unknown[];
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
}

/** What one query answers. With an error, frames may still hold what could be had. */
export interface QueryResult {
  status: number;
  frames: WireFrame[];
  error?: string;
}

/** The range of a query in epoch milliseconds, and the resolution asked for. */
export interface QueryWindow {
  from: number;
  to: number;
  intervalMs: number;
  maxDataPoints: number;
}

/** Puts columns on the wire; JSON has no NaN and no infinity, so those go beside the values. */
export function toWireFrame(
  refId: string,
  columns: Column[],
  extra: { name?: string; meta?: Record<string, unknown> } = {}
): WireFrame {
  const entities = columns.map(({ values }) => findEntities(values));
  return {
    schema: {
      refId,
      ...extra,
      fields: columns.map(({ name, type, labels, config }) => ({ name, type, labels, config })),
    },
    data: {
      values: columns.map(({ values }) =>
        values.map((value) => (typeof value === 'number' && !Number.isFinite(value) ? null : (value ?? null)))
      ),
      ...(entities.some((entry) => entry !== null) ? { entities } : {}),
    },
  };
}

function findEntities(values: unknown[]): WireEntities | null {
  const found: Required<WireEntities> = { NaN: [], Inf: [], NegInf: [] };
  values.forEach((value, index) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const kind = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf';
      found[kind].push(index);
    }
  });
  const present = Object.entries(found).filter(([, indices]) => indices.length > 0);
  return present.length > 0 ? Object.fromEntries(present) : null;
}
