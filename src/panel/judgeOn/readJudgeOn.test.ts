import fc from 'fast-check';

import { LEAST_STEP_MS, MOST_STEPS, readJudgeOn } from './readJudgeOn';
import { DAY, MINUTE } from '../../time/units';

describe('readJudgeOn', () => {
  it.each<[string, unknown, unknown, ReturnType<typeof readJudgeOn>]>([
    ['as they are by default', '1d', '1m', { mode: 'fixed', lookBackMs: DAY, stepMs: MINUTE }],
    ['not saved', undefined, null, { mode: 'fixed', lookBackMs: DAY, stepMs: MINUTE }],
    ['left blank', ' ', '', { mode: 'fixed', lookBackMs: DAY, stepMs: MINUTE }],
    ['of several units', '1d12h', '1m30s', { mode: 'fixed', lookBackMs: 1.5 * DAY, stepMs: 1.5 * MINUTE }],
    ['equal', '5m', '5m', { mode: 'fixed', lookBackMs: 5 * MINUTE, stepMs: 5 * MINUTE }],
    ['of no duration', 'yesterday', '1m', { mode: 'view', because: 'badLookBack' }],
    ['of no time at all', '0', '1m', { mode: 'view', because: 'badLookBack' }],
    ['of no text', 86_400, '1m', { mode: 'view', because: 'badLookBack' }],
    ['with a step that is none', '1d', 'often', { mode: 'view', because: 'badStep' }],
    ['with a step that would burden the data source', '1m', '4s', { mode: 'view', because: 'badStep' }],
    ['with a step beyond the look-back', '1m', '1h', { mode: 'view', because: 'badStep' }],
    ['with more steps than are answered', '30d', '1m', { mode: 'view', because: 'tooManySteps' }],
  ])('reads durations %s', (_, lookBack, step, expected) => {
    expect(readJudgeOn({ judgeOn: 'fixed', lookBack, step })).toEqual(expected);
  });

  it.each([undefined, null, 'view', 'FIXED', {}, ['fixed']])('judges the view where the option is %j', (judgeOn) => {
    expect(readJudgeOn({ judgeOn, lookBack: '1d', step: '1m' })).toEqual({ mode: 'view' });
  });

  it('judges the fixed look-back where breaches are recorded, whatever else is chosen', () => {
    const fixed = { mode: 'fixed', lookBackMs: DAY, stepMs: MINUTE };
    expect(readJudgeOn({ judgeOn: 'view', lookBack: '1d', step: '1m', record: true })).toEqual(fixed);
    expect(readJudgeOn({ record: true })).toEqual(fixed);
    expect(readJudgeOn({ record: 'true' })).toEqual({ mode: 'view' });
  });

  it('never asks for what no data source answers, whatever was saved', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (lookBack, step) => {
        const asked = readJudgeOn({ judgeOn: 'fixed', lookBack, step });
        if (asked.mode === 'fixed') {
          expect(asked.stepMs).toBeGreaterThanOrEqual(LEAST_STEP_MS);
          expect(asked.lookBackMs / asked.stepMs).toBeLessThanOrEqual(MOST_STEPS);
        } else {
          expect(asked.because).toBeDefined();
        }
      })
    );
  });
});
