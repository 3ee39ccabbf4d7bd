import fc from 'fast-check';

import { readTakenOver } from '../takenOver';
import { readJudgeOn } from '../judgeOn/readJudgeOn';
import { readRuleInput } from '../../rule/read';
import type { Step } from './migrate';
import { OPTIONS_VERSION, isForeign, migrate, migrationHandler, shouldMigrate } from './migrate';
import { firstForm } from '../../testing/firstForm';

/** Two steps as there may be some day: one renames an option, one gives another meaning to a choice. */
const STEPS: readonly Step[] = [
  ({ look, ...others }) => (look === undefined ? others : { ...others, layout: look }),
  (saved) => (saved.layout === 'auto' ? { ...saved, layout: 'list' } : saved),
];

describe('panels as 0.1.0 saved them', () => {
  it.each(firstForm.panels.map((panel) => [panel.title, panel] as const))('%s opens unchanged', (_, panel) => {
    const saved = JSON.stringify(panel);
    expect(migrationHandler(panel)).toEqual({ ...panel.options, version: OPTIONS_VERSION });
    expect(JSON.stringify(panel)).toBe(saved);
  });

  it('have rules, look-backs and visualizations that are still read', () => {
    const options = firstForm.panels.map(migrationHandler);
    expect(options.flatMap((each) => readTakenOver(each.takenOver) ?? [])).toMatchObject([{ pluginId: 'stat' }]);
    expect(options.map((each) => readJudgeOn(each)).filter(({ mode }) => mode === 'fixed')).toEqual([
      { mode: 'fixed', lookBackMs: 86_400_000, stepMs: 300_000 },
      { mode: 'fixed', lookBackMs: 21_600_000, stepMs: 30_000 },
    ]);
    const rules = firstForm.panels
      .flatMap(({ fieldConfig: { defaults, overrides } }) => [
        defaults.custom?.rule,
        ...overrides
          .flatMap(({ properties }) => properties.filter(({ id }) => id === 'custom.rule'))
          .map(({ value }) => value),
      ])
      .filter((rule) => rule !== undefined);
    expect(rules.length).toBeGreaterThan(5);
    expect(rules.flatMap((rule) => readRuleInput(rule, 'override').problems)).toEqual([]);
  });
});

describe('migrate', () => {
  it('takes every step from the saved version on', () => {
    expect(migrate({ look: 'auto', mine: 1 }, STEPS)).toEqual({ layout: 'list', mine: 1, version: 3 });
    expect(migrate({ look: 'auto', layout: 'auto', version: 2 }, STEPS)).toEqual({
      look: 'auto',
      layout: 'list',
      version: 3,
    });
  });

  it('leaves the newest as it is, so that what somebody chose since is not changed once more', () => {
    const saved = { layout: 'auto', version: 3 };
    expect(migrate(saved, STEPS)).toBe(saved);
    expect(migrate(migrate({ look: 'rows' }, STEPS), STEPS)).toEqual({ layout: 'rows', version: 3 });
  });

  it.each([
    [{ version: 4, layout: 'auto' }],
    [{ version: 'two', layout: 'auto' }],
    [{ version: 0 }],
    [{ version: 1.5 }],
  ])('leaves %j alone: it is of a newer plugin, or nobody can tell', (saved) => {
    expect(migrate(saved, STEPS)).toBe(saved);
  });

  it('never throws, and keeps what it does not know', () => {
    fc.assert(
      fc.property(fc.anything(), (saved) => {
        const migrated = migrate(saved);
        const isObject = typeof saved === 'object' && saved !== null && !Array.isArray(saved);
        expect(migrated).toEqual(isObject ? { ...saved, version: migrated.version } : { version: OPTIONS_VERSION });
        expect(shouldMigrate({ options: migrated })).toBe(false);
      })
    );
  });
});

describe('isForeign', () => {
  it.each<[unknown, boolean]>([
    [undefined, false],
    [{}, false],
    [{ version: OPTIONS_VERSION }, false],
    [{ version: OPTIONS_VERSION + 1 }, true],
    [{ version: 'x' }, true],
  ])('%j: %s', (saved, foreign) => {
    expect(isForeign(saved)).toBe(foreign);
  });
});
