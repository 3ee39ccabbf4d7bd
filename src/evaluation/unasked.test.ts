import fc from 'fast-check';

import { anyJudgement, head, judgement, level, samples, seriesOfTicks } from '../testing/judgements';
import { evaluate, INACTIVE } from './evaluate';
import type { Breach, Cadence, Judgement, JudgementVersion, Samples } from './evaluation';
import { DAY, MINUTE, SECOND } from '../time/units';

/** Fri 20 Nov 2026, 19:08:20 UTC: a step of ten seconds. */
const CROSSED = Date.UTC(2026, 10, 20, 19, 8, 20);
const STEP = 10 * SECOND;
const EVERY_STEP: Cadence = { intervalMs: STEP, everyStep: true };

/** A sample above its level at 19:08:20, the one before it below. */
const SEEN: ReadonlyArray<[number, number]> = [
  [CROSSED - STEP, 5],
  [CROSSED, 20],
];

/** Asked for at one moment, told at another. */
function told(given: Samples, rule: Partial<Judgement>, asked: number, now = asked) {
  const span = { from: CROSSED - 10 * MINUTE, to: asked, now, asked };
  return evaluate(given, judgement({ forMs: STEP, ...EVERY_STEP, ...rule }), span, INACTIVE).evaluation;
}

describe('what was not asked for yet', () => {
  const asked = CROSSED + 7 * SECOND;
  const seen = samples(...SEEN);

  it('begins to fire by no clock, where the source evaluates every step', () => {
    for (const now of [asked, CROSSED + STEP - 1, CROSSED + STEP, CROSSED + STEP + 1, CROSSED + 4 * MINUTE]) {
      const { now: state, breaches, figures } = told(seen, {}, asked, now);
      expect(state).toMatchObject({ state: 'pending', severity: 'critical', since: CROSSED });
      expect([breaches, figures]).toMatchObject([[], { breaches: 0, flaps: 0 }]);
    }
    expect(told(samples(...SEEN, [CROSSED + STEP, 5]), {}, asked + STEP).now.state).toBe('normal');
  });

  it('fires at its moment, once an answer covers that', () => {
    const { now, breaches } = told(samples(...SEEN, [CROSSED + STEP, 20]), {}, asked + STEP);
    expect(now).toMatchObject({ state: 'firing', since: CROSSED + STEP });
    expect(breaches).toMatchObject([{ onset: CROSSED, firingSince: CROSSED + STEP }]);
  });

  it.each([
    ['before the request', 7 * SECOND, 'firing'],
    ['after it', 7 * SECOND + 1, 'pending'],
  ])('leaves what fires between two steps, %s, as it is', (_, forMs, state) => {
    expect(told(seen, { forMs }, asked, asked + SECOND).now.state).toBe(state);
  });

  it('is no longer believed when the value is too old, and the watched level ends without a breach', () => {
    const { now, breaches } = told(seen, {}, asked, CROSSED + 5 * MINUTE + 1);
    expect([now.state, breaches]).toEqual(['stale', []]);
  });

  it('wakes nobody for a moment at which nothing can change', () => {
    expect(told(seen, {}, asked).now.changesAt).toBe(CROSSED + 5 * MINUTE + 1);
    expect(told(seen, { forMs: 5 * SECOND }, CROSSED + SECOND).now.changesAt).toBe(CROSSED + 5 * MINUTE + 1);
    expect(told(seen, { intervalMs: undefined }, asked).now.changesAt).toBe(CROSSED + STEP);
  });

  it.each<[string, Cadence]>([
    ['has a cadence', { intervalMs: STEP, everyStep: false }],
    ['says no step', { intervalMs: undefined }],
  ])('does not matter where the source %s: a value holds until the next sample', (_, cadence) => {
    expect(told(seen, cadence, asked, CROSSED + STEP).now).toMatchObject({ state: 'firing', since: CROSSED + STEP });
  });

  it('does not begin to fire by a version of the rule that comes into force meanwhile, and may end by one', () => {
    const span = { from: CROSSED - MINUTE, to: asked, now: asked + 2 * SECOND, asked };
    const at = (levels: Judgement['levels'], later: Partial<Judgement>) => {
      const before = judgement({ levels, ...EVERY_STEP });
      const versions: JudgementVersion[] = [
        { from: -Infinity, judgement: before },
        { from: asked + SECOND, judgement: { ...before, ...later } },
      ];
      return evaluate(seen, versions, span, INACTIVE).evaluation.now.state;
    };
    expect(at([level('>', 30)], { levels: [level('>', 10)] })).toBe('normal');
    expect(at([level('>', 10)], { levels: [level('>', 30)] })).toBe('normal');
    expect(at([level('>', 10)], {})).toBe('firing');
  });

  it('does not settle what is unclear, and how much data that takes is told all the same', () => {
    const days = samples([CROSSED - STEP, 20], [CROSSED, 20]);
    const rule = judgement({ forMs: 2 * DAY, ...EVERY_STEP });
    const { now } = evaluate(days, rule, { from: 0, to: asked, now: asked, asked }).evaluation;
    expect(now).toMatchObject({ state: 'unknown', history: { needsMs: 2 * DAY } });
  });
});

/** Rows on the grid of a source's step, some of them left out; the grid need not be that of the epoch. */
const anySource = fc
  .record({ rows: seriesOfTicks, step: fc.integer({ min: 1, max: 4 }), offset: fc.integer({ min: 0, max: 3 }) })
  .map(({ rows: { times, values }, step, offset }) => ({
    step,
    rows: { times: Array.from(times, (time) => (time + 1) * step + offset), values },
  }));

function named({ severity, onset, firingSince }: Breach): string {
  return [severity, onset, firingSince].join(' ');
}

describe('the clock between two answers', () => {
  it('never adds a breach that the next answer takes away', () => {
    fc.assert(
      fc.property(
        anySource,
        anyJudgement,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 12 }),
        fc.boolean(),
        ({ rows, step }, rule, refreshes, isKnown) => {
          const judged = { ...rule, intervalMs: step, everyStep: true };
          const at = (asked: number, now: number) => {
            const given = head(rows, Array.from(rows.times).filter((time) => time <= asked).length);
            // The span ends with the clock, so that nothing that the clock adds is out of view.
            const span = { from: 0, to: now, now, asked };
            const { breaches } = evaluate(given, judged, span, isKnown ? INACTIVE : undefined).evaluation;
            return breaches.map(named);
          };
          let asked = rows.times[0];
          for (const after of refreshes) {
            const next = asked + after;
            const confirmed = at(next, next);
            for (let now = asked; now <= next; now++) {
              expect(confirmed).toEqual(expect.arrayContaining(at(asked, now)));
            }
            asked = next;
          }
        }
      ),
      { numRuns: 200 }
    );
  });
});
