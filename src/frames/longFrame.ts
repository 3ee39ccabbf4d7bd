import type { DataFrame, Field } from '@grafana/data';
import { DataFrameType, FieldType } from '@grafana/data';

import { follows, isSample } from '../evaluation/samples';
import { numbersOf } from './drawnFields';
import { DAY } from '../time/units';

/** So many rounds of the same texts are no chance. */
const LEAST_ROUNDS = 3;

/** A series' own samples are this regular, and those of several are farther from regular than that. */
const JITTER = 1.1;
const UNEVEN = 1.5;

/** The columns of a frame that may tell apart several series under one another. */
export interface TellingColumns {
  texts: readonly Field[];
  /** Numbers that name, not measure: each at most once at a time, and few of them at most times. */
  ids: readonly Field[];
  /** The source says that each text is a label: then one with several values is proof enough. */
  areLabels: boolean;
}

/** Finds the columns that may tell series apart. An ordinary frame has no time twice, so that no number of it names. */
export function tellingColumns({ fields, meta }: DataFrame, time: Field): TellingColumns {
  const texts = fields.filter(({ type }) => type === FieldType.string);
  const numbers = fields.filter(({ type }) => type === FieldType.number);
  const ids = numbers.length > 1 && !ascend(time.values) ? numbers.filter((one) => isId(one, time)) : [];
  return { texts, ids, areLabels: meta?.type === DataFrameType.TimeSeriesLong };
}

/**
 * Whether a field of a frame is several series under one another: two of its samples have the same time and are told
 * apart by a text or a number beside them, or texts take turns at times of their own, or the source says that the frame is
 * long. Nobody can tell which of them a rule is about.
 *
 * Series that take turns evenly (north at each full minute, south at each half) and whose source says nothing are not
 * found: one series with a text that changes with each value (on and off, the name of a shift) is the very same frame, and
 * it can be judged.
 *
 * @param time - The times of the rows, epoch ms.
 */
export function isLong({ texts, ids, areLabels }: TellingColumns, time: Field, field: Field): boolean {
  return (
    (areLabels && texts.some((text) => hasSeveral(text, field))) ||
    texts.some((text) => tellsApart(text, time, field) || takeTurns(text, time, field)) ||
    ids.some((id) => id !== field && tellsApart(id, time, field))
  );
}

/** Whether samples of a field have several texts. */
function hasSeveral(text: Field, field: Field): boolean {
  const values = numbersOf(field);
  return new Set(text.values.filter((_: unknown, row: number) => isSample(values[row]))).size > 1;
}

function ascend(times: ArrayLike<unknown>): boolean {
  for (let row = 1; row < times.length; row++) {
    if (!follows(times[row], times[row - 1] as number)) {
      return false;
    }
  }
  return true;
}

/** Whether numbers name series: whole, no number twice at one time, most times with several, each number again and again. */
function isId({ values }: Field, time: Field): boolean {
  const pairs = new Set<string>();
  const idsAt = new Map<unknown, number>();
  for (let row = 0; row < values.length; row++) {
    const at: unknown = time.values[row];
    if (!Number.isInteger(values[row]) || !Number.isFinite(at)) {
      return false;
    }
    pairs.add(`${String(at)} ${String(values[row])}`);
    idsAt.set(at, (idsAt.get(at) ?? 0) + 1);
  }
  const shared = [...idsAt.values()].filter((count) => count > 1).length;
  const distinct = new Set(values).size;
  return pairs.size === values.length && shared * 2 > idsAt.size && distinct > 1 && distinct * 2 <= values.length;
}

function tellsApart(column: Field, time: Field, field: Field): boolean {
  const values = numbersOf(field);
  const textAt = new Map<unknown, unknown>();
  for (let row = 0; row < values.length; row++) {
    const at: unknown = time.values[row];
    if (isSample(values[row]) && Number.isFinite(at)) {
      if (textAt.has(at) && textAt.get(at) !== column.values[row]) {
        return true;
      }
      textAt.set(at, column.values[row]);
    }
  }
  return false;
}

/**
 * Whether texts take turns as series do that are never asked at the same time: always in the same order, each at a step of
 * its own, while from one row to the next it is now longer, now shorter. Texts that name the hour or the day take turns,
 * too, but evenly, or once in whole days.
 */
function takeTurns(text: Field, time: Field, field: Field): boolean {
  const values = numbersOf(field);
  const rows = [...values.keys()]
    .filter((row) => isSample(values[row]) && Number.isFinite(time.values[row]))
    .sort((a, b) => time.values[a] - time.values[b]);
  const round = new Set(rows.map((row): unknown => text.values[row])).size;
  if (round < 2 || rows.length < LEAST_ROUNDS * round) {
    return false;
  }
  const isInOrder = rows.every((row, index) => index < round || text.values[row] === text.values[rows[index - round]]);
  if (!isInOrder) {
    return false;
  }
  const stepsOver = (count: number): number[] =>
    rows.slice(count).map((row, index) => time.values[row] - time.values[rows[index]]);
  const [own, next] = [stepsOver(round), stepsOver(1)];
  return longest(own) <= JITTER * shortest(own) && longest(next) > UNEVEN * shortest(next) && longest(own) < DAY;
}

function longest(steps: readonly number[]): number {
  return steps.reduce((most, step) => Math.max(most, step), 0);
}

function shortest(steps: readonly number[]): number {
  return steps.reduce((least, step) => Math.min(least, step), Infinity);
}
