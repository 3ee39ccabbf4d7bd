import { isObject } from '../../rule/isObject';
import { parseDuration } from '../../time/duration';
import { SECOND } from '../../time/units';
import type { Texts } from '../../protocol/engine/alertRule';

/** The fields of what is an object; none of what is not. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) && !Array.isArray(value) ? value : {};
}

/** What is in a list; nothing where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A text; undefined for anything else, and for an empty one. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The entries of an object that are texts. */
export function textsOf(value: unknown): Texts {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  );
}

/** A moment, epoch ms. Go writes the year 1 for "never": undefined, as for what is no moment. */
export function momentOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return time > 0 ? time : undefined;
}

/** A length of time, ms: a number of seconds, or as Prometheus writes it. 0 for what is none. */
export function lengthOf(value: unknown): number {
  const ms = typeof value === 'number' ? value * SECOND : parseDuration(typeof value === 'string' ? value : '');
  return ms !== undefined && Number.isFinite(ms) && ms > 0 ? ms : 0;
}

/** Finite numbers of a list. */
export function numbersOf(value: unknown): number[] {
  return listOf(value).filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
}

/** JSON in a text; undefined for what is none. */
export function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
