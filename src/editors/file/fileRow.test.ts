import { rowOfFile, withRow } from './fileRow';

const FILE = {
  protocolRules: 1,
  rules: [
    { metric: ' Leads ', critical: 20, for: '2 dayz', note: 'kept' },
    'no rule',
    { metric: 'Sales *', critical: 5 },
    { metric: 'Leads', critical: 1 },
  ],
};

it('gives a row as it was saved, also what can’t be used; of several for one metric the first', () => {
  expect(rowOfFile(FILE, 'Leads')).toEqual({ critical: 20, for: '2 dayz', note: 'kept' });
  expect(rowOfFile(FILE, 'Sales *')).toEqual({ critical: 5 });
  expect(rowOfFile(FILE, 'Sales DACH')).toBeUndefined();
});

it('changes that row alone, and keeps its name', () => {
  expect(withRow(FILE, 'Leads', { critical: 14 })).toEqual({
    ...FILE,
    rules: [{ metric: ' Leads ', critical: 14 }, ...FILE.rules.slice(1)],
  });
  expect(withRow(FILE, 'Leads', { metric: 'other' })).toMatchObject({ rules: [{ metric: ' Leads ' }, {}, {}, {}] });
});

it('gives a metric without a row one, at the end', () => {
  expect(withRow(FILE, ' Visits', { critical: 1 })).toEqual({
    ...FILE,
    rules: [...FILE.rules, { metric: 'Visits', critical: 1 }],
  });
  expect(rowOfFile(FILE, 'Visits')).toBeUndefined();
});

it.each([[undefined], ['x'], [{ rules: 7 }]])('leaves what is no file as it is: %j', (file) => {
  expect(withRow(file, 'Nothing', { critical: 1 })).toBe(file);
  expect(rowOfFile(file, 'Nothing')).toBeUndefined();
});
