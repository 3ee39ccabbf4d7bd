import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { CardList } from './CardList';
import { firingMetric, metricProtocol, protocol } from '../../testing/metricProtocol';

describe('CardList', () => {
  it('shows the worst first, open while it fires, and the rest as lines', () => {
    const metrics = [metricProtocol({ id: 'a', name: 'Calm' }), firingMetric({ id: 'b', name: 'Bad' })];
    render(<CardList protocol={protocol(metrics, { worstFirst: [1, 0] })} timeZone="utc" room={560} />);
    expect(screen.getAllByRole('heading').map((each) => each.textContent)).toEqual(['Bad', 'Calm']);
    expect(screen.getByRole('button', { name: 'less: Bad' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'more: Calm' })).toBeVisible();
  });

  it('makes the cards beyond its room when asked for', async () => {
    const metrics = Array.from({ length: 60 }, (_, index) => metricProtocol({ id: `${index}`, name: `m${index}` }));
    render(<CardList protocol={protocol(metrics)} timeZone="utc" room={560} />);
    expect(screen.getAllByText(/^m\d+$/)).toHaveLength(10);
    await userEvent.click(screen.getByText('Show 50 more'));
    expect(screen.getAllByText(/^m\d+$/)).toHaveLength(30);
    await userEvent.click(screen.getByText('Show 30 more'));
    await userEvent.click(screen.getByText('Show 10 more'));
    expect(screen.getAllByText(/^m\d+$/)).toHaveLength(60);
    expect(screen.queryByText(/^Show/)).not.toBeInTheDocument();
  });
});
