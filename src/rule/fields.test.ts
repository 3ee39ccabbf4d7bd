import type { FieldOf, RuleField } from './fields';
import { FIELDS, isOf, levelOf, STORED_FIELDS } from './fields';
import { fingerprintOf } from './fingerprint';
import { readRuleInput } from './read';
import type { RuleInput } from './schema';
import { ruleSchema } from './schema';
import { mergeRule } from './sources';

/** Fields that say nothing by themselves once a rule is merged. */
type Bookkeeping = FieldOf<'moment' | 'fingerprint' | 'unreadable' | 'values' | 'versions'>;

/** Of each field two values that say different things; both go together with the rule below. */
const VALUES: Readonly<Record<Exclude<RuleField, Bookkeeping>, readonly [unknown, unknown]>> = {
  operator: ['<', '<='],
  warning: [24, 25],
  critical: [20, 19],
  recoveryWarning: [26, 27],
  recoveryCritical: [21, 22],
  for: ['2d', '3d'],
  keepFiringFor: ['1d', '2d'],
  staleAfter: ['3d', '4d'],
  respondWithin: ['4h', '5h'],
  escalateAfter: ['1d', '2d'],
  noData: ['keep', 'alerting'],
  definition: ['Share of leads', 'Share of deals'],
  agreedBy: ['Ana', 'Ben'],
  agreedOn: ['2026-03-01', '2026-03-02'],
  changedOn: ['2026-03-03', '2026-03-04'],
  owner: ['Demand Gen', 'Sales'],
  contact: ['ana@example.org', 'ben@example.org'],
  notify: ['#sales-ops', '#demand-gen'],
  action: ['Call the oldest leads', 'Call all leads'],
  automation: ['None', 'By hand'],
  respondUrl: ['https://example.org/a', 'https://example.org/b'],
  escalateTo: ['VP Sales', 'VP Marketing'],
  runbook: ['https://example.org/runbook', 'https://example.org/steps'],
  key: ['lead-conversion', 'leads'],
  reviewBy: ['2026-09-01', '2026-10-01'],
  noRule: ['Shown on purpose', 'Shown for comparison'],
  settleAfter: ['1d', '2d'],
  due: ['weekdays 07:00 Europe/Berlin', 'daily 07:00 Europe/Berlin'],
  workingHours: ['weekdays 09:00-17:30 Europe/Berlin', 'weekdays 08:00-17:30 Europe/Berlin'],
  holidays: ['2026-12-25', '2026-12-26'],
  minVolume: [20, 30],
  volumeSeries: ['Leads', 'Deals'],
};
const GIVEN = Object.keys(VALUES) as Array<keyof typeof VALUES>;

const BASE: RuleInput = { operator: '<', warning: 24, critical: 20, minVolume: 20, volumeSeries: 'Leads' };

function withField(field: RuleField, value: unknown): RuleInput {
  return isOf(field, 'recovery') ? { ...BASE, recovery: { [levelOf(field)]: value } } : { ...BASE, [field]: value };
}

it('is stored by the name that the schema has, in its order', () => {
  expect(STORED_FIELDS).toEqual(Object.keys(ruleSchema.shape));
});

describe.each(GIVEN)('%s', (field) => {
  const [value, other] = VALUES[field];

  it('is read as it is stored', () => {
    const stored = withField(field, value);
    expect(ruleSchema.safeParse(stored).success).toBe(true);
    expect(readRuleInput(stored, 'default')).toEqual({ input: stored, problems: [] });
  });

  it('comes from the most specific source that states it', () => {
    const stated = mergeRule({ override: withField(field, value), default: withField(field, other) });
    expect(stated.sources[field]).toBe('override');
    expect(stated.problems).toEqual([]);
    const fallback = mergeRule({ override: { operator: '<' }, default: withField(field, other) });
    expect(fallback.sources[field]).toBe(field === 'operator' ? 'override' : 'default');
  });

  it(FIELDS[field].agreed ? 'is part of what is agreed' : 'may change under an agreement', () => {
    const [before, after] = [value, other].map((one) => fingerprintOf(withField(field, one)));
    expect(after !== before).toBe(FIELDS[field].agreed);
  });
});
