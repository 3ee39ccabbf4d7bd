import { plain } from '../testing/plain';
import type { CannotJudgeOn, JudgedOn } from '../protocol/protocol';
import { cannotJudgeWords, judgedWords } from './judgedWords';

const FIXED = { mode: 'fixed', lookBackMs: 2 * 86_400_000, stepMs: 300_000 } as const;
const LIVE = { from: 0, to: 10, now: 10 };
const PAST = { from: 0, to: 10 };

describe('judgedWords', () => {
  it.each<[string, JudgedOn, typeof PAST, string | undefined]>([
    ['nothing of the view', { mode: 'view' }, LIVE, undefined],
    ['nothing of a view that has to serve', { mode: 'view', because: 'streaming' }, LIVE, undefined],
    ['what is judged', FIXED, LIVE, 'States are of now, from the last 2 d in 5 min steps.'],
    [
      'that the charts show another time',
      FIXED,
      PAST,
      'States are of now, the charts show another time. They are from the last 2 d in 5 min steps.',
    ],
    [
      'what is still to come',
      { ...FIXED, awaited: true },
      PAST,
      'Asking for the last 2 d in 5 min steps, to tell the state from…',
    ],
  ])('say %s', (_, judgedOn, span, words) => {
    expect(judgedWords(plain, { judgedOn, span })).toBe(words);
  });
});

describe('cannotJudgeWords', () => {
  it.each<[CannotJudgeOn, RegExp]>([
    ['dashboardSource', /another panel/],
    ['streaming', /stream/],
    ['transformations', /transformations/],
    ['publicDashboard', /public dashboard/],
    ['snapshot', /snapshot/],
    ['badLookBack', /“Look back” .* like 1d/],
    ['badStep', /“Step” .* like 1m/],
    ['tooManySteps', /longer “Step”/],
    ['notLoaded', /Reload the page/],
  ])('say what is judged, and why or how to mend it: %s', (because, reason) => {
    const words = cannotJudgeWords(plain, because);
    expect(words).toMatch(/^State from the time shown/);
    expect(words).toMatch(reason);
  });
});
