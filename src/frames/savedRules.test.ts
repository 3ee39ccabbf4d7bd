import { readSavedDashboard } from './savedDashboard';
import { savedRules } from './savedRules';

const rule = (critical: number) => ({ id: 'custom.rule', value: { operator: '>', critical } });
const override = (name: string, critical: number) => ({
  matcher: { id: 'byName', options: name },
  properties: [rule(critical)],
});

function dashboard(overrides: unknown[], defaults?: unknown) {
  const fieldConfig = { defaults: { custom: { rule: defaults } }, overrides };
  return readSavedDashboard({
    schemaVersion: 41,
    panels: [{ id: 4, type: 'protocolops-protocol-panel', title: 'Leads', fieldConfig }],
  });
}

it('tells the rules that are new, another, and gone', () => {
  const before = dashboard([override('A', 1), override('B', 2), override('C', 3)], { owner: 'Ops' });
  const after = dashboard([override('C', 3), override('D', 4), override('A', 9)], { owner: 'Sales' });
  expect(savedRules(before, after)).toEqual([
    { panel: 'Leads', became: 'another' },
    { panel: 'Leads', metric: 'D', became: 'new' },
    { panel: 'Leads', metric: 'A', became: 'another' },
    { panel: 'Leads', metric: 'B', became: 'removed' },
  ]);
  expect(savedRules(after, after)).toEqual([]);
  expect(savedRules(readSavedDashboard(undefined), readSavedDashboard(7))).toEqual([]);
});
