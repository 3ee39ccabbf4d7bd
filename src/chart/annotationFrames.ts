import type { DataFrame } from '@grafana/data';
import { DataTopic, FieldType, createDataFrame } from '@grafana/data';

import type { Mark } from './marks';
import type { Note } from './notes';

/** A box on the plot: epoch ms by value. The axis does not stretch for it. */
export interface Box {
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
  color: string;
  fillOpacity: number;
  lineWidth: number;
  lineStyle: 'solid' | 'dash';
}

/** The region annotations of a native Time series: one row a mark. */
export function regionFrame(
  marks: readonly Mark[],
  colorOf: (mark: Mark) => string,
  countWords: (mark: Mark) => string
): DataFrame {
  return annotationFrame(
    'protocol',
    marks.map((mark) => {
      const { title, lines } = mark.describe();
      return { ...mark, title, lines: mark.count > 1 ? [countWords(mark)] : lines, color: colorOf(mark) };
    })
  );
}

/** The annotations that are no breaches, of one colour: a line at a moment, or a region. */
export function noteFrame(notes: readonly Note[], color: string): DataFrame {
  return annotationFrame(
    'protocol notes',
    notes.map((note) => ({ ...note, color }))
  );
}

function annotationFrame(name: string, rows: ReadonlyArray<Note & { color: string }>): DataFrame {
  return withTopic(
    createDataFrame({
      name,
      fields: [
        { name: 'time', type: FieldType.time, values: rows.map(({ from }) => from) },
        { name: 'timeEnd', type: FieldType.time, values: rows.map(({ from, to = from }) => to) },
        { name: 'isRegion', type: FieldType.boolean, values: rows.map(({ to }) => to !== undefined) },
        { name: 'color', type: FieldType.string, values: rows.map(({ color }) => color) },
        { name: 'title', type: FieldType.string, values: rows.map(({ title }) => title) },
        { name: 'text', type: FieldType.string, values: rows.map(({ lines }) => lines.join('<br>')) },
        { name: 'tags', type: FieldType.other, values: rows.map(() => []) },
        // Grafana offers to edit and delete every annotation that has another id, and these are in no store.
        { name: 'id', type: FieldType.number, values: rows.map(() => 0) },
      ],
    })
  );
}

/** The boxes that a native Time series draws on its canvas. */
export function boxFrame(boxes: readonly Box[]): DataFrame {
  const column = <K extends keyof Box>(name: K, type: FieldType) => ({
    name,
    type,
    values: boxes.map((box) => box[name]),
  });
  return withTopic(
    createDataFrame({
      name: 'xymark',
      fields: [
        column('xMin', FieldType.time),
        column('xMax', FieldType.time),
        column('yMin', FieldType.number),
        column('yMax', FieldType.number),
        column('color', FieldType.string),
        column('fillOpacity', FieldType.number),
        column('lineWidth', FieldType.number),
        column('lineStyle', FieldType.string),
      ],
    })
  );
}

function withTopic(frame: DataFrame): DataFrame {
  return { ...frame, meta: { ...frame.meta, dataTopic: DataTopic.Annotations } };
}
