import { lacking, statedAlike } from './takeOver';

const ALERT = { operator: '<', critical: 20, for: '5m', owner: 'Inbound' };

it.each([
  ['all of it where nothing is stated', {}, ALERT],
  ['what is blank', { owner: ' ', for: '' }, ALERT],
  ['no level where there is one', { warning: 30 }, { for: '5m', owner: 'Inbound' }],
  ['no level where there is an operator', { operator: '>' }, { for: '5m', owner: 'Inbound' }],
  [
    'levels beside an operator that the colours decide',
    { operator: 'auto', for: '1h', owner: 'Ana' },
    { operator: '<', critical: 20 },
  ],
])('a rule lacks %s', (_, own, fields) => {
  const blanks = Object.fromEntries(Object.entries(own).filter(([, value]) => String(value).trim() !== ''));
  expect(lacking(blanks, ALERT)).toEqual(fields);
});

it('several metrics have in common what their alert rules state alike', () => {
  const of = (alert: object | undefined) => ({ id: '', metric: '', sources: { alert } });
  expect(statedAlike([of(ALERT), of({ ...ALERT, owner: 'Sales' })])).toEqual({
    operator: '<',
    critical: 20,
    for: '5m',
  });
  expect(statedAlike([of(ALERT), of(undefined)])).toEqual({});
  expect(statedAlike([])).toEqual({});
});
