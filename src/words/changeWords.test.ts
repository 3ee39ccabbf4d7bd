import { plain } from '../testing/plain';
import { changeWords } from './changeWords';
import { mergeRule } from '../rule/sources';

const percent = (value: number) => `${value} %`;
const base = { operator: '<', critical: 18, for: '5d', owner: 'Demand Gen', action: 'Call Ana' };

function changes(before: object, after: object): string[] {
  return changeWords(plain, mergeRule({ default: before }), mergeRule({ default: after }), percent);
}

it.each<[string, object, string[]]>([
  ['a level', { critical: 20 }, ['critical below 18 % → below 20 %']],
  ['an operator', { operator: '<=' }, ['critical below 18 % → at or below 18 %']],
  ['a new level', { warning: 24 }, ['new: warning below 24 %']],
  ['a recovery level', { recovery: { critical: 22 } }, ['new: critical is over when above 22 %']],
  ['how long', { for: '2d' }, ['for 5 d → 2 d']],
  ['how long, to nothing', { for: undefined }, ['for 5 d → 0 s']],
  ['keep firing', { keepFiringFor: '1h' }, ['new: stays open for 1 h']],
  ['who', { owner: 'RevOps' }, ['owner Demand Gen → RevOps']],
  ['nobody', { owner: '' }, ['no longer: owner Demand Gen']],
  ['a long text', { action: 'Call Ben' }, ['action changed']],
  ['a new long text', { definition: 'Leads\nwon' }, ['new: definition']],
  ['no long text', { action: undefined }, ['no longer: action']],
  ['missing data', { noData: 'keep' }, ['no data or late data show → keep']],
  ['a schedule', { due: 'weekdays 07:00 Europe/Berlin' }, ['new: due weekdays 07:00 (Europe/Berlin)']],
  ['a volume', { minVolume: 20, volumeSeries: 'Leads' }, ['new: ignore when fewer than 20', 'new: counted by Leads']],
  ['a key', { key: 'lead-conversion' }, ['new: key lead-conversion']],
  ['a delay', { escalateAfter: '2d' }, ['new: tell them after 2 d']],
  ['several', { critical: 20, for: '2d', owner: 'RevOps' }, ['critical below 18 % → below 20 %', 'for 5 d → 2 d', 'owner Demand Gen → RevOps']], // prettier-ignore
  ['only the day on which it was agreed', { agreedOn: '2026-06-22' }, []],
  ['only how it is written', { for: '120h', due: ' ', noData: 'show' }, []],
])('%s', (_, changed, words) => {
  expect(changes(base, { ...base, ...changed })).toEqual(words);
});

it('what is gone', () => {
  expect(changes({ ...base, warning: 24, recovery: { critical: 22 }, staleAfter: '1d' }, base)).toEqual([
    'no longer: critical is over when above 22 %',
    'no longer: warning below 24 %',
    'no longer: data is late after 1 d',
  ]);
});

it('holidays, and delays in working time', () => {
  const before = { ...base, escalateAfter: '1d', workingHours: 'weekdays 09:00-17:00 UTC' };
  expect(changes(before, { ...before, holidays: '2026-12-25' })).toEqual(['holidays changed']);
  expect(changes({ ...base, escalateAfter: '1d' }, before)).toEqual([
    'tell them after 1 d → 1 d of working time',
    'new: working hours weekdays 09:00–17:00 (UTC)',
  ]);
});

it('a first rule by its threshold, and the end of one', () => {
  expect(changes({}, base)).toEqual(['first rule: below 18 % for 5 d']);
  expect(changes(base, {})).toEqual(['no rule any more']);
  expect(changes({}, {})).toEqual([]);
});

it('from elsewhere is no change', () => {
  const before = mergeRule({ default: base });
  expect(changeWords(plain, before, mergeRule({ override: base }), percent)).toEqual([]);
});

it('shortens what is too long to be told', () => {
  const [words] = changes(base, { ...base, owner: 'x'.repeat(500) });
  expect(words.length).toBeLessThan(100);
});
