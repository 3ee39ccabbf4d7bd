import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { Breach } from '../../evaluation/evaluation';
import type { MetricProtocol } from '../../protocol/protocol';
import { firingMetric, NOW, protocol } from '../../testing/metricProtocol';
import { DAY, HOUR } from '../../time/units';
import { download } from '../text/download';
import BreachList from './BreachList';

jest.mock('../text/download');

/** So many breaches of two hours, a day apart; the last of them is open. */
function breaches(count: number): Breach[] {
  return Array.from({ length: count }, (_, place): Breach => {
    const from = NOW - 3 * HOUR - (count - 1 - place) * DAY;
    return { severity: 'critical', onset: from, firingSince: from, end: place === count - 1 ? undefined : from + HOUR };
  });
}

function setup(overrides: Partial<MetricProtocol> = {}, lookBack = false) {
  const metric = firingMetric({ name: 'Lead time / hours', ...overrides });
  const onClose = jest.fn();
  const judgedOn = lookBack ? { mode: 'fixed' as const, lookBackMs: 14 * DAY, stepMs: HOUR } : undefined;
  render(
    <BreachList
      metric={metric}
      protocol={protocol([metric], judgedOn && { judgedOn })}
      timeZone="utc"
      onClose={onClose}
    />
  );
  return { user: userEvent.setup(), onClose };
}

function inView(list: readonly Breach[]): Partial<MetricProtocol> {
  const { view } = firingMetric();
  return { view: { ...view, breaches: list } };
}

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

describe('BreachList', () => {
  it('lists the breaches in view, newest first, and says which time it speaks of', () => {
    setup(inView(breaches(3)));
    expect(screen.getByRole('dialog', { name: 'Lead time / hours: 3 breaches' })).toBeVisible();
    expect(screen.getByText('Time shown: 31 Aug 09:00 to now, 12 w.')).toBeVisible();
    expect(rows().map((row) => within(row).getAllByRole('cell')[0].textContent)).toEqual([
      'Criticaltoday 06:00',
      'Criticalyesterday 06:00',
      'CriticalSat 21 Nov 06:00',
    ]);
    expect(rows()[0]).toHaveTextContent('still open 3 h');
  });

  it('has the focus, and is closed by Escape', async () => {
    const { user, onClose } = setup(inView(breaches(1)));
    await waitFor(() => expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });

  it('saves the list as CSV, under a name that every system takes', async () => {
    const { user } = setup(inView(breaches(2)));
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(download).toHaveBeenCalledWith(expect.stringContaining('2026-11-23 06:00:00'), {
      name: 'breaches-Lead-time-hours.csv',
      type: 'text/csv',
    });
  });

  it('shows a thousand breaches step by step', async () => {
    const { user } = setup(inView(breaches(1000)));
    expect(rows()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: 'Show 950 more' }));
    expect(rows()).toHaveLength(100);
  });

  it('tells apart what is in view and what the state is judged on', async () => {
    const judged = { on: 'lookBack' as const, levels: [], breaches: breaches(2) };
    const { user } = setup({ ...inView(breaches(1)), judged }, true);
    expect(rows()).toHaveLength(1);
    await user.click(screen.getByRole('radio', { name: 'Look-back' }));
    expect(rows()).toHaveLength(2);
    expect(screen.getByText('In the look-back: 9 Nov 09:00 to now, 2 w.')).toBeVisible();
    expect(screen.getByRole('dialog', { name: 'Lead time / hours: 2 breaches' })).toBeVisible();
  });

  it('lists what is judged of a metric that is not in view', () => {
    setup({ inView: false, judged: { on: 'lookBack', levels: [], breaches: breaches(2) } }, true);
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });

  it('says that there is none, where the range was changed meanwhile', () => {
    setup(inView([]));
    expect(screen.getByText('No breach in this time.')).toBeVisible();
  });
});
