import { timeWords } from '../locales/timeWords';
import { withAgreement, withCorrection } from '../rule/agreement';
import type { StoredRule } from '../rule/agreement';
import { ruleKind } from '../rule/kind';
import type { RuleSources } from '../rule/sources';
import { mergeRule } from '../rule/sources';
import { metricProtocol, NOW } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { changeNotes } from './changeNotes';
import { ruleBeforeCorrection } from './correctedRule';

const TODAY = '2026-11-23';
const RULE = { operator: '<', warning: 24, critical: 20, for: '2d', owner: 'Demand Gen', action: 'Call' };
const AGREED = withAgreement(RULE, { agreedBy: 'Sales', agreedOn: '2026-06-22' });
const corrected = (change: StoredRule) => withCorrection(AGREED, { ...AGREED, ...change }, TODAY);

/** What is said of a rule beside that it was changed. */
function notes(sources: RuleSources) {
  const rule = mergeRule(sources);
  const metric = metricProtocol({ rule, kind: ruleKind(rule), formatLevel: (level) => `${level} %` });
  return changeNotes(t, metric, timeWords(t, { now: NOW, timeZone: 'utc' }));
}

const said = (what: string) => [`Changed from what was agreed: ${what}.`];

it.each<[string, StoredRule, string]>([
  ['a level', { critical: 14 }, 'critical below 20 % → below 14 %'],
  [
    'several fields',
    { critical: 14, for: '1d', owner: 'Ana' },
    'critical below 20 % → below 14 %; for 2 d → 1 d; owner Demand Gen → Ana',
  ],
  ['what was not there', { escalateTo: 'COO' }, 'new: tell if nobody acts COO'],
  ['what is gone', { warning: undefined }, 'no longer: warning below 24 %'],
  ['a recovery', { recovery: { critical: 22 } }, 'new: critical is over when back at or above 22 %'],
  [
    'the direction',
    { operator: '>', warning: 17 },
    'critical below 20 % → above 20 %; warning below 24 % → above 17 %',
  ],
  ['a long text, by its name', { action: 'Call all' }, 'first step changed'],
])('what was corrected is told, old and new: %s', (_, change, what) => {
  expect(notes({ default: corrected(change) })).toEqual([expect.stringMatching(/^Changed from what was agreed: /)]);
  if (!('recovery' in change) && !('action' in change)) {
    expect(notes({ default: corrected(change) })).toEqual(said(what));
  }
});

it('no text is said to be changed that only has its variables filled in', () => {
  const definition = 'How long ${__field.labels.instance} takes';
  const agreed = withAgreement({ ...RULE, definition }, { agreedBy: 'Sales', agreedOn: '2026-06-22' });
  const kept = { agreedValues: { critical: 20, definition } };
  const merged = mergeRule({ default: { ...withCorrection(agreed, { ...agreed, critical: 14 }, TODAY), ...kept } });
  const text = { ...merged.text, definition: { value: 'How long node takes', source: 'default' as const } };
  const before = ruleBeforeCorrection({ ...merged, text });
  expect([before?.text.definition, before?.levels.at(-1)?.condition.bounds]).toEqual([text.definition, [20]]);
});

it('is told of what a rule overrules, and of the rule in force alone', () => {
  const override = { critical: 14, changedOn: TODAY, agreedValues: { critical: 20 } };
  expect(notes({ override, sheet: AGREED })).toEqual(said('critical below 20 % → below 14 %'));
  expect(
    notes({
      override: withAgreement({ critical: 10 }, { agreedBy: 'Ana' }),
      default: corrected({ critical: 14, for: '1d' }),
    })
  ).toEqual(said('for 2 d → 1 d'));
});

it.each<[string, RuleSources]>([
  ['nothing was corrected', { default: AGREED }],
  ['it is agreed anew', { default: withAgreement(corrected({ critical: 14 })) }],
  ['nothing is known of what was agreed', { default: { ...AGREED, critical: 14, changedOn: TODAY } }],
  [
    'what is known is no rule',
    { default: { ...AGREED, critical: 14, agreedValues: { critical: 'few', constructor: 1 } } },
  ],
])('nothing is told where %s', (_, sources) => {
  expect(notes(sources)).toEqual([]);
});
