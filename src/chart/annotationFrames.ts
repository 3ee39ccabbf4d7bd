import { type DataFrame, DataTopic, FieldType, createDataFrame } from '@grafana/data';

import { type Mark } from './marks';

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
  const texts = marks.map(({ describe }) => describe());
  return withTopic(
    createDataFrame({
      name: 'protocol',
      fields: [
        { name: 'time', type: FieldType.time, values: marks.map(({ from }) => from) },
        { name: 'timeEnd', type: FieldType.time, values: marks.map(({ to }) => to) },
        { name: 'isRegion', type: FieldType.boolean, values: marks.map(() => true) },
        { name: 'color', type: FieldType.string, values: marks.map(colorOf) },
        { name: 'title', type: FieldType.string, values: texts.map(({ title }) => title) },
        {
          name: 'text',
          type: FieldType.string,
          values: marks.map((mark, index) => (mark.count > 1 ? countWords(mark) : texts[index].lines.join('<br>'))),
        },
        { name: 'tags', type: FieldType.other, values: marks.map(() => []) },
        // Grafana offers to edit and delete every annotation that has another id, and these are in no store.
        { name: 'id', type: FieldType.number, values: marks.map(() => 0) },
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
