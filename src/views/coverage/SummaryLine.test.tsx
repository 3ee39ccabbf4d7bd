import { render, screen } from '@testing-library/react';

import { metricProtocol, protocol } from '../../testing/metricProtocol';
import { SummaryLine, hasSummary } from './SummaryLine';

describe('hasSummary', () => {
  const view = { mode: 'view' } as const;
  const fixed = { mode: 'fixed', lookBackMs: 2, stepMs: 1 } as const;
  const [one, two] = [metricProtocol(), metricProtocol({ id: 'two' })];

  it.each([
    ['one metric', protocol([one], { judgedOn: view }), false, false],
    ['one metric of which more is under way', protocol([one], { judgedOn: view }), true, true],
    ['one metric that is judged on another time', protocol([one], { judgedOn: fixed }), false, true],
    ['several', protocol([one, two], { judgedOn: view }), false, true],
  ])('%s: %#', (_, of, isLoading, said) => {
    expect(hasSummary(of, isLoading)).toBe(said);
  });
});

describe('SummaryLine', () => {
  it.each([true, false])('tells of what is under way: %s', (isLoading) => {
    render(<SummaryLine protocol={protocol([])} isLoading={isLoading} />);
    expect(screen.queryAllByRole('status').map(({ textContent }) => textContent)).toEqual(
      isLoading ? ['Loading…'] : []
    );
  });
});
