import type { DataFrame } from '@grafana/data';
import { FieldType } from '@grafana/data';

/** The columns of a frame by name, as annotations are read. */
type Columns = Record<string, unknown[] | undefined>;

/** The columns of every frame that marks times: all with a time field but exemplars and xy marks. */
function timeMarkColumns(frames: DataFrame[] = []): Columns[] {
  return frames
    .filter(({ name, length }) => name !== 'exemplar' && name !== 'xymark' && length > 0)
    .filter(({ fields }) => fields.some(({ type }) => type === FieldType.time))
    .map(columnsOf);
}

/** One box of an `xymark` frame. */
export interface XyMark {
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
  color: string | undefined;
  fillOpacity: number;
  lineWidth: number;
  lineStyle: string;
}

/** The boxes of `xymark` frames. A missing column is an error, as it is in Grafana. */
export function xyMarks(frames: DataFrame[] = []): XyMark[] {
  return frames
    .filter(({ name }) => name === 'xymark')
    .flatMap((frame) => {
      const columns = columnsOf(frame);
      const number = (name: string, row: number) => Number(required(columns, name)[row]);
      return Array.from({ length: frame.length }, (_, row) => ({
        xMin: number('xMin', row),
        xMax: number('xMax', row),
        yMin: number('yMin', row),
        yMax: number('yMax', row),
        color: columns.color?.[row] as string | undefined,
        fillOpacity: number('fillOpacity', row),
        lineWidth: number('lineWidth', row),
        lineStyle: String(required(columns, 'lineStyle')[row]),
      }));
    });
}

function required(columns: Columns, name: string): unknown[] {
  const column = columns[name];
  if (!column) {
    throw new Error(`an xymark frame has no field "${name}"`);
  }
  return column;
}

function columnsOf(frame: DataFrame): Columns {
  return Object.fromEntries(frame.fields.map((field) => [field.name, field.values]));
}

/** One time mark: a point, or a region with an end. */
export interface TimeMark {
  key: string;
  time: number;
  timeEnd?: number;
  color?: string;
  title?: string;
  text?: string;
  tags: string[];
  login?: string;
}

/** The rows of annotation frames; a region needs both `isRegion` and an end. */
export function timeMarks(frames: DataFrame[] = []): TimeMark[] {
  return timeMarkColumns(frames).flatMap((columns, frameIndex) =>
    (columns.time ?? []).map((time, row) => {
      const end = columns.timeEnd?.[row];
      const isRegion = Boolean(columns.isRegion?.[row]) && typeof end === 'number';
      return {
        key: `${frameIndex}:${row}`,
        time: Number(time),
        timeEnd: isRegion ? end : undefined,
        color: textAt(columns.color, row),
        title: textAt(columns.title, row),
        text: textAt(columns.text, row),
        login: textAt(columns.login, row),
        tags: tagsAt(columns.tags, row),
      };
    })
  );
}

function textAt(column: unknown[] | undefined, row: number): string | undefined {
  const value = column?.[row];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function tagsAt(column: unknown[] | undefined, row: number): string[] {
  const value = column?.[row];
  return Array.isArray(value) ? value.filter((tag) => typeof tag === 'string') : [];
}
