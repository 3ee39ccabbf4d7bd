import type { DataFrame, Field } from '@grafana/data';
import { FieldType } from '@grafana/data';

import { isSample } from '../evaluation/samples';
import { numbersOf } from './drawnFields';

/**
 * Whether a field of a frame is several series under one another: two of its samples have the same time and are told
 * apart by a text beside them. Nobody can tell which of them a rule is about.
 *
 * @param time - The times of the rows, epoch ms.
 */
export function isLong({ fields }: DataFrame, time: Field, field: Field): boolean {
  const texts = fields.filter(({ type }) => type === FieldType.string);
  return texts.length > 0 && texts.some((text) => tellsApart(text, time, field));
}

function tellsApart(text: Field, time: Field, field: Field): boolean {
  const values = numbersOf(field);
  const textAt = new Map<unknown, unknown>();
  for (let row = 0; row < values.length; row++) {
    const at: unknown = time.values[row];
    if (isSample(values[row]) && Number.isFinite(at)) {
      if (textAt.has(at) && textAt.get(at) !== text.values[row]) {
        return true;
      }
      textAt.set(at, text.values[row]);
    }
  }
  return false;
}
