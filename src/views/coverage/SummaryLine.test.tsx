import { render, screen } from '@testing-library/react';

import { protocol } from '../../testing/metricProtocol';
import { SummaryLine } from './SummaryLine';

describe('SummaryLine', () => {
  it.each([true, false])('tells of what is under way: %s', (isLoading) => {
    render(<SummaryLine protocol={protocol([])} isLoading={isLoading} />);
    expect(screen.queryAllByRole('status').map(({ textContent }) => textContent)).toEqual(
      isLoading ? ['Loading…'] : []
    );
  });
});
