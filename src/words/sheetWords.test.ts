import { plain as t } from '../testing/plain';
import type { SheetProblem } from '../tables/sheet/table';
import { sheetProblemParts } from './sheetWords';

it.each<[string, Partial<SheetProblem>, string]>([
  ['by its column', { row: 5, column: 'Working hours' }, 'Row 5, column Working hours'],
  ['by its field, where no column is known', { row: 5 }, 'Row 5, Working hours'],
])('a problem in the words of rules says where it stands in the sheet: %s', (_, place, where) => {
  const problem = { field: 'workingHours', source: 'sheet', code: 'noHours', found: 'weekdays' } as const;
  expect(sheetProblemParts(t, { code: 'rule', found: 'weekdays', problem, ...place } as SheetProblem)).toEqual({
    where,
    what: '"weekdays" names no hours.',
    mend: 'Write it like weekdays 9:00-17:00 UTC.',
  });
});
