import { DAY } from '../time/units';
import { metricProtocol, now, NOW } from '../testing/metricProtocol';
import { countOverdue, worstFirst } from './ranking';
import type { MetricProtocol } from './protocol';

function named(name: string, overrides: Partial<MetricProtocol>): MetricProtocol {
  return metricProtocol({ id: name, name, ...overrides });
}

function firing(name: string, days: number | undefined, overrides: Partial<MetricProtocol> = {}) {
  const since = days === undefined ? undefined : { since: NOW - days * DAY };
  return named(name, { now: now({ state: 'firing', severity: 'critical', ...since }), ...overrides });
}

const passed = { deadline: { kind: 'at', at: NOW - 1 } } as const;
const left = { deadline: { kind: 'at', at: NOW + 1 } } as const;

it.each<[string, MetricProtocol[], string[]]>([
  ['the longest of one severity first', [firing('short', 3), firing('long', 7)], ['long', 'short']],
  [
    'what is overdue before what is longer',
    [firing('long', 7, left), firing('overdue', 3, passed), firing('longer', 9)],
    ['overdue', 'longer', 'long'],
  ],
  [
    'a severity before overdue',
    [named('warning', { ...passed, now: now({ state: 'firing', severity: 'warning', since: 0 }) }), firing('short', 1)],
    ['short', 'warning'],
  ],
  ['what began out of view first', [firing('known', 80), firing('before', undefined)], ['before', 'known']],
  [
    'the order of the data where all is well',
    [named('new', { now: now({ since: NOW - DAY }) }), named('old', { now: now({ since: NOW - 9 * DAY }) })],
    ['new', 'old'],
  ],
  ['the order of the data of equals', [firing('a', 2), firing('b', 2)], ['a', 'b']],
])('ranks %s', (_, metrics, expected) => {
  expect(worstFirst(metrics).map((index) => metrics[index].name)).toEqual(expected);
});

it('counts as overdue what fires and is past its due moment, from that moment on', () => {
  const metrics = [
    firing('passed', 3, passed),
    firing('now', 3, { deadline: { kind: 'at', at: NOW } }),
    firing('before', undefined, { deadline: { kind: 'before', at: NOW - DAY } }),
    firing('left', 3, left),
    firing('never', 3, { deadline: { kind: 'never' } }),
    firing('unnamed', 3),
    named('calm', passed),
  ];
  expect(countOverdue(metrics)).toBe(3);
});
