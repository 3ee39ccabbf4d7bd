import { breach, intervention } from '../../testing/interventions';
import { NOW } from '../../testing/metricProtocol';
import { HOUR } from '../../time/units';
import { breachResponse } from './breachResponse';
import type { Said } from './intervention';
import type { AnsweredBreach, Known } from './responseFigures';
import { responseFigures } from './responseFigures';

const at = (hour: number) => NOW + hour * HOUR;
const KNOWN: Known = { knownFrom: at(-100), readAt: at(100) };

/** A breach at an hour, and what was said of it some hours later. */
function answered(hour: number, later?: number, ...said: Said[]): AnsweredBreach {
  const words = later === undefined ? [] : said.length > 0 ? said : [{ kind: 'acted' } as const];
  const interventions = words.map((one, index) => intervention(one, { at: at(hour + (later ?? 0)) + index }));
  return {
    breaches: [breach(at(hour), at(hour + 1))],
    response: breachResponse(interventions, 'critical'),
    isSpokenOf: interventions.length > 0,
  };
}

it('tells how soon people answered, and of what nothing is recorded', () => {
  expect(responseFigures([answered(0, 1), answered(2, 3), answered(4, 2), answered(6)], KNOWN)).toEqual({
    breaches: 4,
    unanswered: 1,
    toFirst: { medianMs: 2 * HOUR, worstMs: 3 * HOUR },
    accepted: 0,
    falseAlarms: 0,
    ruleWrong: 0,
    fromSheet: 0,
  });
});

it('takes the middle of the two in the middle', () => {
  expect(responseFigures([answered(0, 1), answered(2, 3)], KNOWN).toFirst).toEqual({
    medianMs: 2 * HOUR,
    worstMs: 3 * HOUR,
  });
});

it('counts what was accepted, whenever that ends, and what was dismissed', () => {
  const all = [
    answered(0, 1, { kind: 'accepted', until: at(2) }),
    answered(3, 1, { kind: 'falseAlarm' }),
    answered(5, 1, { kind: 'ruleWrong' }),
    answered(7, 1, { kind: 'ruleWrong' }, { kind: 'taken' }),
  ];
  expect(responseFigures(all, KNOWN)).toMatchObject({ unanswered: 0, accepted: 1, falseAlarms: 1, ruleWrong: 1 });
});

it.each<[string, AnsweredBreach, Known]>([
  ['that began before all interventions are known', answered(0), { ...KNOWN, knownFrom: at(1) }],
  ['that began since they were read', answered(0), { ...KNOWN, readAt: at(-1) }],
  [
    'of which is not known when it began',
    { breaches: [breach(at(0), at(1), { onset: null, firingSince: null, knownFrom: at(0) })], isSpokenOf: false },
    KNOWN,
  ],
])('claims nothing of a breach %s', (_, one, known) => {
  expect(responseFigures([one], known)).toMatchObject({ breaches: 0, unanswered: 0, toFirst: undefined });
});

it('calls nothing unanswered of which a word is known that belongs to another stretch', () => {
  expect(responseFigures([{ ...answered(0), isSpokenOf: true }], KNOWN)).toMatchObject({ breaches: 1, unanswered: 0 });
});

it('never counts less than nothing to a response', () => {
  expect(responseFigures([answered(0, -1)], KNOWN).toFirst).toEqual({ medianMs: 0, worstMs: 0 });
});

it('has no figures of nothing', () => {
  expect(responseFigures([], KNOWN)).toMatchObject({ breaches: 0, unanswered: 0, toFirst: undefined });
});
