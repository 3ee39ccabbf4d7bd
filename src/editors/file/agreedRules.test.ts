import { withAgreement } from '../../rule/agreement';
import { plain as t } from '../../testing/plain';
import type { RuleInput } from '../../rule/schema';
import { agreedRules } from './agreedRules';
import { removalWords } from './importWords';

const SIGNED = withAgreement({ operator: '<', critical: 20, agreedBy: 'Sales', agreedOn: '2026-06-22' }) as RuleInput;
const CHANGED: RuleInput = { ...SIGNED, critical: 14 };
const none = 'These were agreed: Leads. Without them, their metrics have no such rule, in the past neither.';
const others = 'These were agreed: Leads. Without them, what else is their rule counts alone, in the past, too.';

describe('what is said before imported rules are removed', () => {
  it.each<[string, RuleInput, object, string[]]>([
    ['an agreed rule', SIGNED, {}, [none]],
    ['an agreed rule, with one for all metrics beside it', SIGNED, { default: { owner: 'Ana' } }, [others]],
    ['an agreed rule, with an override beside it', SIGNED, { override: { owner: 'Ana' } }, [others]],
    ['a rule without a signature', { critical: 20 }, {}, []],
    ['a rule that is not agreed yet', CHANGED, {}, []],
    [
      'one that is not agreed yet after one that was',
      { ...CHANGED, validFrom: '2026-11-27', earlier: [SIGNED] },
      {},
      [none],
    ],
  ])('%s', (_, rule, beside, words) => {
    const stated = [{ metric: 'Leads', sources: { ...beside, sheet: rule } }];
    expect(removalWords(t, agreedRules([{ metric: 'Leads', rule }], stated))).toEqual(words);
  });

  it('is said of a rule whose metric has no data now, and of each kind by name', () => {
    const file = ['Leads', 'Renewals'].map((metric) => ({ metric, rule: SIGNED }));
    const stated = [{ metric: 'Leads', sources: { sheet: SIGNED, default: { owner: 'Ana' } } }];
    expect(removalWords(t, agreedRules(file, stated))).toEqual([none.replace('Leads', 'Renewals'), others]);
  });
});
