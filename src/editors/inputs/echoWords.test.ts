import { levelFormatter } from '../../frames/levelFormat';
import type { RuleField } from '../../rule/fields';
import { plain as t } from '../../testing/plain';
import { echoWords } from './echoWords';
import type { TypedBy } from './readTyped';

const BY: TypedBy = { units: [], decimal: '.', date: '2026-11-27', timeZone: 'UTC' };

/** What is echoed where the metric has a unit. */
function echoIn(unit: string | undefined, field: RuleField, text: string, by: Partial<TypedBy> = {}) {
  const formatLevel = levelFormatter({ config: { unit } });
  return echoWords(t, field, text, { ...BY, units: [{ unit }], formatLevel, ...by });
}

it.each<[RuleField, string, string | undefined]>([
  ['for', '2d', undefined],
  ['for', '2 d', '= 2 days'],
  ['for', '2 days', '= 2 days'],
  ['for', '48 hours', '= 2 days'],
  ['for', '90 min', '= 1 hours 30 minutes'],
  ['for', 'none', '= at once'],
  ['for', 'at once', undefined],
  ['for', '2 dayz', undefined],
  ['for', '', undefined],
  ['settleAfter', 'no', '= they are final'],
  ['reviewBy', '2026-12-01', undefined],
  ['reviewBy', '1 Dec 2026', '= Tue 1 Dec 2026'],
  ['reviewBy', 'today', '= Fri 27 Nov 2026'],
  ['reviewBy', 'in spring', undefined],
  ['validFrom', '1 Dec 2026', '= Tue 1 Dec 2026'],
  ['validFrom', '2026-12-01 07:00 UTC', undefined],
  ['holidays', '25 Dec 2026, 1 Jan 2027', '= Fri 25 Dec 2026, Fri 1 Jan 2027'],
  ['holidays', '24 Dec 2026, 25 Dec 2026, 26 Dec 2026, 1 Jan 2027', '= 4 days'],
  ['due', 'weekdays 07:00 Europe/Berlin', undefined],
  ['due', 'mon-fri 7:00 europe/berlin', '= weekdays 07:00 (Europe/Berlin)'],
  ['workingHours', 'Mon-Thu 09:00-17:30 UTC', undefined],
  ['workingHours', 'weekdays nine to five', undefined],
  ['minVolume', '20', undefined],
  ['minVolume', '1,000', '= 1000'],
  ['owner', '2 days', undefined],
])('%s: of %j it says %j', (field, text, words) => {
  expect(echoIn(undefined, field, text)).toBe(words);
});

it.each<[string | undefined, string, string | undefined, Partial<TypedBy>?]>([
  ['percent', '20', undefined],
  ['percent', '20 %', undefined],
  ['percent', '20,5', '= 20.5%'],
  ['percent', '20,5 %', '= 20.5%'],
  ['percent', '< 20', '= below 20%'],
  ['percent', '2 to 4 %', '= 2% to 4%'],
  ['percentunit', '0.2', '= 20%'],
  ['percentunit', '20 %', undefined],
  ['s', '3600', '= 1 hour'],
  ['s', '1 h', '= 1 hour'],
  ['currencyUSD', '1.5k', '= $1.5K'],
  [undefined, '1,234', '= 1234'],
  [undefined, '1,234', '= 1.234', { decimal: ',' }],
  [undefined, '1.234', '= 1.234 ≠ 1234', { decimal: ',' }],
  [undefined, '1.234', undefined],
  [undefined, '20 %', undefined],
  [undefined, 'twenty', undefined],
])('a level in %s: of %j it says %j', (unit, text, words, by = {}) => {
  expect(echoIn(unit, 'critical', text, by)).toBe(words);
});
