import { isPlainObject } from 'lodash';

/** Whether a value has fields, as JSON's objects have. A list, a date and a map have none that could be read. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value);
}
