import fc from 'fast-check';

import type { StoredAnnotation } from './annotationStore';
import { findAll } from './findAll';

const annotation = (id: number, time: number, timeEnd = time): StoredAnnotation => ({
  id,
  time,
  timeEnd,
  tags: [],
  data: {},
});

/** As Grafana answers: what overlaps, by end descending, as many as are asked for. */
function storeOf(all: readonly StoredAnnotation[]) {
  const asked: number[] = [];
  const ask = async ({ from, to }: { from: number; to: number }, limit: number) => {
    asked.push(limit);
    const found = all
      .filter(({ time, timeEnd }) => time <= to && timeEnd >= from)
      .sort((a, b) => b.timeEnd - a.timeEnd)
      .slice(0, limit);
    return { annotations: found, count: found.length };
  };
  return { ask, asked };
}

it('finds all of them once, however few the store tells at a time', async () => {
  const anyTime = fc.integer({ min: 0, max: 200 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ time: anyTime, length: fc.integer({ min: 0, max: 50 }) })),
      anyTime,
      anyTime,
      fc.integer({ min: 1, max: 7 }),
      async (pieces, a, b, limit) => {
        const all = pieces.map(({ time, length }, index) => annotation(index + 1, time, time + length));
        const wanted = { from: Math.min(a, b), to: Math.max(a, b) };
        const found = await findAll(storeOf(all).ask, wanted, limit);
        const expected = all.filter(({ time, timeEnd }) => time <= wanted.to && timeEnd >= wanted.from);
        expect(found.map(({ id }) => id).sort((x, y) => x - y)).toEqual(expected.map(({ id }) => id));
      }
    )
  );
});

it('asks once where everything fits', async () => {
  const { ask, asked } = storeOf([annotation(1, 5)]);
  await findAll(ask, { from: 0, to: 10 });
  expect(asked).toEqual([5000]);
});
