import { metricProtocol, NOW, now, rule } from '../testing/metricProtocol';
import type { MetricProtocol } from '../protocol/protocol';
import type { GivenNow } from '../testing/metricProtocol';
import { mergeRule } from '../rule/sources';
import { plain as t } from '../testing/plain';
import { noteWords } from './noteWords';
import { timeWords } from '../locales/timeWords';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const THURSDAY = Date.UTC(2026, 10, 19, 7);

describe('noteWords', () => {
  it.each(['ruled', 'levelOnly'] as const)('asks what percentages are of, for a metric that is %s', (kind) => {
    const percent = mergeRule({
      thresholds: {
        mode: 'percentage',
        steps: [
          { value: null, color: 'green' },
          { value: 80, color: 'red' },
        ],
      },
    });
    const metric = metricProtocol({ kind, rule: percent, now: now({ state: 'unknown', unknown: ['critical'] }) });
    expect(noteWords(t, metric, times)).toEqual(['Critical: unclear. Percent of what? Set min and max.']);
  });

  it.each(['ruled', 'levelOnly'] as const)('asks on which side of a level to act, of a metric that is %s', (kind) => {
    const metric = metricProtocol({
      kind,
      rule: mergeRule({ default: { critical: 20 } }),
      now: now({ state: 'unknown', unknown: ['critical'] }),
    });
    expect(noteWords(t, metric, times)).toEqual(['Not checked yet: choose above or below.']);
  });

  it.each<[string, GivenNow, string[]]>([
    ['nothing of a calm metric', {}, []],
    [
      'how much history is missing',
      { state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR } },
      ['Needs 2 d of data, 6 h shown.'],
    ],
    [
      'that a query returned more than is in view',
      { state: 'unknown', history: { needsMs: 100 * DAY, hasMs: 90 * DAY } },
      ['Needs 100 d of data, 90 d loaded.'],
    ],
    ['that the data does not decide', { state: 'unknown' }, ['Needs more data than is shown.']],
    [
      'once what is unknown of all levels',
      { state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR }, unknown: ['warning', 'critical'] },
      ['Needs 2 d of data, 6 h shown.'],
    ],
    [
      'which level is unknown beside one that is not',
      { state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR }, unknown: ['critical'] },
      ['Critical: unclear, needs 2 d of data, 6 h shown.'],
    ],
    [
      'nothing of unknown levels where there is no value',
      { state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false }, unknown: ['warning', 'critical'] },
      ['Last value 3 h ago; expected within 1 h.'],
    ],
    [
      'since when data is late by a schedule',
      { state: 'stale', age: { kind: 'late', missedDue: NOW - 2 * HOUR } },
      ['Due today 07:00, 2 h late.'],
    ],
    [
      'why a state is critical with late data',
      { state: 'firing', severity: 'critical', because: { kind: 'late', missedDue: NOW - 3 * DAY - 2 * HOUR } },
      ['Due Fri 20 Nov 07:00, 3 d 2 h late. This rule counts that as critical.'],
    ],
    [
      'when a pending level is known to fire, after its values have settled',
      { state: 'pending', severity: 'critical', since: NOW - 2 * DAY, judgedTo: NOW - DAY },
      ['Becomes critical tomorrow 09:00 if it stays.'],
    ],
    [
      'when it is known to have recovered, after its values have settled',
      { state: 'recovering', severity: 'critical', since: NOW - DAY, judgedTo: NOW - DAY },
      ['Over today 10:00 if it stays back.'],
    ],
    [
      'how old the last settled value is',
      { state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false }, judgedTo: NOW - HOUR },
      ['Last final value 3 h ago; expected within 2 h.'],
    ],
    ['that there is no value', { state: 'nodata' }, ['No value since today 06:00.']],
    [
      'why a state is critical without a value',
      { state: 'firing', severity: 'critical', because: { kind: 'nodata' } },
      ['There is no value: this rule counts that as critical.'],
    ],
    [
      'why a state is critical with an old value',
      { state: 'firing', severity: 'critical', because: { kind: 'old', limitMs: HOUR, estimated: false } },
      ['The last value is too old: this rule counts that as critical.'],
    ],
    ['that the query failed', { state: 'error' }, ['The query failed, so nothing can be said.']],
    [
      'an estimated age limit as an estimate',
      { state: 'stale', age: { kind: 'old', limitMs: 45 * MINUTE, estimated: true } },
      ['Last value 3 h ago; expected every 15 min (estimate).'],
    ],
    [
      'a stated age limit',
      { state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: false } },
      ['Last value 3 h ago; expected within 1 h.'],
    ],
    [
      'when a pending level fires',
      { state: 'pending', severity: 'critical', since: NOW },
      ['Becomes critical Wed 25 Nov 09:00 if it stays.'],
    ],
    ['nothing of a pending level of unknown onset', { state: 'pending', severity: 'critical', since: null }, []],
    [
      'when it will have recovered',
      { state: 'recovering', severity: 'critical', since: NOW },
      ['Over today 10:00 if it stays back.'],
    ],
    [
      'which level is unknown beside a firing one',
      { state: 'firing', severity: 'warning', unknown: ['critical'] },
      ['Critical: unclear, needs more data than is shown.'],
    ],
  ])('says %s', (_, state, words) => {
    const metric = metricProtocol({
      now: now(state),
      last: { value: 1, time: NOW - 3 * HOUR },
      stepMs: 15 * MINUTE,
      rule: rule({ keepFiringForMs: HOUR }),
    });
    expect(noteWords(t, metric, times)).toEqual(words);
  });

  it.each([
    [MINUTE, 'Last value 1 min ago; expected within 1 min.'],
    [90 * SECOND, 'Last value 1 min 40 s ago; expected within 1 min 30 s.'],
  ])('tells an age in whole minutes, unless its limit has seconds: %d ms', (limitMs, words) => {
    const metric = metricProtocol({
      now: now({ state: 'stale', age: { kind: 'old', limitMs, estimated: false } }),
      last: { value: 1, time: NOW - 100 * SECOND },
    });
    expect(noteWords(t, metric, times)).toEqual([words]);
  });

  it.each<[string, Partial<MetricProtocol>, string[]]>([
    [
      'too few to judge',
      {
        now: now({ state: 'unknown', unknown: ['warning', 'critical'] }),
        tooFew: { volume: 3, needed: 20, since: THURSDAY },
      },
      ['Too few to say (3 of 20) since Thu 19 Nov 07:00.'],
    ],
    [
      'that no volume is known',
      { now: now({ state: 'unknown' }), tooFew: { needed: 20, since: NOW - HOUR }, stepMs: HOUR },
      ['Too few to say (no number known) since 08:00.'],
    ],
    [
      'of days since which day',
      { now: now({ state: 'unknown' }), tooFew: { volume: 3, needed: 20, since: Date.parse('2026-11-19T00:00:00Z') } },
      ['Too few to say (3 of 20) since Thu 19 Nov.'],
    ],
    [
      'that it is still firing',
      {
        now: now({ state: 'firing', severity: 'critical', since: NOW - 5 * DAY }),
        tooFew: { volume: 2.5, needed: 20, since: THURSDAY },
      },
      ['Still in breach: too few to say (2.5 of 20) since Thu 19 Nov 07:00.'],
    ],
    [
      'what the look-back lacks',
      {
        now: now({ state: 'unknown', history: { needsMs: 2 * DAY, hasMs: 6 * HOUR } }),
        judged: { on: 'lookBack', levels: [], breaches: [] },
      },
      ['Needs 2 d of data, 6 h in the look-back.'],
    ],
    [
      'that the look-back is too short for a level',
      {
        now: now({ state: 'firing', severity: 'warning', unknown: ['critical'] }),
        judged: { on: 'lookBack', levels: [], breaches: [] },
      },
      ['Critical: unclear, needs a longer look-back.'],
    ],
    [
      'that no look-back helps where a level is over at itself',
      {
        now: now({ state: 'unknown', unknown: ['critical'] }),
        judged: { on: 'lookBack', levels: [], breaches: [] },
        rule: rule({
          problems: [{ field: 'recoveryCritical', source: 'sheet', code: 'recoveryAtLevel', found: '20' }],
        }),
      },
      ['Critical: unclear, needs a value other than the level.'],
    ],
    [
      'that nobody can tell whether a value is too old',
      { now: now({ state: 'unknown' }), rule: rule({ unreadAge: 'due' }) },
      ['Whether a value is too old can’t be told: “New data is due” can’t be read.'],
    ],
    [
      'the same beside a level that fires',
      { now: now({ state: 'firing', severity: 'critical', since: NOW }), rule: rule({ unreadAge: 'staleAfter' }) },
      ['Whether a value is too old can’t be told: “Data is late after” can’t be read.'],
    ],
    [
      'the same beside a level that lacks data',
      { now: now({ state: 'unknown', unknown: ['critical'] }), rule: rule({ unreadAge: 'due' }) },
      [
        'Critical: unclear, needs more data than is shown.',
        'Whether a value is too old can’t be told: “New data is due” can’t be read.',
      ],
    ],
    [
      'that the look-back is still to come',
      { now: now({ state: 'unknown' }), judged: { on: 'awaited' } },
      ['The data of the look-back is under way.'],
    ],
  ])('says %s', (_, overrides, words) => {
    expect(noteWords(t, metricProtocol(overrides), times)).toEqual(words);
  });
});
