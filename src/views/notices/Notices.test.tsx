import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { SheetFindings } from '../../protocol/protocol';
import type { Notice } from '../../protocol/notices';
import Notices from './Notices';

const FOUND: SheetFindings = {
  rules: [
    { code: 'ambiguousNumber', row: 4, column: 'Critical', found: '1,234', readings: ['1.234', '1234'] },
    { code: 'matchesNothing', row: 3, found: 'leads', meant: 'Leads' },
    { code: 'matchesNothing', row: 5, found: 'Old' },
    { code: 'noRow', found: 'Leads' },
  ],
  directory: [{ code: 'noRole', row: 2, found: 'Ana' }],
};
const HEADLINE =
  'The rule sheet has 1 problem · 2 rows match no metric · 1 metric has no row · The directory has 1 problem';

function setup(notices: Notice[], canOpen = true) {
  const onShowAll = jest.fn();
  render(<Notices notices={notices} canOpen={canOpen} onShowAll={onShowAll} />);
  return { user: userEvent.setup(), onShowAll };
}

const ofSheets = (sheets: SheetFindings): Notice => ({ kind: 'sheets', severity: 'info', sheets });

describe('the notice of the sheets', () => {
  it('is a line until it is opened, then says where, what and how to mend it', async () => {
    const { user } = setup([ofSheets(FOUND)]);
    expect(screen.queryByRole('list')).toBeNull();
    await user.tab();
    expect(screen.getByRole('button', { name: HEADLINE })).toHaveFocus();
    await user.keyboard('{Enter}');

    const sheet = await screen.findByRole('region', { name: 'Problems of the rule sheet' });
    expect(sheet).toHaveTextContent(
      'Row 4, column Critical: "1,234" can be read as 1.234 and as 1234. Write thousands without a mark between'
    );
    const unfit = screen.getByRole('region', { name: 'Rules and metrics that do not fit each other' });
    expect(
      within(unfit)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual([
      'Row 3: "leads" matches no metric of the panel. Write "Leads", if that is meant.',
      'Row 5: "Old" matches no metric of the panel. Write the name as the panel shows it, or remove it.',
      '"Leads" has no row in the sheet. Add a row with its name, or one that matches it, like "Sales *".',
    ]);
    expect(screen.getByRole('region', { name: 'Problems of the directory' })).toHaveTextContent('Row 2: ');
  });

  it('has nothing to press on a wall', () => {
    setup([ofSheets(FOUND)], false);
    expect(screen.getByText(HEADLINE)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('calls a file a file', () => {
    setup([ofSheets({ rules: [FOUND.rules[3]], directory: [], file: [{ code: 'noMetric', place: 1, found: '{}' }] })]);
    expect(screen.getByRole('button')).toHaveTextContent('The rule file has 1 problem · 1 metric is not in the file');
  });
});

describe('notices', () => {
  it('announce each query that failed, and nothing that only waits to be read', () => {
    setup([
      { kind: 'newerVersion', severity: 'info' },
      { kind: 'queryFailed', severity: 'warning', error: { message: 'x' } },
      { kind: 'queryFailed', severity: 'warning', error: { refId: 'B', message: 'a & b < c' } },
    ]);
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'A query failed: x',
      'Query B failed: a & b < c',
    ]);
    expect(screen.getByText(/^Saved by a newer version/)).toBeVisible();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('lead back from some metrics to all', async () => {
    const filter: Notice = { kind: 'filter', severity: 'status', filter: 'who', shown: 2, of: 6 };
    const { user, onShowAll } = setup([filter], false);
    expect(screen.getByRole('status')).toHaveTextContent('Showing 2 of 6: without an owner.');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Show all' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onShowAll).toHaveBeenCalledTimes(1);
  });
});
