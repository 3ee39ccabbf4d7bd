import type { PanelProps } from '@grafana/data';
import { Table } from '@grafana/ui';

/** The stand-in for Table: the first frame, drawn by the table of @grafana/ui. */
export function TablePanel({ data, width, height }: PanelProps) {
  const frame = data.series.at(0);
  return frame ? <Table data={frame} width={width} height={height} ariaLabel="Data" /> : <p>No data</p>;
}
