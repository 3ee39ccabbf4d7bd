import { CSV_COLUMNS, CSV_HEADERS } from '../tables/file/csvColumns';
import { readColumns } from '../tables/sheet/columns';
import { RULE_COLUMN_NAMES } from '../tables/sheet/ruleColumns';
import { plain as t } from '../testing/plain';
import { fieldWords } from './fieldWords';

describe('fieldWords', () => {
  it.each(CSV_COLUMNS.filter((column) => column !== 'metric'))('calls %s as the header of an export does', (column) => {
    const header = CSV_HEADERS[CSV_COLUMNS.indexOf(column)];
    expect(header).toBe(fieldWords(t, column));
    const { columns } = readColumns({ headers: [fieldWords(t, column)], rows: [] }, RULE_COLUMN_NAMES);
    expect(columns.map(({ field }) => field)).toEqual([column]);
  });
});
