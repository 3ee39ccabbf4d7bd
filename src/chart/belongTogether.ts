import type { DataFrame, Field, FieldConfig } from '@grafana/data';
import { FieldType } from '@grafana/data';
import { BARS, HIDDEN_AXIS, NOT_STACKED } from './nativeValues';

import { isDrawn } from '../frames/drawnFields';

/** Units that say nothing of what is counted. */
const PLAIN = new Set(['', 'none', 'short', 'sishort', 'locale', 'string']);

/** What of a Time series field says that it is drawn with others. As it is saved: it may be anything. */
type Drawn = Partial<Record<'stacking' | 'fillBelowTo' | 'drawStyle' | 'axisPlacement' | 'axisLabel', unknown>>;

/**
 * Whether what a chart draws belongs together, so that the chart is not to be taken apart into one a metric: two of its
 * fields share a unit or an axis, are stacked, or are bars side by side; one is filled down to another, or has no axis
 * of its own to be read by; or some are drawn that no metric stands for. (Design, *Views*: "a row a metric by itself
 * where the metrics share neither unit nor axis and nothing ties them".)
 *
 * @param series - What the chart draws.
 * @param metrics - Where the metrics are in it: their frame and their field.
 */
export function belongTogether(
  series: readonly DataFrame[],
  metrics: ReadonlyArray<{ frameIndex: number; fieldIndex: number }>
): boolean {
  const fields = metrics.flatMap(({ frameIndex, fieldIndex }) => series[frameIndex]?.fields[fieldIndex] ?? []);
  return (
    TIES.some((tieOf) => sharesAny(fields.map(({ config }) => tieOf(config, drawnOf(config))))) ||
    fields.some(({ config }) => leansOnAnother(drawnOf(config))) ||
    drawnFields(series).some((field) => !fields.includes(field))
  );
}

/** What two fields must not have in common; undefined where a field has nothing of that kind. */
const TIES: ReadonlyArray<(config: FieldConfig, drawn: Drawn) => string | undefined> = [
  ({ unit }) => (unit === undefined || PLAIN.has(unit) ? '' : unit),
  (_, { axisLabel }) => (typeof axisLabel === 'string' && axisLabel !== '' ? axisLabel : undefined),
  (_, { stacking }) => stackOf(stacking),
  (_, { drawStyle }) => (drawStyle === BARS ? drawStyle : undefined),
];

function stackOf(stacking: unknown): string | undefined {
  const { mode, group } = Object(stacking) as { mode?: unknown; group?: unknown };
  return mode === undefined || mode === NOT_STACKED ? undefined : `${String(mode)} ${String(group)}`;
}

function leansOnAnother({ fillBelowTo, axisPlacement }: Drawn): boolean {
  return (typeof fillBelowTo === 'string' && fillBelowTo !== '') || axisPlacement === HIDDEN_AXIS;
}

function sharesAny(ties: ReadonlyArray<string | undefined>): boolean {
  const some = ties.filter((tie) => tie !== undefined);
  return new Set(some).size < some.length;
}

function drawnFields(series: readonly DataFrame[]): Field[] {
  return series
    .filter(({ fields }) => fields.some(({ type }) => type === FieldType.time))
    .flatMap(({ fields }) => fields.filter(isDrawn));
}

function drawnOf(config: FieldConfig): Drawn {
  return Object(config.custom) as Drawn;
}
