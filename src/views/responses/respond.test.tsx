import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { timeWords } from '../../locales/timeWords';
import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import type { Intervention, Recorder, Said, Unwritten } from '../../protocol/responses/intervention';
import { ADDRESS, intervention, respondedMetric, tracked } from '../../testing/respondedMetric';
import { firingMetric, NOW, rule, stated } from '../../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../../time/units';
import CardRespond from './CardRespond';
import CardResponse from './CardResponse';
import { RespondBar } from './RespondBar';
import RespondLink from './RespondLink';
import type { PanelResponses } from './responsesContext';
import { ResponsesContext } from './responsesContext';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

/** Remembers what it is asked for, as the panel's does. */
function fakeRecorder() {
  const record = jest.fn((breach: Intervention['breach'], said: Said, note?: string): Intervention => ({
    ...intervention(said, { at: NOW, by: 'You' }),
    breach,
    note,
  }));
  return { record, undo: jest.fn(), isOwn: jest.fn(() => true), retry: jest.fn() } satisfies Recorder;
}

function setup(
  given: Partial<PanelResponses> = {},
  interventions: readonly Intervention[] = [],
  overrides: Partial<MetricProtocol> = {}
) {
  jest.useFakeTimers({ now: NOW });
  const user = userEvent.setup({ advanceTimers: (ms) => jest.advanceTimersByTime(ms) });
  const recorder = fakeRecorder();
  const metric = respondedMetric(interventions, overrides);
  const known: PanelResponses = { responses: tracked(interventions), recorder, ...given };
  const view = (what: PanelResponses) => (
    <ResponsesContext.Provider value={what}>
      <CardResponse metric={metric} times={times} />
      <CardRespond metric={metric} times={times} timeZone="utc" />
    </ResponsesContext.Provider>
  );
  const { rerender } = render(view(known));
  return { user, recorder, metric, again: (more: Partial<PanelResponses>) => rerender(view({ ...known, ...more })) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

afterEach(() => jest.useRealTimers());

describe('the buttons of a breach', () => {
  it('records "I have it" with a next word in two clicks', async () => {
    const { user, recorder } = setup();
    await user.click(button('I have it'));
    await user.click(button('today 17:00'));
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, { kind: 'taken', nextWordBy: NOW + 8 * HOUR }, undefined);
    expect(screen.getByRole('status')).toHaveTextContent('You said: You has it, next word by today 17:00.');
  });

  it('offers an hour, this evening, tomorrow, a time of one’s own, and no promise', async () => {
    const { user } = setup();
    await user.click(button('I have it'));
    const offered = within(screen.getByRole('group', { name: 'Next word by' })).getAllByRole('button');
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'in 1 h, 10:00',
      'today 17:00',
      'tomorrow 09:00',
      'Other time…',
      'No promise',
      'Cancel',
    ]);
  });

  it('take back what the person recorded before, in a list that has it, and the focus stays with them', async () => {
    const done = intervention({ kind: 'acted' }, { key: 'k1', at: NOW - HOUR, note: 'One more person' });
    const recorder = fakeRecorder();
    const user = userEvent.setup();
    render(<RespondBar name="Leads" breach={ADDRESS} own={[done]} {...{ recorder, times }} timeZone="utc" />);
    const own = screen.getByRole('list', { name: 'What you recorded' });
    expect(own).toHaveTextContent('today 08:00: Done (Ana): One more person');
    await user.click(within(own).getByRole('button', { name: /^Take back: Done/ }));
    expect(recorder.undo).toHaveBeenCalledWith('k1');
    expect(button('I have it')).toHaveFocus();
  });

  it('records by keyboard, and the focus stays with it', async () => {
    const { user, recorder } = setup();
    button('I have it').focus();
    await user.keyboard('{Enter}');
    expect(button('in 1 h, 10:00')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(button('I have it')).toHaveFocus();
    expect(recorder.record).not.toHaveBeenCalled();
    await user.keyboard('{Enter}{Enter}');
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, { kind: 'taken', nextWordBy: NOW + HOUR }, undefined);
    expect(button('Undo')).toHaveFocus();
  });

  it('takes a time of one’s own, in the dashboard’s zone', async () => {
    const { user, recorder } = setup();
    await user.click(button('I have it'));
    await user.click(button('Other time…'));
    const input = screen.getByLabelText('Next word by (UTC)');
    expect(input).toHaveFocus();
    await user.clear(input);
    await user.type(input, '2026-11-24T12:30');
    await user.click(
      within(screen.getByRole('group', { name: 'Next word by' })).getByRole('button', { name: 'I have it' })
    );
    const nextWordBy = Date.UTC(2026, 10, 24, 12, 30);
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, { kind: 'taken', nextWordBy }, undefined);
  });

  it('asks what was done, and records nothing without it', async () => {
    const { user, recorder } = setup();
    await user.click(button('Done…'));
    expect(screen.getByLabelText('What was done')).toHaveFocus();
    expect(button('Record')).toBeDisabled();
    await user.keyboard('Called ten leads{Enter}');
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, { kind: 'acted' }, 'Called ten leads');
  });

  it.each<[string, string, string, Said]>([
    ['Handed to…', 'Handed to', 'Ben', { kind: 'handedOver', to: 'Ben' }],
    ['Accepted until…', 'Why: known, decided, lived with', 'quarter end', { kind: 'accepted', until: NOW + 7 * DAY }],
    ['The rule is wrong…', 'What is wrong with the rule', 'too tight', { kind: 'ruleWrong' }],
  ])('records "%s"', async (name, label, text, said) => {
    const { user, recorder } = setup();
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name }));
    await user.type(screen.getByLabelText(label), text);
    await user.click(button('Record'));
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, said, said.kind === 'handedOver' ? undefined : text);
  });

  it('records a false alarm without a note', async () => {
    const { user, recorder } = setup();
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name: 'False alarm…' }));
    await user.click(button('Record'));
    expect(recorder.record).toHaveBeenCalledWith(ADDRESS, { kind: 'falseAlarm' }, undefined);
  });

  it('accepts nothing until a moment that is past', async () => {
    const { user } = setup();
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name: 'Accepted until…' }));
    await user.type(screen.getByLabelText(/^Why/), 'known');
    const until = screen.getByLabelText('Accepted until (UTC)');
    await user.clear(until);
    await user.type(until, '2026-11-22T09:00');
    expect(button('Record')).toBeDisabled();
  });

  it('takes back what was just recorded, for a moment', async () => {
    const { user, recorder } = setup();
    await user.click(button('I have it'));
    await user.click(button('No promise'));
    await user.click(button('Undo'));
    expect(recorder.undo).toHaveBeenCalledWith(`taken ${NOW}`);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();

    await user.click(button('I have it'));
    await user.click(button('No promise'));
    act(() => jest.advanceTimersByTime(MINUTE));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
    expect(recorder.undo).toHaveBeenCalledTimes(1);
  });
});

describe('what is on its way', () => {
  const taken = intervention({ kind: 'taken' });
  const of = (unwritten: Partial<Unwritten>): PanelResponses => ({
    responses: tracked([taken], { unwritten: [{ intervention: taken, status: 'writing', ...unwritten }] }),
  });

  it('is told, tried again, and taken back', async () => {
    const { user, recorder, again } = setup(of({}));
    const line = () => within(screen.getByRole('list', { name: 'Not written yet' })).getByRole('listitem');
    expect(line()).toHaveTextContent('Ana has it. Being written…');
    again(of({ status: 'waiting', nextTry: NOW + MINUTE }));
    expect(line()).toHaveTextContent('Ana has it. Not written yet, kept here; tried again today 09:01.');
    again(of({ status: 'refused', answer: 'Forbidden' }));
    expect(line()).toHaveTextContent('Ana has it. Could not be written: Forbidden');
    await user.click(button('Try again'));
    expect(recorder.retry).toHaveBeenCalledWith(taken.key);
    await user.click(button('Take back'));
    expect(recorder.undo).toHaveBeenCalledWith(taken.key);
  });

  it('is told on the card of its metric alone', () => {
    const other = { ...taken, breach: { ...ADDRESS, identity: 'of another' } };
    setup({ responses: tracked([], { unwritten: [{ intervention: other, status: 'writing' }] }) });
    expect(screen.queryByText(/Being written/)).not.toBeInTheDocument();
  });
});

describe('who can’t record', () => {
  it('is told why on one card, and reads what others did', () => {
    const interventions = [intervention({ kind: 'taken' })];
    const responses = tracked(interventions, { cannotRecord: 'noRight' });
    const { again } = setup({ responses, tellsWhy: 'another' }, interventions);
    expect(screen.getByText('Ana has it (since 08:00).')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByText(/takes the right/)).not.toBeInTheDocument();
    again({ tellsWhy: 'conversion' });
    expect(screen.getByText(/takes the right to write annotations/)).toBeVisible();
  });

  it('sees nothing where nothing is tracked, or known yet', () => {
    const { again } = setup({ responses: { kind: 'awaited' } });
    expect(screen.queryByText(/response/)).not.toBeInTheDocument();
    again({ responses: { kind: 'untracked', because: 'noRead' } });
    expect(screen.queryByText(/response/)).not.toBeInTheDocument();
  });
});

describe('the way of who may not record', () => {
  const refused = { responses: tracked([], { cannotRecord: 'noRight' }), recorder: undefined, url: 'https://here/d/x' };
  const toForm = (respondUrl: string) => ({ rule: rule({ text: stated({ owner: 'Demand Gen', respondUrl }) }) });

  it('is a button that leads to the rule’s own form, filled in', () => {
    setup(refused, [], toForm('https://forms.example.com/?m={metric}&l={level}&at={link}'));
    const link = screen.getByRole('link', { name: 'Respond: Week-2 lead conversion' });
    expect(link).toHaveAttribute(
      'href',
      'https://forms.example.com/?m=Week-2%20lead%20conversion&l=critical&at=https%3A%2F%2Fhere%2Fd%2Fx'
    );
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.queryByRole('button', { name: 'I have it' })).not.toBeInTheDocument();
  });

  it('is none where the address is not safe, or nobody gave one', () => {
    setup(refused, [], toForm('javascript:alert("{metric}")'));
    setup(refused, [], toForm(''));
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('is beside what is to be done where one may record, and on a calm card', () => {
    const metric = firingMetric(toForm('mailto:ops@example.com?subject={metric}'));
    const view = (what: PanelResponses, of = metric) => (
      <ResponsesContext.Provider value={what}>
        <RespondLink metric={of} />
      </ResponsesContext.Provider>
    );
    const { rerender } = render(view({ responses: tracked() }));
    const href = 'mailto:ops@example.com?subject=Week-2%20lead%20conversion';
    expect(screen.getByRole('link', { name: 'Respond' })).toHaveAttribute('href', href);
    rerender(view(refused, respondedMetric([], toForm('https://x.example.com'))));
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
