import { render, screen } from '@testing-library/react';

import { SummaryLine } from './SummaryLine';
import { protocol, tally } from '../../protocol/testing/metricProtocol';

describe('SummaryLine', () => {
  it('counts states and whole rules', () => {
    const given = protocol([], { tally: tally({ critical: 1, normal: 1, stale: 1 }), coverage: { whole: 3, of: 4 } });
    render(<SummaryLine protocol={given} />);
    expect(screen.getByText('1 firing · 1 stale · 1 normal')).toBeVisible();
    expect(screen.getByText('3 of 4 have a whole rule')).toBeVisible();
  });
});
