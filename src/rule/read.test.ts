import fc from 'fast-check';

import { readRuleInput } from './read';

const codes = (raw: unknown) =>
  readRuleInput(raw, 'default').problems.map(({ field, code, found }) => [field, code, found]);

describe('readRuleInput', () => {
  it('passes on what is right', () => {
    const raw = {
      operator: '<',
      warning: 24,
      critical: [1, 2],
      recovery: { critical: 22 },
      for: '2d',
      noData: 'keep',
      owner: 'Demand Gen',
      agreedOn: '2025-03-03',
    };
    expect(readRuleInput(raw, 'default')).toEqual({ input: raw, problems: [] });
  });

  it('reads numbers from text, a number as text, and 0 as a duration', () => {
    const { input, problems } = readRuleInput(
      { warning: ' 24 ', critical: ['1', 2e3], recovery: { warning: '.5' }, owner: 7, for: 0 },
      'default'
    );
    expect(input).toEqual({ warning: 24, critical: [1, 2000], recovery: { warning: 0.5 }, owner: '7', for: '0' });
    expect(problems).toEqual([]);
  });

  it.each([[undefined], [null], [''], [{}], [{ owner: ' ', critical: '', for: null, operator: undefined }]])(
    '%j gives nothing, and nothing is wrong',
    (raw) => {
      expect(readRuleInput(raw, 'override')).toEqual({ input: {}, problems: [] });
    }
  );

  it.each<[unknown, unknown[]]>([
    [7, ['rule', 'notARule', '7']],
    [[1], ['rule', 'notARule', '1']],
    ['text', ['rule', 'notARule', 'text']],
    [{ for: '2 dayz' }, ['for', 'notADuration', '2 dayz']],
    [{ staleAfter: 300 }, ['staleAfter', 'notADuration', '300']],
    [{ critical: '20 %' }, ['critical', 'percentUndecided', '20 %']],
    [{ critical: '1,234' }, ['critical', 'ambiguousNumber', '1,234']],
    [{ critical: '5 apples' }, ['critical', 'unknownUnit', '5 apples']],
    [{ for: '2' }, ['for', 'durationWithoutUnit', '2']],
    [{ operator: '>', critical: 'below 5' }, ['critical', 'operatorConflict', '<']],
    [{ critical: Infinity }, ['critical', 'notANumber', 'null']],
    [{ warning: [1, 2, 3] }, ['warning', 'notARange', '1, 2, 3']],
    [{ warning: [1, 'x'] }, ['warning', 'notARange', '1, x']],
    [{ operator: '><' }, ['operator', 'unknownOperator', '><']],
    [{ noData: true }, ['noData', 'unknownNoData', 'true']],
    [{ owner: { name: 'x' } }, ['owner', 'notAText', '{"name":"x"}']],
    [{ recovery: { warning: 'x' } }, ['recoveryWarning', 'notANumber', 'x']],
    [{ recovery: { info: 1 } }, ['rule', 'unknownField', 'recovery.info']],
    [{ due: 'weekdays 07:00' }, ['due', 'noZone', 'weekdays 07:00']],
    [{ workingHours: 'weekdays 17:00-09:00 UTC' }, ['workingHours', 'hoursReversed', '17:00-09:00']],
    [{ holidays: '2026-12-25, xmas' }, ['holidays', 'notHolidays', 'xmas']],
    [{ validFrom: 'soon' }, ['validFrom', 'notAMoment', 'soon']],
    [{ minVolume: '20 calls' }, ['minVolume', 'notAVolume', '20 calls']],
    [{ minVolume: -1 }, ['minVolume', 'notAVolume', '-1']],
    [{ earlier: 'none' }, ['earlier', 'notAList', 'none']],
    [{ ownr: 'x' }, ['rule', 'unknownField', 'ownr']],
    [{ constructor: 'x' }, ['rule', 'unknownField', 'constructor']],
  ])('%j: a problem', (raw, problem) => {
    expect(codes(raw)).toEqual([problem]);
  });

  it('keeps what it can’t read, and reads the rest', () => {
    expect(readRuleInput({ for: 'x', owner: 'Ana' }, 'default').input).toMatchObject({
      owner: 'Ana',
      unreadable: [{ field: 'for', written: 'x', code: 'notADuration' }],
    });
    expect(readRuleInput({ owner: {}, contact: 'Ana' }, 'default').input).toEqual({ contact: 'Ana' });
  });

  it('keeps a recovery that is of neither level for both', () => {
    const { input, problems } = readRuleInput({ recovery: 'below 5' }, 'default');
    const fields = ['recoveryWarning', 'recoveryCritical'];
    expect(input.unreadable).toEqual(fields.map((field) => ({ field, written: 'below 5', code: 'recoveryOfWhich' })));
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });

  it.each<[object, object]>([
    [{ critical: '20 %' }, { critical: 0.2 }],
    [{ critical: '0,5' }, { critical: 0.5 }],
    [{ critical: 'below 20 %' }, { operator: '<', critical: 0.2 }],
    [
      { operator: 'auto', critical: '< 5' },
      { operator: '<', critical: 5 },
    ],
    [
      { operator: 'outside', critical: '2 to 4' },
      { operator: 'outside', critical: [2, 4] },
    ],
    [{ operator: 'At least' }, { operator: '>=' }],
    [{ recovery: { critical: '21 %' } }, { recovery: { critical: 0.21 } }],
    [
      { for: '2 days', staleAfter: '1.5 h' },
      { for: '2d', staleAfter: '1h30m' },
    ],
    [{ unreadable: [{ field: 'critical', written: '20 %', code: 'percentUndecided' }] }, { critical: 0.2 }],
  ])('%j is read as a cell is', (raw, read) => {
    const { input, problems } = readRuleInput(raw, 'default', { unit: 'percentunit' });
    expect(input).toMatchObject(read);
    expect(input.unreadable).toBeUndefined();
    expect(problems).toEqual([]);
  });

  it('keeps what a sheet could not read, whatever could be made of it here', () => {
    const unreadable = [
      { field: 'critical', written: '0,5', code: 'wrongDecimal' },
      { field: 'warning', written: '1,5', code: 'ambiguousNumber', readings: ['1.5', '15'] },
      { field: 'for', written: '20', code: 'made up' },
    ];
    const { input, problems } = readRuleInput({ unreadable }, 'sheet');
    expect(input.unreadable).toMatchObject([{ written: '0,5' }, { written: '1,5' }, { code: 'notADuration' }]);
    expect(problems.map(({ code }) => code)).toEqual(['wrongDecimal', 'ambiguousNumber', 'notADuration']);
    expect(codes({ unreadable: [{ field: 'owner', written: 'x', code: 'x' }] })).toEqual([
      ['rule', 'unknownField', 'unreadable.owner'],
    ]);
    expect(codes({ unreadable: 5 })).toEqual([['unreadable', 'notAList', '5']]);
  });

  it.each(['3 March', '2025-02-30', '2025-3-3'])('reports the date %j and keeps its text', (agreedOn) => {
    const { input, problems } = readRuleInput({ agreedOn }, 'default');
    expect(input.agreedOn).toBe(agreedOn);
    expect(problems).toMatchObject([{ field: 'agreedOn', code: 'notADate' }]);
  });

  it('does not judge a text with a variable', () => {
    expect(codes({ reviewBy: '${review}', agreedOn: '[[agreed]]', due: '$due', holidays: '$days' })).toEqual([]);
  });

  it('reads earlier versions as rules, and names them in their problems', () => {
    const { input, problems } = readRuleInput(
      { minVolume: ' 20 ', earlier: [{ critical: '5', validFrom: '2026-03-01', for: 'x' }, null, { ownr: 'x' }, 7] },
      'default'
    );
    expect(input).toMatchObject({ minVolume: 20, earlier: [{ critical: 5, validFrom: '2026-03-01' }, {}] });
    expect(problems).toEqual([
      { field: 'for', source: 'default', code: 'notADuration', found: 'x', version: '2026-03-01' },
      { field: 'rule', source: 'default', code: 'unknownField', found: 'ownr', version: '2' },
      { field: 'rule', source: 'default', code: 'notARule', found: '7', version: '3' },
    ]);
  });

  it('shortens what it found', () => {
    expect(readRuleInput('x'.repeat(500), 'default').problems[0].found).toHaveLength(60);
  });

  it('never throws and mutates nothing', () => {
    const keys = fc.constantFrom(
      'operator',
      'warning',
      'critical',
      'recovery',
      'for',
      'noData',
      'owner',
      'agreedOn',
      'due',
      'holidays',
      'minVolume',
      'earlier'
    );
    const raw = fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }),
      fc.dictionary(keys, fc.anything({ withBigInt: true, withSparseArray: true }))
    );
    fc.assert(
      fc.property(raw, (value) => {
        const before = fc.stringify(value);
        for (const { code } of readRuleInput(value, 'override').problems) {
          expect(code).toBeTruthy();
        }
        expect(fc.stringify(value)).toBe(before);
      }),
      { numRuns: 1000 }
    );
  });
});
