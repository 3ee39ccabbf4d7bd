import { intervention } from '../../testing/interventions';
import { NOW } from '../../testing/metricProtocol';
import { HOUR } from '../../time/units';
import type { BreachResponse } from './breachResponse';
import { breachResponse } from './breachResponse';
import type { Intervention, Said } from './intervention';

const at = (hour: number) => NOW + hour * HOUR;

/** What is said, an hour after the other. */
const sayings = (...said: Said[]): Intervention[] =>
  said.map((one, index) => intervention(one, { at: at(index), by: `${index}` }));

it.each<[string, Said[], Partial<BreachResponse>]>([
  [
    'who took it has it, and owes a word',
    [{ kind: 'taken', nextWordBy: at(9) }],
    { holder: { name: '0', since: at(0) }, nextWordBy: at(9) },
  ],
  [
    'any word is the one that was promised',
    [{ kind: 'taken', nextWordBy: at(9) }, { kind: 'acted' }],
    { holder: { name: '0', since: at(0) }, nextWordBy: undefined },
  ],
  [
    'the last who took it has it',
    [{ kind: 'taken', nextWordBy: at(9) }, { kind: 'taken' }],
    { holder: { name: '1', since: at(1) }, nextWordBy: undefined },
  ],
  [
    'to whom it was handed has it',
    [{ kind: 'taken' }, { kind: 'handedOver', to: 'Ben' }],
    { holder: { name: 'Ben', since: at(1) } },
  ],
  ['who acted need not have it', [{ kind: 'acted' }], { holder: undefined }],
  [
    'nobody has what is dismissed',
    [{ kind: 'taken' }, { kind: 'falseAlarm' }],
    { holder: undefined, dismissed: 'falseAlarm' },
  ],
  [
    'a dismissal is over with the next word',
    [{ kind: 'ruleWrong' }, { kind: 'taken' }],
    { holder: { name: '1', since: at(1) }, dismissed: undefined },
  ],
  [
    'the last acceptance counts, whatever is said after it',
    [{ kind: 'accepted', until: at(20) }, { kind: 'accepted', until: at(10) }, { kind: 'acted' }],
    { acceptedUntil: at(10) },
  ],
])('says that %s', (_, said, expected) => {
  const { interventions, first, ...rest } = breachResponse(sayings(...said), 'critical') ?? {};
  expect(interventions).toHaveLength(said.length);
  expect(first).toBe(interventions?.[0]);
  expect(rest).toEqual(expected);
});

it('is told by when it was said, in whatever order it was read', () => {
  const [first, second] = sayings({ kind: 'taken' }, { kind: 'falseAlarm' });
  const response = breachResponse([second, first], 'critical');
  expect(response).toMatchObject({ first, interventions: [first, second], dismissed: 'falseAlarm' });
});

it('does not take what was said of a warning for a word on the critical that came of it', () => {
  const breach = { severity: 'warning' } as const;
  const said = [
    intervention({ kind: 'taken' }, { at: at(0), breach }),
    intervention({ kind: 'accepted', until: at(9) }, { at: at(1), breach }),
    intervention({ kind: 'falseAlarm' }, { at: at(2), breach }),
  ];
  const ofCritical = breachResponse(said, 'critical');
  expect(ofCritical).toMatchObject({ holder: { name: 'Ana' } });
  expect(ofCritical?.acceptedUntil).toBeUndefined();
  expect(ofCritical?.dismissed).toBeUndefined();
  expect(breachResponse(said, 'warning')).toMatchObject({ acceptedUntil: at(9), dismissed: 'falseAlarm' });
});

it('has nothing to say where nobody said anything', () => {
  expect(breachResponse([], 'critical')).toBeUndefined();
});
