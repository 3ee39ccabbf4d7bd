import type { StoredAnnotation, Wanted } from './annotationStore';

/** Grafana has no ceiling for it, and 100 where nothing is asked for. */
const LIMIT = 5000;

type Part = Pick<Wanted, 'from' | 'to'>;

/** What the store answers to one question. */
export interface Answer {
  annotations: readonly StoredAnnotation[];
  /** How many it told of, with those that can't be read. */
  count: number;
}

/**
 * All annotations of a time, though the store has no pages: where an answer is as long as it may be, something may be
 * missing from it, and its time is asked for in halves. What cannot be halved is asked for with a larger limit.
 *
 * @param ask - Asks for a part of the time, ends included.
 * @returns Each once, though one that overlaps both halves comes twice.
 */
export async function findAll(
  ask: (part: Part, limit: number) => Promise<Answer>,
  { from, to }: Part,
  limit = LIMIT
): Promise<StoredAnnotation[]> {
  const { annotations, count } = await ask({ from, to }, limit);
  if (count < limit) {
    return [...annotations];
  }
  const middle = Math.floor(from + (to - from) / 2);
  if (middle <= from || middle >= to) {
    return findAll(ask, { from, to }, limit * 10);
  }
  const halves = [await findAll(ask, { from, to: middle }, limit), await findAll(ask, { from: middle, to }, limit)];
  return [...new Map(halves.flat().map((annotation) => [annotation.id, annotation])).values()];
}
