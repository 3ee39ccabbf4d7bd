import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { metricProtocol, protocol, rule, stated } from '../../testing/metricProtocol';
import { CoverageButton } from './CoverageButton';

const WHOLE = { threshold: true, who: true, action: true, automation: true };

const METRICS = [
  metricProtocol({ id: 'a', name: 'Whole' }),
  metricProtocol({ id: 'b', name: 'Unowned', answered: { ...WHOLE, who: false } }),
  metricProtocol({ id: 'c', name: 'Overdue', rule: rule({ text: stated({ reviewBy: '2026-03-03' }) }) }),
];

function setup(props: Partial<ComponentProps<typeof CoverageButton>> = {}) {
  const onFilter = jest.fn();
  render(
    <CoverageButton
      protocol={protocol(METRICS, { coverage: { whole: 2, of: 3 } })}
      timeZone="utc"
      fieldConfig={{ defaults: {}, overrides: [] }}
      series={[]}
      onFilter={onFilter}
      {...props}
    />
  );
  return { user: userEvent.setup(), onFilter };
}

const button = () => screen.getByRole('button', { name: '2 of 3 rules complete', hidden: true });
const details = () => screen.queryByRole('region', { name: 'Which answers there are' });
const opened = () => screen.findByRole('region', { name: 'Which answers there are' });

describe('CoverageButton', () => {
  it('is a line until it is opened, and closes with Escape', async () => {
    const { user } = setup();
    expect(details()).toBeNull();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await opened()).toBeVisible();
    expect(button()).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{Escape}');
    expect(details()).toBeNull();
  });

  it('counts each answer, and names who lacks it', async () => {
    const { user } = setup();
    await user.click(button());
    await opened();
    const [threshold, who] = screen.getAllByRole('listitem');
    expect(threshold).toHaveTextContent('Act when3 of 3');
    expect(within(threshold).queryByRole('button')).toBeNull();
    expect(who).toHaveTextContent('Who2 of 3Show 1Unowned');
    const found = within(screen.getByRole('list', { name: 'To look at' })).getAllByRole('listitem');
    expect(found.map(({ textContent }) => textContent)).toEqual(['Past the review dateShow 1Overdue']);
  });

  it('shows the metrics of a finding alone, and closes', async () => {
    const { user, onFilter } = setup();
    await user.click(button());
    await opened();
    await user.click(screen.getByRole('button', { name: 'Show 1: without an owner' }));
    expect(onFilter).toHaveBeenCalledWith('who');
    expect(details()).toBeNull();
  });

  describe('names rules that match nothing', () => {
    const rule = { id: 'custom.rule', value: { owner: 'Ana' } };
    const matcher = { id: 'byName', options: 'Old name' };
    const fieldConfig = { defaults: {}, overrides: [{ matcher, properties: [rule] }] };
    const told = (overrides: Parameters<typeof protocol>[1]) =>
      protocol(METRICS, { coverage: { whole: 2, of: 3 }, ...overrides });

    it('and whence they are', async () => {
      const unmatched = [{ name: 'Leads *', source: 'sheet' }] as const;
      const { user } = setup({ fieldConfig, protocol: told({ unmatched }) });
      await user.click(button());
      await opened();
      expect(details()).toHaveTextContent(
        'Rules that match nothing shown: “Old name” in a rule for one metric (override), “Leads *” in the rule sheet.'
      );
    });

    it('unless a query failed: they may be for what it would have returned', async () => {
      const { user } = setup({ fieldConfig, protocol: told({ errors: [{ message: 'no' }] }) });
      await user.click(button());
      await opened();
      expect(details()).not.toHaveTextContent('match nothing');
    });
  });

  it('tells of no finding where nothing is to be looked at', async () => {
    const { user } = setup({ protocol: protocol([METRICS[0]], { coverage: { whole: 2, of: 3 } }) });
    await user.click(button());
    await opened();
    expect(screen.queryByRole('list', { name: 'To look at' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
    expect(details()).not.toHaveTextContent('match nothing');
  });

  it('is not there where no metric is asked for a rule', () => {
    setup({ protocol: protocol([], { coverage: { whole: 0, of: 0 } }) });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
