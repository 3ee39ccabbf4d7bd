import fc from 'fast-check';

import { meets } from './condition';
import type { RuleSources } from './sources';
import { mergeRule, toHistory } from './sources';
import type { NativeThresholds } from './thresholds';

const below: NativeThresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'red' },
    { value: 20, color: 'orange' },
    { value: 24, color: 'green' },
  ],
};
const untouched: NativeThresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

/** The levels as text: `critical < 20`. */
function levels(sources: RuleSources): string[] {
  return mergeRule(sources).levels.map(
    ({ severity, condition }) => `${severity} ${condition.operator} ${condition.bounds.join(' ')}`
  );
}
const problems = (sources: RuleSources) =>
  mergeRule(sources).problems.map(({ field, source, code }) => `${source} ${field} ${code}`);

describe('where a field comes from', () => {
  it('is the first source that gives it', () => {
    const rule = mergeRule({
      override: { owner: 'Ana', for: '  ', critical: 10 },
      default: { owner: 'Ben', for: '2d', contact: '#sales' },
      thresholds: below,
    });
    expect(rule.text.owner).toEqual({ value: 'Ana', source: 'override' });
    expect(rule.text.contact).toEqual({ value: '#sales', source: 'default' });
    expect(rule.forMs).toBe(2 * 86_400_000);
    expect(rule.sources).toEqual({
      owner: 'override',
      contact: 'default',
      for: 'default',
      critical: 'override',
      warning: 'thresholds',
    });
    expect(rule.levelsSource).toBe('override');
  });

  it('nothing fills in for what can’t be read, unless it is more specific', () => {
    const rule = mergeRule({ override: { staleAfter: '2 dayz' }, default: { staleAfter: '5m' } });
    expect(rule.staleAfterMs).toBeUndefined();
    expect(rule.sources.staleAfter).toBeUndefined();
    expect(rule.problems).toHaveLength(1);
    expect(
      mergeRule({ override: { for: '5m' }, default: { for: '2 dayz', critical: 5, operator: '>' } })
    ).toMatchObject({
      forMs: 300_000,
      unreadable: [],
    });
  });

  it('nothing gives an empty rule', () => {
    expect(mergeRule({})).toMatchObject({ levels: [], forMs: 0, keepFiringForMs: 0, noData: 'show', problems: [] });
  });

  it('text is interpolated, and blank text then is not given', () => {
    const interpolate = (text: string) => text.replace('$team', 'Sales').replace('$none', '');
    const rule = mergeRule({
      override: { owner: '$none' },
      default: { owner: '$team', contact: '$none' },
      interpolate,
    });
    expect(rule.text).toEqual({ owner: { value: 'Sales', source: 'default' } });
  });

  it('a key stands once, from the most specific source, with its variables', () => {
    const interpolate = (text: string) => text.replace('$team', 'emea');
    const rule = mergeRule({
      override: { key: 'leads-$team' },
      default: { key: 'leads', owner: 'Sales' },
      interpolate,
    });
    expect(rule.text.key).toEqual({ value: 'leads-emea', source: 'override' });
    expect(rule.problems).toEqual([]);
  });

  it('a date with a variable is judged after interpolation', () => {
    const interpolate = (text: string) => text.replace('$day', 'soon');
    expect(problems({ default: { agreedOn: '$day', reviewBy: '2025-01-01' }, interpolate })).toEqual([
      'default agreedOn notADate',
    ]);
  });
});

describe('levels', () => {
  it.each<[string, RuleSources, string[]]>([
    ['native ones alone', { thresholds: below }, ['warning < 24', 'critical < 20']],
    [
      'native ones with the rule’s operator',
      { default: { operator: '<=' }, thresholds: below },
      ['warning <= 24', 'critical <= 20'],
    ],
    ['native ones of another direction are not taken', { default: { operator: '>' }, thresholds: below }, []],
    ['own numbers, own operator', { default: { operator: '>', critical: 5 }, thresholds: untouched }, ['critical > 5']],
    ['auto by their order: below', { default: { warning: 24, critical: 20 } }, ['warning < 24', 'critical < 20']],
    [
      'auto by their order: above',
      { default: { operator: 'auto', warning: 2, critical: 3 } },
      ['warning >= 2', 'critical >= 3'],
    ],
    ['auto by a pair', { default: { critical: [4, 2] } }, ['critical outside 2 4']],
    ['auto by native colours', { default: { critical: 10 }, thresholds: below }, ['warning < 24', 'critical < 10']],
    [
      'an override’s number with the default’s',
      { override: { critical: 30 }, default: { operator: '>', warning: 20, critical: 25 } },
      ['warning > 20', 'critical > 30'],
    ],
    [
      'an override’s auto over the default’s operator',
      { override: { operator: 'auto', warning: 2, critical: 1 }, default: { operator: '>' } },
      ['warning < 2', 'critical < 1'],
    ],
    ['the untouched default', { thresholds: untouched }, []],
  ])('%s', (_, sources, expected) => {
    expect(levels(sources)).toEqual(expected);
    expect(problems(sources)).toEqual([]);
  });

  it.each<[string, RuleSources, string[], string[]]>([
    [
      'a number without a direction',
      { default: { critical: 20 }, thresholds: untouched },
      [],
      ['default operator directionUndecided'],
    ],
    [
      'colours without a direction',
      {
        thresholds: {
          mode: 'absolute',
          steps: [
            { value: null, color: 'yellow' },
            { value: 1, color: 'red' },
          ],
        },
      },
      [],
      ['thresholds operator directionUndecided'],
    ],
    [
      'a warning later than critical',
      { default: { operator: '>', warning: 30, critical: 20 } },
      ['critical > 20'],
      ['default warning levelsOutOfOrder'],
    ],
    ['a pair for one bound', { default: { operator: '>', critical: [1, 2] } }, [], ['default critical notANumber']],
    ['a number for a range', { override: { operator: 'inside', critical: 1 } }, [], ['override critical notARange']],
  ])('%s', (_, sources, expected, found) => {
    expect(levels(sources)).toEqual(expected);
    expect(problems(sources)).toEqual(found);
  });
});

describe('recovery', () => {
  it('turns into the hold of its level', () => {
    const { levels: merged, sources } = mergeRule({
      default: { operator: '<', critical: 20, recovery: { critical: 22 } },
    });
    expect(merged[0].hold).toEqual({ operator: '<=', bounds: [22] });
    expect(sources.recoveryCritical).toBe('default');
  });

  it.each([
    ['>', 20, 21],
    ['>=', 20, 20],
    ['<', 20, 19],
    ['outside', [2, 4], [1, 5]],
    ['inside', [2, 6], [3, 5]],
  ])('on the wrong side is reported and left out: %s %j recovering at %j', (operator, critical, recovery) => {
    const sources = { default: { operator, critical, recovery: { critical: recovery } } };
    expect(problems(sources)).toEqual(['default recoveryCritical recoveryWrongSide']);
    const [level] = mergeRule(sources).levels;
    expect(level.hold).toBe(level.condition);
  });

  it.each([
    ['>', 20, 20],
    ['<', 20, 20],
    ['outside', [2, 4], [2, 4]],
    ['outside', [2, 4], [2, 3]],
    ['inside', [2, 6], [1, 6]],
  ])('that is the level itself counts, and is reported: %s %j recovering at %j', (operator, critical, recovery) => {
    const sources = { default: { operator, critical, recovery: { critical: recovery } } };
    expect(problems(sources)).toEqual(['default recoveryCritical recoveryAtLevel']);
    expect(mergeRule(sources).levels[0].hold.bounds).toEqual([recovery].flat());
  });

  it('with the wrong number of bounds is reported', () => {
    expect(problems({ default: { operator: '>', critical: 2, recovery: { critical: [0, 1] } } })).toEqual([
      'default recoveryCritical notANumber',
    ]);
  });
});

describe('business data', () => {
  const due = 'weekdays 07:00 Europe/Berlin';

  it('is read with its schedules, their holidays and their delays', () => {
    const rule = mergeRule({
      default: {
        due,
        workingHours: 'weekdays 09:00-17:00 UTC',
        holidays: '2026-12-25 2026-01-01',
        respondWithin: '4h',
        escalateAfter: '1w',
        settleAfter: '1d',
        minVolume: 20,
        volumeSeries: 'Leads',
      },
    });
    const holidays = ['2026-01-01', '2026-12-25'];
    expect(rule).toMatchObject({
      due: { text: due, times: [420], timeZone: 'Europe/Berlin', holidays },
      workingHours: { hours: [{ from: 540, to: 1020 }], holidays },
      respondWithinMs: 4 * 3_600_000,
      escalateAfterMs: 40 * 3_600_000,
      settleAfterMs: 86_400_000,
      minVolume: 20,
      text: { volumeSeries: { value: 'Leads' } },
      problems: [],
    });
  });

  it.each<[string, RuleSources, 'due' | 'staleAfter']>([
    ['due, of one source', { default: { due, staleAfter: '1d' } }, 'due'],
    ['due, where it is more specific', { override: { due }, default: { staleAfter: '1d' } }, 'due'],
    ['the age limit, where that is more specific', { override: { staleAfter: '1d' }, default: { due } }, 'staleAfter'],
    [
      'the age limit, where a due that is less specific can not be read',
      { override: { staleAfter: '1d' }, default: { due: 'soon' } },
      'staleAfter',
    ],
    [
      'due, where an age limit that is less specific can not be read',
      { override: { due }, default: { staleAfter: 'x' } },
      'due',
    ],
  ])('of due and an age limit counts %s', (_, sources, field) => {
    const rule = mergeRule(sources);
    expect([rule.due?.text, rule.staleAfterMs]).toEqual(field === 'due' ? [due, undefined] : [undefined, 86_400_000]);
    expect(Object.keys(rule.sources)).toEqual([field]);
  });

  it.each<[string, RuleSources, 'due' | 'staleAfter']>([
    ['due', { override: { due: 'soon' }, default: { due } }, 'due'],
    ['due, beside an age limit', { default: { due: 'soon', staleAfter: '1d' } }, 'due'],
    ['due, with a variable', { override: { due: '$due' }, default: { due }, interpolate: () => 'soon' }, 'due'],
    ['an age limit', { override: { staleAfter: 'x' }, default: { staleAfter: '1d' } }, 'staleAfter'],
    ['an age limit, before a due', { override: { staleAfter: 'x' }, default: { due } }, 'staleAfter'],
  ])('nothing fills in for %s that can’t be read', (_, sources, unreadAge) => {
    const rule = mergeRule(sources);
    expect([rule.unreadAge, rule.due, rule.staleAfterMs]).toEqual([unreadAge, undefined, undefined]);
    expect(rule.problems).toMatchObject([{ field: unreadAge }]);
    expect(rule.sources).toEqual({});
  });

  it('nobody knows when a delay is over in working hours that can’t be read', () => {
    const working = 'weekdays 09:00-17:00 UTC';
    const rule = mergeRule({
      override: { workingHours: 'office hours', escalateAfter: '1d' },
      default: { workingHours: working, respondWithin: '4h' },
    });
    expect([rule.workingHours, rule.escalateAfterMs, rule.respondWithinMs]).toEqual([undefined, undefined, undefined]);
    expect(rule.problems).toMatchObject([{ field: 'workingHours', source: 'override' }]);
  });

  it('schedules with variables are read once they are put in', () => {
    const texts: Record<string, string> = { $due: due, $hours: 'all day', $days: '2026-12-25 xmas', $none: ' ' };
    const sources = {
      override: { due: '$none' },
      default: { due: '$due', workingHours: '$hours', holidays: '$days' },
      interpolate: (text: string) => texts[text] ?? text,
    };
    expect(mergeRule(sources).due).toMatchObject({ text: due, holidays: ['2026-12-25'] });
    expect(problems(sources)).toEqual(['default holidays notHolidays', 'default workingHours notInASchedule']);
  });

  it.each<[string, object, string[]]>([
    ['a least volume', { minVolume: 20 }, ['default minVolume noVolumeSeries']],
    ['a volume series', { volumeSeries: 'Leads' }, ['default volumeSeries noMinVolume']],
  ])('%s alone is said to have no effect', (_, stored, found) => {
    expect(problems({ default: stored })).toEqual(found);
    expect(mergeRule({ default: stored }).minVolume).toBeUndefined();
  });
});

it('whatever is stored, levels are in order and holds take in their conditions', () => {
  const bounds = fc.oneof(
    fc.integer({ min: 0, max: 9 }),
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  );
  const stored = fc.record(
    {
      operator: fc.constantFrom(
        'auto',
        '>',
        '>=',
        '<',
        '<=',
        'outside',
        'inside',
        'outsideIncluded',
        'insideIncluded',
        '?'
      ),
      warning: bounds,
      critical: bounds,
      recovery: fc.record({ warning: bounds, critical: bounds }, { requiredKeys: [] }),
      for: fc.constantFrom('5m', 'x', ''),
    },
    { requiredKeys: [] }
  );
  fc.assert(
    fc.property(stored, stored, fc.constantFrom(undefined, below, untouched), (override, fallback, thresholds) => {
      const rule = mergeRule({ override, default: fallback, thresholds });
      for (let value = -1; value <= 10; value += 0.5) {
        const [warning, critical] = ['warning', 'critical'].map((severity) =>
          rule.levels.find((level) => level.severity === severity)
        );
        for (const level of rule.levels) {
          expect(!meets(level.condition, value) || meets(level.hold, value)).toBe(true);
        }
        if (warning && critical && meets(critical.condition, value)) {
          expect(meets(warning.condition, value)).toBe(true);
        }
      }
      expect(rule.forMs).toBe(rule.sources.for ? 300_000 : 0);
    }),
    { numRuns: 500 }
  );
});

it('a rule’s history has it since ever', () => {
  const rule = mergeRule({});
  expect(toHistory(rule)).toEqual({ versions: [{ rule }] });
});
