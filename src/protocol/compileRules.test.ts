import fc from 'fast-check';

import { mergeHistory } from '../rule/history';
import { stackOverrides } from '../rule/stackOverrides';
import type { ToCompile } from './compileRules';
import { RuleCompiler } from './compileRules';

const DEFAULT = { operator: '>', critical: 80, owner: 'SRE' };
const OVERRIDE = { for: '5m' };
const WITH_VARIABLE = {
  ...DEFAULT,
  owner: 'Team $team',
  validFrom: '$start',
  earlier: [{ owner: '$team', critical: 70 }],
};

const saying = (team: string) => (text: string) => text.replace('$team', team).replace('$start', '2026-11-20');

function stated(id: string, rule: ToCompile['rule'], sheet?: ToCompile['sheet']): ToCompile {
  return { id, rule, sheet };
}

const historyOf = (compiler: RuleCompiler, one: ToCompile) => compiler.compile([one])[0].history;

describe('RuleCompiler', () => {
  it.each<[string, ToCompile['rule']]>([
    ['the very objects that are saved', { default: DEFAULT, overrides: [OVERRIDE] }],
    ['others that say the same', { default: { ...DEFAULT }, overrides: [{ ...OVERRIDE }] }],
  ])('gives the very rule again that is stated by %s', (_, again) => {
    const compiler = new RuleCompiler();
    const first = historyOf(compiler, stated('a', { default: DEFAULT, overrides: [OVERRIDE] }));
    expect(historyOf(compiler, stated('a', again))).toBe(first);
  });

  it.each<[string, ToCompile['rule'], ToCompile['sheet']]>([
    ['the default rule', { default: { ...DEFAULT, critical: 90 }, overrides: [OVERRIDE] }, undefined],
    ['an override', { default: DEFAULT, overrides: [OVERRIDE, { for: '1h' }] }, undefined],
    ['the sheet', { default: DEFAULT, overrides: [OVERRIDE] }, { owner: 'Platform' }],
    [
      'the thresholds',
      { default: DEFAULT, overrides: [OVERRIDE], thresholds: { mode: 'absolute', steps: [], styled: true } },
      undefined,
    ],
  ])('compiles anew where %s states something else', (_, rule, sheet) => {
    const compiler = new RuleCompiler();
    const first = historyOf(compiler, stated('a', { default: DEFAULT, overrides: [OVERRIDE] }));
    expect(historyOf(compiler, stated('a', rule, sheet))).not.toBe(first);
  });

  it('compiles once what states the same for several metrics', () => {
    const rule = { default: DEFAULT };
    const [one, other] = new RuleCompiler().compile([stated('a', rule), stated('b', { ...rule })]);
    expect(other.history).toBe(one.history);
  });

  it('merges again only when the variables of a rule say something else', () => {
    const compiler = new RuleCompiler();
    const rule = (team: string) => stated('a', { default: WITH_VARIABLE, interpolate: saying(team) });
    const first = historyOf(compiler, rule('Ana'));
    expect(historyOf(compiler, rule('Ana'))).toBe(first);
    const second = historyOf(compiler, rule('Ben'));
    expect(second.versions.map((version) => version.rule.text.owner?.value)).toEqual(['Ben', 'Team Ben']);
  });

  it('asks for no variable where no text has one', () => {
    const interpolate = jest.fn((text: string) => text);
    new RuleCompiler().compile([stated('a', { default: DEFAULT, interpolate })]);
    expect(interpolate).not.toHaveBeenCalled();
  });

  it('says what merging from the start says, whatever was compiled before', () => {
    const anyRule = fc.constantFrom(
      undefined,
      DEFAULT,
      OVERRIDE,
      WITH_VARIABLE,
      { owner: '$team' },
      { critical: 'x' },
      'none'
    );
    const anyMetric = fc.record({
      id: fc.constantFrom('a', 'b'),
      default: anyRule,
      overrides: fc.array(anyRule, { maxLength: 2 }),
      team: fc.constantFrom('Ana', 'Ben'),
    });
    fc.assert(
      fc.property(fc.array(anyMetric, { maxLength: 8 }), (metrics) => {
        const compiler = new RuleCompiler();
        for (const { id, team, ...rule } of metrics) {
          const interpolate = saying(team);
          const override = stackOverrides(rule.overrides);
          expect(historyOf(compiler, stated(id, { ...rule, interpolate }))).toEqual(
            mergeHistory({ override, default: rule.default, interpolate })
          );
        }
      })
    );
  });
});
