import fc from 'fast-check';

import { anyLevel, head } from '../testing/judgements';
import type { Arrived } from '../testing/cadenceObserver';
import { heldAt, statesAt } from '../testing/cadenceObserver';
import { evaluate, INACTIVE } from './evaluate';
import type { Evaluation, Judgement, Samples } from './evaluation';
import { TOO_FEW } from './evaluation';
import { MINUTE } from '../time/units';

const RUNS = 150;

/** One that judges by its source alone: no `staleAfter`, no schedule. Durations are whole minutes. */
const anyRule = fc.record({
  levels: anyLevel('critical').map((level) => [level]),
  forMs: fc.integer({ min: 0, max: 8 }).map((minutes) => minutes * MINUTE),
  keepFiringForMs: fc.integer({ min: 0, max: 8 }).map((minutes) => minutes * MINUTE),
  noData: fc.constant('show' as const),
});

const anyValue = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity, NaN, null) },
  { weight: 2, arbitrary: fc.constant(TOO_FEW) }
);

/** A source of a step of one or two minutes, with steps that are left out, some of them for long. */
const anySource = fc
  .record({
    everyStep: fc.boolean(),
    steps: fc.constantFrom(undefined, 1, 2),
    rows: fc.array(
      fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, fc.integer({ min: 1, max: 9 })), anyValue),
      { minLength: 1, maxLength: 30 }
    ),
  })
  .map(({ everyStep, steps, rows }) => {
    let time = 0;
    const times = rows.map(([distance]) => (time += distance * (steps ?? 1) * MINUTE));
    const samples: Samples = { times, values: rows.map(([, value]) => value) };
    return { samples, cadence: steps === undefined ? {} : { intervalMs: steps * MINUTE, everyStep } };
  });

/** Every moment at which something may change: whole minutes, and one ms after them, when a limit is over. */
function momentsUpTo(end: number): number[] {
  return Array.from({ length: Math.floor(end / MINUTE) + 1 }, (_, minute) => [minute * MINUTE, minute * MINUTE + 1])
    .flat()
    .filter((moment) => moment <= end);
}

function lastOf({ times }: Samples): number {
  return times[times.length - 1];
}

function told({ breaches, pendings }: Evaluation, moment: number): string {
  if (breaches.some(({ firingSince, end = Infinity }) => firingSince! <= moment && moment < end)) {
    return 'firing';
  }
  return pendings.some(({ from, to = Infinity }) => from! <= moment && moment < to) ? 'pending' : 'other';
}

describe('cadences against the reference', () => {
  it('every state at every moment, told afterwards and said then', () => {
    fc.assert(
      fc.property(anySource, anyRule, fc.integer({ min: 0, max: 12 }), ({ samples, cadence }, rule, later) => {
        const judgement: Judgement = { ...rule, ...cadence };
        const askedTo = lastOf(samples) + later * MINUTE;
        const moments = momentsUpTo(askedTo + 3 * MINUTE);
        const states = statesAt(moments, { samples, askedTo }, judgement);
        const span = { from: 0, to: askedTo, asked: askedTo };
        const now = moments[moments.length - 1];
        const live = evaluate(samples, judgement, { ...span, now }, INACTIVE).evaluation;
        expect(live.levels[0].state).toBe(states[states.length - 1]);
        const history = moments.filter((moment) => moment <= askedTo);
        const expected = history.map((_, index) => states[index]).map((state) => (isTold(state) ? state : 'other'));
        expect(history.map((moment) => told(live, moment))).toEqual(expected);
      }),
      { numRuns: RUNS * 3 }
    );
  });

  it('what was said live is what history says, as far as samples had arrived', () => {
    fc.assert(
      fc.property(anySource, anyRule, ({ samples, cadence }, rule) => {
        const judgement: Judgement = { ...rule, ...cadence };
        const end = lastOf(samples);
        const history = evaluate(samples, judgement, { from: 0, to: end, asked: end }, INACTIVE).evaluation;
        Array.from(samples.times).forEach((time, row) => {
          const span = { from: 0, to: time, now: time, asked: time };
          const [{ state }] = evaluate(head(samples, row + 1), judgement, span, INACTIVE).evaluation.levels;
          expect(isTold(state) ? state : 'other').toBe(told(history, time));
        });
      }),
      { numRuns: RUNS }
    );
  });
});

describe('a late source', () => {
  const LIMIT = 5 * MINUTE;
  /** How late its samples are, and how often it is asked. */
  const lateness = fc.integer({ min: 0, max: 5 * MINUTE - MINUTE });
  const refresh = fc.constantFrom(5000, 15_000, 30_000, MINUTE);
  const FIRES: Judgement = {
    levels: [{ severity: 'critical', ...alwaysBeyond() }],
    forMs: 0,
    keepFiringForMs: 0,
    noData: 'show',
    intervalMs: MINUTE,
  };

  function alwaysBeyond() {
    const condition = { operator: '>', bounds: [0] } as const;
    return { condition, hold: condition };
  }

  /** What has arrived at a moment of a sample a minute that comes so late, the last one of minute `last`. */
  function arrivedAt(moment: number, late: number, last: number): Arrived {
    const count = Math.max(0, Math.min(last, Math.floor((moment - late) / MINUTE)) + 1);
    const times = Array.from({ length: count }, (_, minute) => minute * MINUTE);
    return { samples: { times, values: times.map(() => 1) }, askedTo: moment };
  }

  it('is never stale between two refreshes, and never hides that it fires, while it is late by less than the limit', () => {
    fc.assert(
      fc.property(lateness, refresh, (late, every) => {
        for (let asked = late; asked < late + 8 * MINUTE; asked += every) {
          const { samples } = arrivedAt(asked, late, Infinity);
          for (const now of [asked, asked + every / 2, asked + every - 1]) {
            const span = { from: -60 * MINUTE, to: asked, now, asked };
            expect(evaluate(samples, FIRES, span).evaluation.now.state).toBe('firing');
          }
        }
      }),
      { numRuns: RUNS }
    );
  });

  it('that stops becomes stale once, at its limit, and stays so', () => {
    fc.assert(
      fc.property(lateness, refresh, (late, every) => {
        const last = 10;
        const gone = last * MINUTE + LIMIT + 1;
        for (let asked = last * MINUTE + late; asked < gone + 10 * MINUTE; asked += every) {
          const arrived = arrivedAt(asked, late, last);
          const span = { from: -60 * MINUTE, to: asked, now: asked, asked };
          const { now } = evaluate(arrived.samples, FIRES, span).evaluation;
          expect(now.state).toBe(asked >= gone ? 'stale' : 'firing');
          expect(heldAt(asked, arrived, FIRES) === undefined).toBe(asked >= gone);
        }
      }),
      { numRuns: RUNS }
    );
  });
});

function isTold(state: string): boolean {
  return state === 'firing' || state === 'pending';
}
