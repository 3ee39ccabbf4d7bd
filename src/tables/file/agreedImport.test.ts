import fc from 'fast-check';
import { isEqual } from 'lodash';

import { isAsAgreed } from '../../rule/agreement';
import { fingerprintOf } from '../../rule/fingerprint';
import type { RuleInput } from '../../rule/schema';
import { mergeRule } from '../../rule/sources';
import type { AgreedDecision } from './agreedImport';
import { agreedChanges, decideAgreed } from './agreedImport';
import type { FileRule } from './ruleFile';
import { anyRules } from '../../testing/arbitraryRules';
import { rulesOfFile } from './rulesOfFile';
import { versionAt, versionsOf } from './ruleVersions';
import { ruleChanges } from './ruleChanges';
import { storedRule } from './storedRule';

const TODAY = '2026-11-27';
const SIGNATURE = { agreedBy: 'Sales and Finance', agreedOn: '2026-06-22' };
const AGREED: RuleInput = { operator: '<', critical: 20, owner: 'Ana', ...SIGNATURE };
const FINGERPRINT = fingerprintOf(AGREED);

const stated = (sheet: RuleInput, metric = 'Leads') => ({ metric, sources: { sheet } });

function imported(file: FileRule[], before: RuleInput, decision: AgreedDecision) {
  const changes = agreedChanges(file, [stated(before)], TODAY);
  return decideAgreed(file, changes, { decision, today: TODAY, start: TODAY });
}

describe('agreedChanges', () => {
  const asks = (before: RuleInput, rule: RuleInput) =>
    agreedChanges([{ metric: 'Leads', rule }], [stated(before)], TODAY).map((change) => change.asks);

  it.each<[string, RuleInput, RuleInput, boolean[]]>([
    ['a level of an agreed rule', AGREED, { ...AGREED, critical: 14 }, [true]],
    ['an agreed rule, in a sheet without the columns of the agreement', AGREED, { critical: 14 }, [true]],
    ['upkeep alone', AGREED, { ...AGREED, key: 'leads', reviewBy: '2027-01-01' }, [false]],
    ['a rule that nobody agreed on', { critical: 20 }, { critical: 14 }, []],
    ['a rule that was changed already', { ...AGREED, agreedFingerprint: 'f1-00000000' }, { critical: 14 }, [false]],
    ['a rule that is in force from today on', { ...AGREED, validFrom: TODAY }, { critical: 14 }, [false]],
    [
      'a version of today after one that was agreed',
      { ...AGREED, critical: 18, validFrom: TODAY, earlier: [AGREED] },
      { ...AGREED, critical: 14 },
      [false],
    ],
    [
      'nothing of the past, by a version of its own',
      AGREED,
      { critical: 14, validFrom: '2026-12-01', earlier: [AGREED] },
      [],
    ],
    [
      'an earlier version',
      { ...AGREED, validFrom: '2026-09-01', earlier: [{ critical: 18, ...SIGNATURE }] },
      { ...AGREED, validFrom: '2026-09-01', earlier: [{ critical: 17, ...SIGNATURE }] },
      [true],
    ],
    [
      'what is in force already, without the versions before it',
      { critical: 14, validFrom: '2026-11-20', earlier: [AGREED] },
      { critical: 14, key: 'leads' },
      [false],
    ],
  ])('a file changes %s', (_, before, rule, expected) => {
    expect(asks(before, rule)).toEqual(expected);
  });

  it('asks only where the answers do not do the same, of a file without versions', () => {
    const begins = fc.constantFrom('', '2026-09-01', TODAY, '2026-12-01');
    const level = fc.constantFrom(14, 18, 20);
    fc.assert(
      fc.property(begins, level, level, level, (validFrom, critical, earlier, next) => {
        const former: RuleInput = { ...AGREED, critical: earlier };
        const before: RuleInput = validFrom ? { ...AGREED, critical, validFrom, earlier: [former] } : former;
        const file = [{ metric: 'Leads', rule: { ...AGREED, critical: next } }];
        const [asked] = asks(before, file[0].rule);
        const [fromToday, correction] = (['fromToday', 'correction'] as const).map((decision) =>
          versionsOf(imported(file, before, decision)[0].rule).map(({ from, version }) => [
            from,
            fingerprintOf(version),
          ])
        );
        expect(isEqual(fromToday, correction)).toBe(asked !== true);
      })
    );
  });

  it('asks for each metric of a glob, and once where several have one name', () => {
    const metrics = [stated(AGREED, 'Leads A'), stated({ critical: 1 }, 'Leads B'), stated(AGREED, 'Leads A')];
    const changes = agreedChanges([{ metric: 'Leads *', rule: { critical: 14 } }], metrics, TODAY);
    expect(changes.map(({ metric }) => metric)).toEqual(['Leads A']);
  });

  it('does not ask for what an override states', () => {
    const metric = { metric: 'Leads', sources: { override: { critical: 20 }, sheet: AGREED } };
    expect(agreedChanges([{ metric: 'Leads', rule: { ...AGREED, critical: 14 } }], [metric], TODAY)).toEqual([]);
  });
});

describe('a file without a rule that was agreed', () => {
  const lacking = (before: RuleInput, decision: AgreedDecision) => {
    const changes = agreedChanges([], [stated(before)], TODAY);
    return { changes, rules: decideAgreed([], changes, { decision, today: TODAY, start: TODAY }) };
  };

  it('asks, and keeps the past from today on: then there is no rule, and no signature', () => {
    const { changes, rules } = lacking(AGREED, 'fromToday');
    expect(changes).toMatchObject([{ metric: 'Leads', isMissing: true, asks: true }]);
    const former = { ...AGREED, agreedFingerprint: FINGERPRINT };
    expect(rules).toEqual([{ metric: 'Leads', rule: { validFrom: TODAY, earlier: [former] } }]);
  });

  it('takes it away where it never should have been', () => {
    expect(lacking(AGREED, 'correction').rules).toEqual([]);
  });

  it('asks once: what has ended stays as it is in the next file', () => {
    const [{ rule }] = lacking(AGREED, 'fromToday').rules;
    const next = lacking(rule, 'correction');
    expect(next.changes).toMatchObject([{ isMissing: true, asks: false }]);
    expect(next.rules).toEqual([{ metric: 'Leads', rule }]);
  });

  it('asks nothing of a rule that nobody agreed on, or that is stated elsewhere', () => {
    expect(lacking({ critical: 20 }, 'fromToday').changes).toEqual([]);
    expect(agreedChanges([], [{ metric: 'Leads', sources: { default: AGREED } }], TODAY)).toEqual([]);
  });

  it('asks where the default rule would count in its place', () => {
    const sources = { sheet: AGREED, default: { operator: '<', critical: 18, owner: 'Ana' } };
    const changes = agreedChanges([], [{ metric: 'Leads', sources }], TODAY);
    const [{ rule }] = decideAgreed([], changes, { decision: 'fromToday', today: TODAY, start: TODAY });
    const after = versionsOf(storedRule({ ...sources, sheet: rule })).map(({ version }) => version);
    expect(after).toMatchObject([AGREED, { critical: 18, validFrom: TODAY }]);
    expect(after[1].agreedBy).toBeUndefined();
  });
});

describe('the same sheet, a row a metric, imported again', () => {
  const first = { ...AGREED, agreedFingerprint: FINGERPRINT };
  const row: RuleInput = { ...AGREED, critical: 18 };
  const [{ rule: since }] = imported([{ metric: 'Leads', rule: row }], AGREED, 'fromToday');
  const asked = (file: FileRule[], before: RuleInput) =>
    agreedChanges(file, [stated(before)], TODAY).filter(({ asks }) => asks);

  it.each<[string, AgreedDecision]>([
    ['from today on', 'fromToday'],
    ['as a correction', 'correction'],
  ])('leaves the versions alone, and asks nothing (%s)', (_, decision) => {
    const file = [{ metric: 'Leads', rule: row }];
    expect(asked(file, since)).toEqual([]);
    expect(imported(file, since, decision)).toEqual([{ metric: 'Leads', rule: since }]);
  });

  it('leaves them alone where the row of another metric changed', () => {
    const file = [
      { metric: 'Leads', rule: row },
      { metric: 'Visits', rule: { critical: 3 } },
    ];
    const metrics = [stated(since), stated({ critical: 2 }, 'Visits')];
    const changes = agreedChanges(file, metrics, TODAY);
    expect(changes.filter(({ asks }) => asks)).toEqual([]);
    expect(decideAgreed(file, changes, { decision: 'correction', today: TODAY, start: TODAY })).toEqual([
      { metric: 'Leads', rule: since },
      file[1],
    ]);
  });

  it('leaves versions alone that nobody agreed on', () => {
    const before = { critical: 18, validFrom: '2026-09-01', earlier: [{ critical: 20 }] };
    expect(imported([{ metric: 'Leads', rule: { critical: 18 } }], before, 'correction')[0].rule).toEqual(before);
  });

  it.each<AgreedDecision>(['fromToday', 'correction'])(
    'changes the version of today to 17 after 18 without a question, and keeps the past (%s)',
    (decision) => {
      const file = [{ metric: 'Leads', rule: { ...row, critical: 17 } }];
      expect(asked(file, since)).toEqual([]);
      const [{ rule }] = imported(file, since, decision);
      expect(rule).toMatchObject({ critical: 17, validFrom: TODAY, earlier: [first] });
      expect(isAsAgreed(rule)).toBe(false);
      expect(ruleChanges(since, rule)).toEqual([
        { kind: 'changed', from: TODAY, fields: [{ field: 'critical', before: 18, after: 17 }] },
      ]);
    }
  );

  it('signs what counts now where the sheet has a newer agreement, and nothing else', () => {
    const file = [{ metric: 'Leads', rule: { ...row, agreedOn: TODAY } }];
    expect(asked(file, since)).toEqual([]);
    const [{ rule }] = imported(file, since, 'correction');
    expect(rule).toMatchObject({ critical: 18, agreedOn: TODAY, validFrom: TODAY, earlier: [first] });
    expect(isAsAgreed(rule)).toBe(true);
  });

  it('keeps a correction unsigned', () => {
    const file = [{ metric: 'Leads', rule: row }];
    const [{ rule: corrected }] = imported(file, AGREED, 'correction');
    expect(imported(file, corrected, 'fromToday')[0].rule).toEqual(corrected);
  });

  it('keeps a version that is to come', () => {
    const before = { ...AGREED, critical: 15, validFrom: '2026-12-01', earlier: [first] };
    const file = [{ metric: 'Leads', rule: AGREED }];
    expect(asked(file, before)).toEqual([]);
    expect(imported(file, before, 'correction')[0].rule).toEqual(before);
  });

  it('takes a file with both versions as it is', () => {
    const file = [{ metric: 'Leads', rule: since }];
    expect(agreedChanges(file, [stated(since)], TODAY)).toEqual([]);
  });
});

describe('a row that begins later than what counts now', () => {
  const first = { ...AGREED, agreedFingerprint: FINGERPRINT };
  const planned = { critical: 18, validFrom: '2026-12-01' };
  const levels = (before: RuleInput, row: RuleInput, decision: AgreedDecision = 'correction') =>
    versionsOf(imported([{ metric: 'Leads', rule: row }], before, decision)[0].rule).map(({ version }) => [
      version.validFrom,
      version.critical,
    ]);
  const asked = (before: RuleInput, row: RuleInput) =>
    agreedChanges([{ metric: 'Leads', rule: row }], [stated(before)], TODAY).map(({ asks }) => asks);

  it.each<[string, RuleInput, RuleInput, unknown[]]>([
    [
      'a rule that nobody agreed on',
      { critical: 20 },
      planned,
      [
        [undefined, 20],
        ['2026-12-01', 18],
      ],
    ],
    [
      'a rule that was agreed',
      first,
      planned,
      [
        [undefined, 20],
        ['2026-12-01', 18],
      ],
    ],
    [
      'a rule of which the past counts from a day on',
      { critical: 20 },
      { critical: 18, validFrom: '2026-11-01' },
      [
        [undefined, 20],
        ['2026-11-01', 18],
      ],
    ],
    [
      'the versions before it',
      { critical: 20, validFrom: '2026-09-01', earlier: [{ critical: 25 }] },
      planned,
      [
        [undefined, 25],
        ['2026-09-01', 20],
        ['2026-12-01', 18],
      ],
    ],
    [
      'a rule that it planned otherwise before',
      { critical: 17, validFrom: '2026-12-01', earlier: [{ critical: 20 }] },
      planned,
      [
        [undefined, 20],
        ['2026-12-01', 18],
      ],
    ],
    [
      'a rule that two rows are to follow',
      { critical: 20 },
      { critical: 16, validFrom: '2027-01-01', earlier: [planned] },
      [
        [undefined, 20],
        ['2026-12-01', 18],
        ['2027-01-01', 16],
      ],
    ],
  ])('leaves %s until then, without a question', (_, before, row, expected) => {
    expect(asked(before, row)).toEqual([false]);
    expect(levels(before, row)).toEqual(expected);
  });

  it('leaves the signature of what counts now, and signs nothing', () => {
    const [{ rule }] = imported([{ metric: 'Leads', rule: planned }], first, 'correction');
    expect(rule).toEqual({ ...planned, earlier: [first] });
  });

  it.each<[AgreedDecision, unknown[]]>([
    [
      'fromToday',
      [
        [undefined, 20],
        [TODAY, 18],
      ],
    ],
    [
      'correction',
      [
        [undefined, 20],
        ['2026-11-01', 18],
      ],
    ],
  ])('asks where the agreed past would be checked anew, and leaves what was before it (%s)', (decision, expected) => {
    const row = { critical: 18, validFrom: '2026-11-01' };
    expect(asked(first, row)).toEqual([true]);
    expect(levels(first, row, decision)).toEqual(expected);
  });

  it('takes nothing of an override or the default rule into the file', () => {
    const sources = { override: { owner: 'Ana' }, sheet: { critical: 20 }, default: { contact: 'x' } };
    const file = [{ metric: 'Leads', rule: planned }];
    const changes = agreedChanges(file, [{ metric: 'Leads', sources }], TODAY);
    expect(decideAgreed(file, changes, { decision: 'correction', today: TODAY, start: TODAY })).toEqual([
      { metric: 'Leads', rule: { ...planned, earlier: [{ critical: 20 }] } },
    ]);
  });

  it.each<[string, RuleInput, RuleInput]>([
    ['there is no rule yet', {}, planned],
    ['the rule does not count yet', { critical: 20, validFrom: '2026-12-05' }, planned],
    [
      'a version of the file was taken out',
      { critical: 20, validFrom: '2026-09-01', earlier: [{ critical: 25 }] },
      { critical: 20, validFrom: '2026-09-01' },
    ],
  ])('is taken as it is where %s', (_, before, row) => {
    expect(asked(before, row)).toEqual([]);
    expect(imported([{ metric: 'Leads', rule: row }], before, 'correction')[0].rule).toEqual(row);
  });
});

describe('several metrics of one name', () => {
  it('keep the rule that they share, and each its own override', () => {
    const metrics = [
      { metric: 'Leads', label: 'Leads (query A)', sources: { override: { for: '1h' }, sheet: AGREED } },
      { metric: 'Leads', label: 'Leads (query B)', sources: { sheet: AGREED } },
    ];
    const file = [{ metric: 'Leads', rule: { ...AGREED, critical: 14 } }];
    const changes = agreedChanges(file, metrics, TODAY);
    expect(changes.map(({ labels }) => labels)).toEqual([['Leads (query B)']]);
    const [{ rule }] = decideAgreed(file, changes, { decision: 'fromToday', today: TODAY, start: TODAY });
    expect(rule.earlier).toEqual([{ ...AGREED, agreedFingerprint: FINGERPRINT }]);
    expect(JSON.stringify(rule)).not.toContain('1h');
  });
});

describe('decideAgreed', () => {
  it('keeps the past, from today on', () => {
    const file = [{ metric: 'Leads', rule: { operator: '<' as const, critical: 14, owner: 'Ana' } }];
    expect(imported(file, AGREED, 'fromToday')).toEqual([
      {
        metric: 'Leads',
        rule: {
          ...AGREED,
          critical: 14,
          validFrom: TODAY,
          agreedFingerprint: FINGERPRINT,
          earlier: [{ ...AGREED, agreedFingerprint: FINGERPRINT }],
        },
      },
    ]);
  });

  it('judges the past again where it corrects a mistake, and says that it is not agreed yet', () => {
    const [{ rule }] = imported([{ metric: 'Leads', rule: { ...AGREED, critical: 14 } }], AGREED, 'correction');
    expect(rule).toMatchObject({ ...AGREED, critical: 14, agreedFingerprint: FINGERPRINT });
    expect(rule.earlier).toBeUndefined();
    expect(isAsAgreed(rule)).toBe(false);
  });

  it.each<AgreedDecision>(['fromToday', 'correction'])(
    'takes another agreement in the file for one (%s)',
    (decision) => {
      const rule = { ...AGREED, critical: 14, agreedOn: '2026-11-26', agreedFingerprint: FINGERPRINT };
      const [after] = imported([{ metric: 'Leads', rule }], { ...AGREED, agreedFingerprint: FINGERPRINT }, decision);
      expect(after.rule).toMatchObject({ agreedOn: '2026-11-26', critical: 14 });
      expect(isAsAgreed(after.rule)).toBe(true);
    }
  );

  it('gives the metrics of a glob that were agreed a rule of their own', () => {
    const file = [{ metric: 'Leads *', rule: { critical: 14 } }];
    const changes = agreedChanges(file, [stated(AGREED, 'Leads A'), stated({ critical: 1 }, 'Leads B')], TODAY);
    const rules = decideAgreed(file, changes, { decision: 'fromToday', today: TODAY, start: TODAY });
    expect(rules).toMatchObject([
      { metric: 'Leads *', rule: { critical: 14 } },
      { metric: 'Leads A', rule: { critical: 14, validFrom: TODAY, earlier: [{ critical: 20 }] } },
    ]);
  });

  it('keeps a version that the file plans', () => {
    const rule = { critical: 10, validFrom: '2026-12-01', earlier: [{ ...AGREED, critical: 14 }] };
    const [after] = imported([{ metric: 'Leads', rule }], AGREED, 'fromToday');
    expect(versionsOf(after.rule).map(({ version }) => [version.validFrom, version.critical])).toEqual([
      [undefined, 20],
      [TODAY, 14],
      ['2026-12-01', 10],
    ]);
    const [planned] = imported(
      [{ metric: 'Leads', rule: { critical: 10, validFrom: '2026-12-01' } }],
      AGREED,
      'fromToday'
    );
    expect(versionsOf(planned.rule).map(({ version }) => version.critical)).toEqual([20, 10]);
  });

  it('keeps the versions of what is in force already, whatever was decided', () => {
    const before = { critical: 14, validFrom: '2026-11-20', earlier: [AGREED] };
    const [{ rule }] = imported([{ metric: 'Leads', rule: { critical: 14, key: 'leads' } }], before, 'correction');
    expect(rule).toEqual({ ...before, key: 'leads' });
  });

  it('never changes what the past was judged by, from today on', () => {
    fc.assert(
      fc.property(anyRules, anyRules, (former, next) => {
        const before = { ...former[0]?.rule, ...SIGNATURE };
        const file = [{ metric: 'Leads', rule: next[0]?.rule ?? {} }];
        const changes = agreedChanges(file, [stated(before)], '2035-01-01');
        const decided = decideAgreed(file, changes, {
          decision: 'fromToday',
          today: '2035-01-01',
          start: '2035-01-01',
        });
        const [rule] = rulesOfFile(decided, [{ name: 'Leads' }]).rules;
        const [was, is] = [storedRule({ sheet: before }), storedRule({ sheet: rule })].map(versionsOf);
        const past = was.filter(({ from }) => from < Date.parse('2035-01-01'));
        const agreedAt = (versions: typeof was, time: number) =>
          fingerprintOf(versionAt(versions, time)?.version ?? {});
        past
          .filter(({ version }) => isAsAgreed(version))
          .forEach(({ from }) => {
            expect(agreedAt(is, from)).toBe(agreedAt(was, from));
          });
      }),
      { numRuns: 300 }
    );
  });
});

describe('a signature over what was not signed', () => {
  const upcoming: RuleInput = { ...AGREED, critical: 4, validFrom: '2026-12-01' };

  it.each<[string, RuleInput, AgreedDecision]>([
    ['alone', upcoming, 'fromToday'],
    ['alone, as a correction', upcoming, 'correction'],
    ['after what was agreed', { ...upcoming, earlier: [AGREED] }, 'fromToday'],
  ])('is none of a version to come whose columns of the agreement nobody touched (%s)', (_, rule, decision) => {
    const [after] = imported([{ metric: 'Leads', rule }], AGREED, decision);
    expect(after.rule).toMatchObject({ critical: 4, validFrom: '2026-12-01', agreedFingerprint: FINGERPRINT });
    expect(mergeRule({ sheet: after.rule }).signatures).toMatchObject([{ state: 'changed', changedOn: '2026-12-01' }]);
  });

  it('is one where the version to come has an agreement of its own', () => {
    const [{ rule }] = imported([{ metric: 'Leads', rule: { ...upcoming, agreedOn: TODAY } }], AGREED, 'fromToday');
    expect(isAsAgreed(rule)).toBe(true);
  });

  const first: RuleInput = { ...AGREED, critical: 60, agreedBy: 'Ana Ruiz', agreedOn: '2026-11-20' };
  const second: RuleInput = { ...first, critical: 45, agreedOn: '2026-11-27', validFrom: '2026-11-27' };
  const versions: RuleInput = {
    ...second,
    agreedFingerprint: fingerprintOf(second),
    earlier: [{ ...first, agreedFingerprint: fingerprintOf(first) }],
  };

  it.each<[string, AgreedDecision]>([
    ['2026-11-27', 'fromToday'],
    ['2026-11-28', 'fromToday'],
    ['2026-11-28', 'correction'],
  ])('is none where it was given for an earlier version (%s, %s)', (today, decision) => {
    const file = [{ metric: 'Leads', rule: { ...first, critical: 30 } }];
    const changes = agreedChanges(file, [stated(versions)], today);
    expect(changes.map(({ asks }) => asks)).toEqual([today > '2026-11-27']);
    const [{ rule }] = decideAgreed(file, changes, { decision, today, start: today });
    expect(rule).toMatchObject({ critical: 30, agreedFingerprint: versions.agreedFingerprint });
    expect(mergeRule({ sheet: rule }).signatures).toMatchObject([{ state: 'changed', changedOn: today }]);
  });

  it('is one again of the very content that it was given for', () => {
    const file = [{ metric: 'Leads', rule: first }];
    const changes = agreedChanges(file, [stated(versions)], '2026-11-28');
    const [{ rule }] = decideAgreed(file, changes, { decision: 'fromToday', today: '2026-11-28', start: '2026-11-28' });
    expect(rule).toMatchObject({ critical: 60, agreedOn: '2026-11-20' });
    expect(isAsAgreed(rule)).toBe(true);
  });
});

describe('from today on', () => {
  const from = (before: RuleInput, start: string) => {
    const file = [{ metric: 'Leads', rule: { operator: '<' as const, critical: 14 } }];
    const changes = agreedChanges(file, [stated(before)], TODAY);
    const [{ rule }] = decideAgreed(file, changes, { decision: 'fromToday', today: TODAY, start });
    return [...(rule.earlier ?? []), rule].map(({ validFrom, critical }) => [validFrom, critical]);
  };

  it.each<[string, RuleInput, string, unknown[]]>([
    [
      'is from where somebody sits',
      AGREED,
      `${TODAY} Asia/Tokyo`,
      [
        [undefined, 20],
        [`${TODAY} Asia/Tokyo`, 14],
      ],
    ],
    [
      'leaves no past of a version that begins on the same day, before it does there',
      { ...AGREED, validFrom: TODAY },
      `${TODAY} America/New_York`,
      [[TODAY, 14]],
    ],
    [
      'leaves what is to begin tomorrow, though it does this evening there',
      { ...AGREED, critical: 25, validFrom: '2026-11-28', earlier: [AGREED] },
      `${TODAY} America/New_York`,
      [
        [undefined, 20],
        [`${TODAY} America/New_York`, 14],
        ['2026-11-28', 25],
      ],
    ],
  ])('%s', (_, before, start, versions) => {
    expect(from(before, start)).toEqual(versions);
  });
});
