import { render, screen } from '@testing-library/react';

import type { MetricProtocol } from '../../protocol/protocol';
import { Rows } from './Rows';
import { firingMetric, metricProtocol, protocol } from '../../testing/metricProtocol';

beforeAll(() => {
  global.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

describe('Rows', () => {
  const metrics = [firingMetric({ id: 'a', name: 'Bad' }), metricProtocol({ id: 'b', name: 'Calm' })];

  it('gives each metric a chart and a card, in the order of the data', () => {
    const charts = jest.fn((of: MetricProtocol | 'all') => <div>{`chart of ${of === 'all' ? of : of.name}`}</div>);
    render(<Rows protocol={protocol(metrics)} timeZone="utc" width={1000} height={400} charts={charts} />);
    expect(screen.getByText('chart of Bad')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(charts).toHaveBeenCalledWith(metrics[0], { width: 608, height: 280 });
    expect(charts).toHaveBeenCalledWith(metrics[1], { width: 608, height: 120 });
  });

  it('puts the card below its chart where it is narrow', () => {
    const charts = jest.fn(() => null);
    render(<Rows protocol={protocol(metrics)} timeZone="utc" width={500} height={300} charts={charts} />);
    expect(charts).toHaveBeenCalledWith(metrics[0], { width: 500, height: 192 });
  });

  it('says what to do first where a card is higher than the panel', () => {
    const heightOf = jest.spyOn(Element.prototype, 'getBoundingClientRect');
    heightOf.mockReturnValue({ height: 320 } as DOMRect);
    const shown = (height: number) => (
      <Rows protocol={protocol(metrics.slice(0, 1))} timeZone="utc" width={1000} height={height} charts={() => null} />
    );
    const { rerender } = render(shown(400));
    const first = /Demand Gen\s*Pause paid campaigns under 15 %\s*Due today 14:05\./;
    expect(screen.getByRole('article')).not.toHaveTextContent(first);
    rerender(shown(300));
    expect(screen.getByRole('article')).toHaveTextContent(/Act when.*Who.*Do.*If nobody acts.*Leads of a week/);
    rerender(shown(200));
    expect(screen.getByRole('article')).toHaveTextContent(first);
    heightOf.mockRestore();
  });
});
