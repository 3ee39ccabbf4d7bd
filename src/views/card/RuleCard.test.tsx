import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';

import { RuleCard } from './RuleCard';
import { mergeRule } from '../../rule/sources';
import {
  figures,
  firingMetric,
  metricProtocol,
  NOW,
  now,
  rule,
  ruleChange,
  SPAN,
  stated,
} from '../../testing/metricProtocol';
import type { Responses, Said } from '../../protocol/responses/intervention';
import { intervention, respondedMetric, tracked } from '../../testing/respondedMetric';
import { DAY, HOUR } from '../../time/units';
import { ResponsesContext } from '../responses/responsesContext';

type RuleCardProps = Partial<ComponentProps<typeof RuleCard>>;

function setup(props: RuleCardProps = {}) {
  const user = userEvent.setup();
  const result = render(<RuleCard metric={metricProtocol()} span={SPAN} timeZone="utc" {...props} />);
  const again = (more: RuleCardProps) =>
    result.rerender(<RuleCard metric={metricProtocol()} span={SPAN} timeZone="utc" {...props} {...more} />);
  return { user, again, card: screen.getByRole('article') };
}

const NONE = { threshold: false, who: false, action: false, automation: false };

const answer = (label: string) => {
  const term = screen.getByText(label).closest('dt');
  return term?.parentElement?.querySelector('dd');
};

describe('RuleCard', () => {
  it('is one calm line that still answers, and opens', async () => {
    const { user, card } = setup();
    expect(screen.getByRole('article', { name: 'Week-2 lead conversion' })).toBe(card);
    expect(card).toHaveTextContent('OK');
    expect(card).toHaveTextContent('26.4 %');
    expect(card).toHaveTextContent('Act below 20 % for 2 d: Demand Gen · Pause paid campaigns under 15 %');
    expect(screen.queryByText('If nobody acts')).not.toBeInTheDocument();

    const more = screen.getByRole('button', { name: /^more/ });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    more.focus();
    await user.keyboard('{Enter}');

    expect(screen.getByRole('button', { name: /^less/ })).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('button', { name: /^less/ })).toHaveFocus();
    expect(screen.getByText('If nobody acts')).toBeVisible();
  });

  it('tells levels as they are, not as the field shows its values', () => {
    setup({ metric: firingMetric({ format: (value) => `about ${Math.round(value / 10) * 10} %` }) });
    expect(screen.getByRole('article')).toHaveTextContent('about 20 %');
    expect(answer('Act when')).toHaveTextContent('below 20 % for 2 d (warning below 24 %)');
    expect(answer('Act when')).not.toHaveTextContent('about');
  });

  it('says what is written of a level that can’t be read, and why it can’t', async () => {
    const unread = mergeRule({ default: { operator: '<', warning: 24, critical: 'many', owner: 'Ana' } });
    setup({
      metric: metricProtocol({ rule: unread, now: now({ state: 'unknown', unknown: ['critical'] }) }),
      defaultOpen: true,
    });
    expect(await screen.findByText('Critical: "many" is not one number.')).toBe(answer('Act when')?.lastElementChild);
    expect(answer('Act when')).toHaveTextContent('below 24 %');
  });

  it('answers when to act where no level can be read', async () => {
    const unread = mergeRule({ default: { operator: '<', critical: 'many', owner: 'Ana' } });
    setup({
      metric: metricProtocol({ rule: unread, now: now({ state: 'unknown', unknown: ['critical'] }) }),
      defaultOpen: true,
    });
    await screen.findByText('Critical: "many" is not one number.');
    expect(answer('Act when')?.textContent?.trim()).toBe('Critical: "many" is not one number.');
  });

  it('shows no signature over what was changed since, closed or open', async () => {
    const signatures = [{ source: 'override', state: 'changed', changedOn: '2026-11-22' }] as const;
    const { user, card } = setup({ metric: metricProtocol({ rule: rule({ signatures }) }) });
    expect(card).toHaveTextContent(/Act below 20 % .+ · Changed yesterday, not agreed yet/);
    await user.click(screen.getByRole('button', { name: /^more/ }));
    expect(card).toHaveTextContent('Changed yesterday, not agreed yet.');
    expect(card).not.toHaveTextContent('Agreed by');
  });

  it('answers the four questions, open by itself, while it fires', () => {
    setup({ metric: firingMetric() });
    expect(screen.getByRole('article')).toHaveTextContent('Criticalfor 3 d 4 h, since Fri 20 Nov 05:0017.2 %');
    expect(screen.getByRole('heading', { level: 3, name: 'Week-2 lead conversion' })).toBeVisible();
    expect(screen.getByText('Agreed by Sales and Finance, 3 March 2026.')).toBeVisible();
    expect(answer('Act when')).toHaveTextContent('below 20 % for 2 d (warning below 24 %)');
    expect(answer('Who')).toHaveTextContent('Demand Gen ana#demand-gen');
    expect(answer('Do')).toHaveTextContent('Pause paid campaigns under 15 % Call the 20 newest leads today');
    expect(answer('Automatically')).toHaveTextContent('Lead routing switches to inbound only (not checked)');
    expect(answer('If nobody acts')).toHaveTextContent('Due today 14:05. Then tell VP Sales');
    const figures = within(screen.getByRole('list', { name: 'In the time shown' })).getAllByRole('listitem');
    expect(figures.map((item) => item.textContent)).toEqual([
      '2 breaches',
      '4 d 9 h in breach',
      'longest 3 d 4 h',
      'daily values',
    ]);
  });

  it.each([true, false])('opens the list of its breaches, by keyboard, open: %s', async (defaultOpen) => {
    const onOpenBreaches = jest.fn();
    const metric = firingMetric();
    const { user } = setup({ metric, defaultOpen, onOpenBreaches });
    screen.getByRole('button', { name: '2 breaches: Week-2 lead conversion' }).focus();
    await user.keyboard('{Enter}');
    expect(onOpenBreaches).toHaveBeenCalledWith(metric);
  });

  it('has no list to open where there was no breach', () => {
    setup({ defaultOpen: true, onOpenBreaches: jest.fn() });
    expect(screen.queryByRole('button', { name: /breach/ })).not.toBeInTheDocument();
  });

  it('is quiet while a breach is accepted, and says until when', () => {
    const accepted = intervention({ kind: 'accepted', until: Date.UTC(2026, 11, 1) });
    const { card } = setup({ metric: respondedMetric([accepted]) });
    expect(card).toHaveTextContent('Criticalaccepted by Ana until 1 Dec');
    expect(screen.getByRole('button', { name: /^more/ })).toHaveAttribute('aria-expanded', 'false');
  });

  it('stays open while what quietened it can be taken back', async () => {
    const metric = respondedMetric([]);
    const accepted = respondedMetric([intervention({ kind: 'accepted', until: NOW + DAY })]);
    const recorder = { record: jest.fn(), undo: jest.fn(), isOwn: () => true, retry: jest.fn() };
    const view = (shown: typeof metric) => (
      <ResponsesContext.Provider value={{ responses: tracked(), recorder }}>
        <RuleCard metric={shown} span={SPAN} timeZone="utc" />
      </ResponsesContext.Provider>
    );
    const { rerender } = render(view(metric));
    // As the panel's: all that shows it is told before the call is over.
    recorder.record.mockImplementation((_breach: unknown, said: Said) => {
      rerender(view(accepted));
      return intervention(said, { by: 'You' });
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'More' }));
    await user.click(screen.getByRole('menuitem', { name: 'Accepted until…' }));
    await user.type(screen.getByLabelText(/^Why/), 'autumn sale');
    await user.click(screen.getByRole('button', { name: 'Record' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(recorder.undo).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button', { name: /^more/ })).toHaveAttribute('aria-expanded', 'false');
  });

  it('says on the closed line that a promised word is late, and once on the open card', async () => {
    const late = [intervention({ kind: 'taken', nextWordBy: NOW - HOUR })];
    const { again, card } = setup({ metric: respondedMetric(late), defaultOpen: false });
    expect(card).toHaveTextContent('Next word 1 h late');
    again({ metric: respondedMetric(late), defaultOpen: true });
    expect(card).not.toHaveTextContent('Next word 1 h late');
  });

  it.each<[string, Responses | undefined, string | undefined]>([
    ['how many breaches nobody answered', tracked(), '1 with no recorded response'],
    ['that nobody tracks them', { kind: 'untracked', because: 'noRead' }, 'responses are not tracked here'],
    ['nothing while it is not known', undefined, undefined],
  ])('says beside its figures %s', (_, responses, words) => {
    const metric = responses?.kind === 'tracked' ? respondedMetric([]) : firingMetric();
    render(
      <ResponsesContext.Provider value={{ responses }}>
        <RuleCard metric={metric} span={SPAN} timeZone="utc" />
      </ResponsesContext.Provider>
    );
    const said = within(screen.getByRole('list', { name: 'In the time shown' })).getAllByRole('listitem');
    const about = said.map(({ textContent }) => textContent ?? '').filter((text) => text.includes('response'));
    expect(about).toEqual(words === undefined ? [] : [words]);
  });

  it('links the runbook and the contact, in a new tab', () => {
    setup({ metric: firingMetric() });
    const runbook = screen.getByRole('link', { name: /Runbook/ });
    expect(runbook).toHaveAttribute('href', 'https://wiki.example.com/lead-conversion');
    expect(runbook).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByRole('link', { name: /#demand-gen/ })).toHaveAttribute('target', '_blank');
  });

  it('makes no link of code', () => {
    const text = stated({
      owner: '<b>x</b>',
      contact: 'Ana javascript://x%0aalert(1)',
      action: '[x](javascript:alert(1)) <img src=x onerror=alert(1)>',
      runbook: 'javascript:alert(1)',
      respondUrl: 'javascript:alert(1)',
    });
    const { card } = setup({ metric: firingMetric({ rule: rule({ text }) }) });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(within(card).queryByRole('img', { name: '' })).not.toBeInTheDocument();
    expect(answer('Who')).toHaveTextContent('<b>x</b>');
  });

  it('tells on focus where an answer comes from, and that it is stated', async () => {
    const { user } = setup({ metric: firingMetric() });
    const label = screen.getByText('Act when');
    await user.tab();
    expect(label).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Written in the rule for this metric');
    expect(label).toHaveAccessibleDescription('Written in the rule for this metric');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('tells it on hover of the answer, too', async () => {
    const { user } = setup({ metric: firingMetric() });
    await user.hover(screen.getByText('Lead routing switches to inbound only', { exact: false }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Written in the rule for all metrics');
  });

  it('opens when it begins to fire, also after it was closed by hand', async () => {
    const { user, again } = setup();
    await user.click(screen.getByRole('button', { name: /^more/ }));
    await user.click(screen.getByRole('button', { name: /^less/ }));
    again({ metric: firingMetric() });
    expect(screen.getByRole('button', { name: /^less/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^less/ }));
    expect(screen.getByRole('article')).toHaveTextContent('Due today 14:05.');
  });

  it('names what is missing in one line, with a button only for who may edit', async () => {
    const onEditRule = jest.fn();
    const metric = metricProtocol({
      rule: rule({ text: stated({ owner: 'TBD' }) }),
      answered: { threshold: true, who: false, action: false, automation: false },
    });
    const { user, again, card } = setup({ metric, onEditRule });
    expect(card).toHaveTextContent('Not agreed yet: who acts, what to do, what happens automatically or next.');
    expect(card).not.toHaveTextContent('TBD');
    await user.click(screen.getByRole('button', { name: /^Edit rule/ }));
    expect(onEditRule).toHaveBeenCalledTimes(1);
    again({ metric, onEditRule: undefined });
    expect(screen.queryByRole('button', { name: /rule/ })).not.toBeInTheDocument();
  });

  it.each([
    [
      'nothing is written',
      metricProtocol({ kind: 'unruled', answered: NONE, rule: rule({ levels: [] }) }),
      'Write rule',
    ],
    ['only levels are', metricProtocol({ kind: 'levelOnly', answered: NONE }), 'Write rule'],
    ['a rule is incomplete', metricProtocol({ answered: { ...NONE, threshold: true } }), 'Edit rule'],
    ['a rule is whole', metricProtocol(), 'Edit rule'],
    ['a level can’t be read', metricProtocol({ rule: rule({ unreadable: ['critical'] }) }), 'Edit rule'],
    ['a metric is context', metricProtocol({ kind: 'context' }), 'Edit rule'],
  ])('has one button that leads to the rule where %s', (_, metric, word) => {
    setup({ metric, defaultOpen: true, onEditRule: () => {} });
    expect(screen.getAllByRole('button', { name: /(Edit|Write) rule/ })).toEqual([
      screen.getByRole('button', { name: `${word}: Week-2 lead conversion` }),
    ]);
  });

  it('leads to a level that can’t be read while it is closed, too', () => {
    setup({ metric: metricProtocol({ rule: rule({ unreadable: ['critical'] }) }), onEditRule: () => {} });
    expect(screen.getByRole('button', { name: /^Edit rule/ })).toBeVisible();
  });

  it('gives who may not edit the way to the sheet that has its row, and no other metric', () => {
    const row = { kind: 'sheet', metric: 'Week-*', query: 'S', rows: [2, 7] } as const;
    const sheetLink = 'https://sheets.example.com';
    const { again } = setup({ metric: metricProtocol({ row }), sheetLink, defaultOpen: true });
    expect(screen.getByRole('link', { name: /^Rule sheet/ })).toHaveAttribute('href', sheetLink);
    again({ metric: metricProtocol({ row: { kind: 'file', metric: 'Week-*' } }) });
    expect(screen.queryByRole('link', { name: /^Rule sheet/ })).not.toBeInTheDocument();
    again({ metric: metricProtocol() });
    expect(screen.queryByRole('link', { name: /^Rule sheet/ })).not.toBeInTheDocument();
  });

  it('tells the rule that a metric is to get as the one to come, with its answers', async () => {
    const upcoming = { at: Date.UTC(2026, 11, 8), before: rule({ levels: [], text: {} }), after: rule() };
    const none = metricProtocol({
      kind: 'unruled',
      now: now({ state: 'unruled' }),
      answered: NONE,
      rule: rule({ levels: [], text: {} }),
      upcoming,
    });
    const { user, card } = setup({ metric: none, onEditRule: () => {} });
    expect(card).toHaveTextContent('Rule begins8 Dec');
    expect(card).toHaveTextContent('Act below 20 % for 2 d: Demand Gen');
    expect(card).not.toHaveTextContent('Nothing is agreed');
    await user.click(screen.getByRole('button', { name: /^more/ }));
    expect(card).toHaveTextContent('WhoDemand Gen');
    expect(await screen.findByText(/^From 8 Dec: first rule: below 20 % for 2 d/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Edit rule/ })).toBeVisible();
  });

  it('is neutral about a level without an agreement', () => {
    const { card } = setup({
      metric: metricProtocol({
        kind: 'levelOnly',
        crossed: true,
        now: now({ state: 'unruled' }),
        answered: { threshold: true, who: false, action: false, automation: false },
      }),
    });
    expect(card).toHaveTextContent('Level crossed, nothing agreed');
    expect(card).toHaveTextContent('Nobody is named, nothing is agreed to be done.');
    expect(card).not.toHaveTextContent('Act ');
  });

  it('gives the reason of a context metric', () => {
    const text = stated({ noRule: 'Explains conversion.' });
    const { card } = setup({
      metric: metricProtocol({ kind: 'context', now: now({ state: 'unruled' }), rule: rule({ levels: [], text }) }),
    });
    expect(card).toHaveTextContent('No rule needed');
    expect(card).toHaveTextContent('Explains conversion.');
  });

  it('offers to mend an estimated age limit', async () => {
    const onEditRule = jest.fn();
    const { user } = setup({
      defaultOpen: true,
      onEditRule,
      metric: metricProtocol({
        now: now({ state: 'stale', age: { kind: 'old', limitMs: HOUR, estimated: true } }),
        last: { value: 26, time: NOW - 3 * HOUR },
        stepMs: HOUR / 4,
      }),
    });
    expect(screen.getByText(/Last value 3 h ago; expected every 15 min \(estimate\)\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Set it' }));
    expect(onEditRule).toHaveBeenCalled();
  });

  it('costs only itself where its metric is one that nobody thought of, and comes back with a better one', () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const name = 'Broken';
    const { again } = setup();
    const broken = metricProtocol({
      name,
      format: () => {
        throw new Error('no format');
      },
    });
    again({ metric: broken });
    expect(screen.getByText("The card of Broken can't be shown.")).toBeVisible();
    again({ metric: metricProtocol({ name }) });
    expect(screen.getByRole('article', { name })).toBeVisible();
    jest.restoreAllMocks();
  });

  it('reports a problem of the rule and goes on', async () => {
    const metric = firingMetric({
      rule: rule({ problems: [{ field: 'for', source: 'default', code: 'notADuration', found: '2 dayz' }] }),
    });
    setup({ metric });
    const problems = await screen.findByRole('list', { name: 'Problems of the rule' });
    expect(problems).toHaveTextContent('"2 dayz" is not a duration.');
    expect(answer('Who')).toHaveTextContent('Demand Gen');
  });

  it('lists no problem where a level is typed and its side is still to be chosen; of a sheet it says where', async () => {
    const asking = (source: 'default' | 'sheet') =>
      firingMetric({
        rule: rule({ problems: [{ field: 'operator', source, code: 'directionUndecided', found: '20' }] }),
      });
    const { again } = setup({ metric: asking('sheet') });
    expect(await screen.findByRole('list', { name: 'Problems of the rule' })).toHaveTextContent('in the rule sheet');
    again({ metric: asking('default') });
    expect(screen.queryByRole('list', { name: 'Problems of the rule' })).not.toBeInTheDocument();
  });

  it('sums its history up in words', () => {
    setup({ metric: firingMetric() });
    expect(screen.getByRole('img', { name: /2 breaches, 4 d 9 h in breach, longest 3 d 4 h/ })).toBeVisible();
  });

  it('copies the answer also where there is no clipboard API', async () => {
    const copied: string[] = [];
    const execCommand = jest.fn(() => {
      copied.push((document.activeElement as HTMLTextAreaElement).value);
      return true;
    });
    Object.assign(document, { execCommand });
    const { user } = setup({ panel: { title: 'Leads', url: 'https://grafana.example.com/d/x' } });
    await user.click(screen.getByRole('button', { name: /Copy answer/ }));
    expect(copied).toEqual([
      expect.stringMatching(
        /^Week-2 lead conversion is 26\.4 %\. No action now\.\n.*\nLeads: https:\/\/grafana\.example\.com\/d\/x$/
      ),
    ]);
  });

  it('says what the data lacks as it says what the rule lacks', () => {
    const { card } = setup({
      metric: metricProtocol({ ignored: { unpaired: 0, noTime: 12, notANumber: 0, sameTime: 0, sorted: true } }),
    });
    expect(within(card).getByRole('list', { name: 'Problems of the data' })).toHaveTextContent(
      'Query A: 12 rows without a time are left out.'
    );
  });

  it('says since when the rule is as it is, when open', async () => {
    setup({ metric: firingMetric({ changes: [ruleChange(Date.UTC(2026, 8, 1))] }) });
    expect(await screen.findByText(/^Since 1 Sep: critical below 18 % → below 20 %/)).toBeVisible();
  });

  it('tells what is good to know after what is to be done, each once', async () => {
    const { card } = setup({
      metric: firingMetric({
        changes: [ruleChange(Date.UTC(2026, 8, 1))],
        unsettledFrom: NOW - 2 * DAY,
        now: now({ state: 'firing', severity: 'critical', since: NOW - 3 * DAY, judgedTo: NOW - 2 * DAY }),
        engine: { alerts: [], apart: [], isUnpaged: true, unpaged: 'panel' },
      }),
    });
    await screen.findByText(/^Since 1 Sep: /);
    const order = [
      /^Week-2 lead conversion$/,
      /^Act when$/,
      /^If nobody acts$/,
      /^No alert rule is linked: the panel itself alerts nobody\.$/,
      /^Final up to 21 Nov; newer values still change\./,
      /^Since 1 Sep: /,
    ].map((words) => within(card).getByText(words));
    order.slice(1).forEach((element, place) => {
      expect(order[place].compareDocumentPosition(element)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    });
  });

  it('says that only working time counts', () => {
    const workingHours = {
      text: 'weekdays 09:00-17:00 UTC',
      weekdays: [1, 2, 3, 4, 5] as const,
      timeZone: 'UTC',
      holidays: [],
      hours: [{ from: 540, to: 1020 }],
    };
    setup({ metric: firingMetric({ rule: rule({ workingHours, respondWithinMs: 4 * HOUR }) }) });
    expect(answer('Do')).toHaveTextContent('respond within 4 h of working time');
  });

  it('judges a metric that is not in view', () => {
    const metric = firingMetric({
      inView: false,
      view: { ...firingMetric().view, segments: [], figures: figures() },
    });
    const { card } = setup({ metric });
    expect(card).toHaveTextContent('Criticalfor 3 d 4 h, since Fri 20 Nov 05:0017.2 %');
    expect(screen.getByRole('list', { name: 'In the time shown' })).toHaveTextContent('nothing in the time shown');
    expect(screen.queryByRole('img', { name: /^State over/ })).not.toBeInTheDocument();
  });

  it('begins with what to do now where there is little room', () => {
    const { again, card } = setup({ metric: firingMetric() });
    const actNow = /Week-2 lead conversion\s*Demand Gen\s*Pause paid campaigns under 15 %\s*Due today 14:05\./;
    expect(card).not.toHaveTextContent(actNow);
    again({ metric: firingMetric(), room: 'least' });
    expect(card).toHaveTextContent(actNow);
    again({ metric: metricProtocol(), room: 'least', defaultOpen: true });
    expect(card).not.toHaveTextContent(/Week-2 lead conversion\s*Demand Gen/);
  });
});
