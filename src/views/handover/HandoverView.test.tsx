import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { SavedHistory } from '../../protocol/handover/savedHistory';
import { tellHandover } from '../../protocol/handover/tellHandover';
import { breach, handoverInput, handoverPanel, saidOf, withBreaches } from '../../testing/handover';
import { NOW } from '../../testing/metricProtocol';
import { DAY, HOUR } from '../../time/units';
import { download } from '../text/download';
import { HandoverView } from './HandoverView';
import { NoSources } from './NoSources';

jest.mock('../text/download');

const OLD = breach(NOW - 7 * DAY);
const NAMES = ['Iberia', 'Leads', 'Visits', 'Churn'];

function setup(since = NOW - DAY, readSaved?: () => Promise<SavedHistory>) {
  const calls = [breach(NOW - 9 * HOUR, HOUR)];
  const panel = handoverPanel(
    [...NAMES.map((name) => withBreaches(name, [OLD])), withBreaches('Canada', calls)],
    [saidOf('Canada', calls[0], { kind: 'acted' }, { at: NOW - 8.5 * HOUR, note: 'a feed was late' })]
  );
  const handover = tellHandover(handoverInput([panel], { since }));
  const onSince = jest.fn();
  const user = userEvent.setup({ writeToClipboard: true });
  const hrefOf = (id: number) => `/d/sales?viewPanel=${id}`;
  render(
    <HandoverView
      {...{ handover, onSince, hrefOf, readSaved }}
      since="yesterday"
      timeZone="utc"
      dashboard="Sales Ops"
      url="https://g.example.com/d/sales"
    />
  );
  return { user, onSince };
}

const topic = (name: string) => screen.getByRole('button', { name });

describe('HandoverView', () => {
  it('says since when, and in lines what is read aloud', () => {
    setup();
    const region = screen.getByRole('region', { name: 'Handover since yesterday 09:00' });
    expect(within(region).getByRole('heading', { name: 'Handover since yesterday 09:00' })).toBeVisible();
    const lines = within(region)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringMatching(/^Needs somebody now Iberia 17.2 %, critical for 7 d\. .* And 1 more\.$/),
      'New Canada, critical today 00:00, over after 1 h. ',
      'Ended Canada, after 1 h: Done (Ana): a feed was late. ',
      'Besides: 1 OK.',
    ]);
  });

  it('opens a line by keyboard: all of it, each with the panel that shows it', async () => {
    const { user } = setup();
    topic('Needs somebody now').focus();
    await user.keyboard('{Enter}');
    expect(topic('Needs somebody now')).toHaveAttribute('aria-expanded', 'true');
    const links = screen.getAllByRole('link', { name: 'Lead quality' });
    expect(links).toHaveLength(4);
    expect(links[0]).toHaveAttribute('href', '/d/sales?viewPanel=1');
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('tells since another time', async () => {
    const { user, onSince } = setup();
    await user.click(screen.getByRole('radio', { name: 'Last Monday' }));
    expect(onSince).toHaveBeenLastCalledWith('monday');
    await user.click(screen.getByRole('radio', { name: 'A time…' }));
    expect(onSince).toHaveBeenLastCalledWith(NOW - DAY);
  });

  it('is copied as Markdown in one click', async () => {
    // Grafana's button has another way on plain http, which jsdom does not know.
    Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
    const { user } = setup();
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    const text = await window.navigator.clipboard.readText();
    expect(text).toMatch(/^\*\*Handover since yesterday 09:00, Sales Ops\*\*\n\n- \*\*Needs somebody now\.\*\* \*\*Iberia\*\*/);
    expect(text).toContain('As of 23 Nov 2026 09:00. https://g.example.com/d/sales');
    expect(text).not.toContain('**Review**');
  });

  it('has the figures of a review, at once where it tells of a longer time', () => {
    setup(NOW - 7 * DAY);
    expect(screen.getByRole('table', { name: 'Figures by metric' })).toBeVisible();
    const canada = screen.getByRole('row', { name: /^Canada/ });
    expect(
      within(canada)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    ).toContain('30 min');
  });

  it('saves the figures for a spreadsheet', async () => {
    const { user } = setup();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.click(topic('Review'));
    await user.click(topic('Download CSV'));
    expect(download).toHaveBeenCalledWith(expect.stringContaining('"Canada","Lead quality"'), {
      name: 'review-2026-11-23.csv',
      type: 'text/csv',
    });
  });
});

describe('what was saved', () => {
  const look = 'What was saved since then';

  it('is read when somebody asks for it, and told with the rules that became others', async () => {
    const rules = [
      { panel: 'Leads', metric: 'A', became: 'another' },
      { panel: 'Leads', became: 'new' },
    ] as const;
    const read = jest.fn(() =>
      Promise.resolve({
        saves: [
          { at: NOW - HOUR, by: 'ana', message: 'new level' },
          { at: NOW - 2 * HOUR, by: 'ben' },
        ],
        rules,
      })
    );
    const { user } = setup(NOW - DAY, read);
    expect(read).not.toHaveBeenCalled();
    await user.click(topic(look));
    const items = within(screen.getByRole('status')).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Saved today 08:00 by ana: new level',
      'Saved today 07:00 by ben.',
      'Leads: the rule of “A” is another.',
      'Leads: a new rule for all.',
    ]);
  });

  it('is said not to be readable where Grafana refuses', async () => {
    const { user } = setup(NOW - DAY, () => Promise.reject(new Error('403')));
    await user.click(topic(look));
    expect(screen.getByRole('status')).toHaveTextContent('The saved history of this dashboard can’t be read by you.');
  });
});

it('says what to do where no panel is asked for', () => {
  render(<NoSources missing={['Lead quality', 'Forecast']} />);
  expect(screen.getByText('On this dashboard: Lead quality, Forecast.')).toBeVisible();
});
