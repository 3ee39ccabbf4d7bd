import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { firingMetric, metricProtocol, now, protocol } from '../../testing/metricProtocol';
import { CardScroller } from './CardScroller';

const firing = (id: string, severity: 'critical' | 'warning') =>
  firingMetric({ id, name: id, now: now({ state: 'firing', severity }) });

const METRICS = [firing('a', 'critical'), firing('b', 'critical'), firing('c', 'warning'), metricProtocol({ id: 'd' })];

/** Cards of 100 px in a list that is seen in 200 px. */
function show(metrics = METRICS, made = metrics.length) {
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const place = metrics.findIndex(({ id }) => id === this.getAttribute('data-metric'));
    return (place < 0 ? { top: 0, bottom: 200 } : { top: 100 * place, bottom: 100 * place + 100 }) as DOMRect;
  });
  const scrollBy = jest.fn();
  Object.assign(Element.prototype, { scrollBy });
  Object.assign(window, { CSS: { escape: (text: string) => text } });
  render(
    <CardScroller protocol={{ ...protocol(metrics), worstFirst: metrics.map((_, place) => place) }}>
      {metrics.slice(0, made).map(({ id }) => (
        <article key={id} data-metric={id}>
          <button aria-expanded={false}>{`more: ${id}`}</button>
        </article>
      ))}
    </CardScroller>
  );
  return { scrollBy };
}

/** Calls back soon after something is observed, as a browser does. */
class Observer {
  constructor(private readonly callback: () => void) {}
  observe() {
    queueMicrotask(() => act(this.callback));
  }
  disconnect() {}
  unobserve() {}
}

beforeAll(() => Object.assign(window, { ResizeObserver: Observer }));
afterEach(() => jest.restoreAllMocks());

describe('what fires below what is seen', () => {
  it('is named, and reached by one press', async () => {
    const { scrollBy } = show();
    // The second card begins in view; the third and what is calm do not count with it.
    const button = await screen.findByRole('button', { name: '1 more warning below' });
    await userEvent.click(button);
    expect(scrollBy).toHaveBeenCalledWith(expect.objectContaining({ top: expect.any(Number) }));
    expect(screen.getByRole('button', { name: 'more: c' })).toHaveFocus();
  });

  it('counts cards that are not made yet', async () => {
    show([...METRICS.slice(0, 2), firing('e', 'critical'), firing('f', 'critical')], 2);
    expect(await screen.findByRole('button', { name: '2 more critical below' })).toBeVisible();
  });

  it('is not asked where one metric fires, which is in view', () => {
    show([METRICS[0], METRICS[3]]);
    expect(screen.queryByRole('button', { name: /below$/ })).not.toBeInTheDocument();
  });
});
