import { ThresholdsMode } from '@grafana/data';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { plain } from '../../testing/plain';
import { findMetrics } from '../../frames/metrics';
import { buildProtocol } from '../../protocol/buildProtocol';
import { fingerprintOf } from '../../rule/fingerprint';
import { ruleSchema } from '../../rule/schema';
import { mergeHistory, ruleAt } from '../../rule/history';
import type { RuleSources } from '../../rule/sources';
import { mergeRule } from '../../rule/sources';
import { metricProtocol, protocol } from '../../testing/metricProtocol';
import RuleForm from './RuleForm';
import type { EditedPanel } from '../editedPanel';
import { publishPanel, retractPanel } from '../editedPanel';
import { formGroups } from './formGroups';
import { formRequest } from './formRequest';
import { pasteDoor } from '../file/pasteDoor';
import '../../testing/jsdomLayout';
import type { FieldMetric } from '../../frames/metrics';
import { DAY } from '../../time/units';
import { editedPanelOf, overrideOf } from '../../testing/editedPanel';

// Typing is slow in jsdom, on a machine that is busy.
jest.setTimeout(30_000);

const PANEL = Symbol('panel');

/** The fields of the five inputs that the form opens with; `action` by its first step alone. */
const FIRST_FIELDS = ['operator', 'critical', 'for', 'owner', 'action', 'escalateTo'];

/** The form as an option pane keeps it: what it stores comes back as its value. */
function Pane({
  saved,
  onStore,
  isOverride,
  lateMs,
}: {
  saved?: unknown;
  onStore?: (value: unknown) => void;
  isOverride?: boolean;
  /** How long the page takes to draw what was stored. */
  lateMs?: number;
}) {
  const [value, setValue] = useState(saved);
  return (
    <RuleForm
      value={value}
      isOverride={isOverride}
      onChange={(next) => {
        onStore?.(next);
        if (lateMs === undefined) {
          setValue(next);
        } else {
          setTimeout(() => setValue(next), lateMs);
        }
      }}
    />
  );
}

interface Setup {
  saved?: unknown;
  isOverride?: boolean;
  panel?: EditedPanel;
  lateMs?: number;
}

function setup({ panel, ...pane }: Setup = {}) {
  if (panel) {
    publishPanel(PANEL, panel);
  }
  const onStore = jest.fn();
  render(<Pane {...pane} onStore={onStore} />);
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const stored = () => onStore.mock.lastCall?.[0] as unknown;
  const open = (group: string) => user.click(screen.getByRole('button', { name: new RegExp(`^${group}`) }));
  return { user, stored, open };
}

const text = (name: string | RegExp) => screen.getByRole('textbox', { name });

/** An override of Leads below which the default states the rest. */
function ofLeads(rule: object, byDefault: object): Setup {
  return {
    saved: rule,
    isOverride: true,
    panel: editedPanelOf({ Leads: [1], Visits: [2] }, { default: byDefault, overrides: [overrideOf('Leads', rule)] }),
  };
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date(2026, 10, 27, 12), advanceTimers: true });
});

afterEach(() => {
  jest.useRealTimers();
  act(() => {
    retractPanel(PANEL);
    formRequest.put(undefined);
    pasteDoor.put(undefined);
  });
});

describe('the five inputs', () => {
  it('are enough for a whole rule', async () => {
    const { user, stored } = setup();
    await user.type(screen.getByRole('combobox', { name: 'Act when' }), 'below (<){Enter}');
    await user.type(text('Critical level'), '20');
    await user.type(screen.getByRole('combobox', { name: 'For how long' }), '2d');
    await user.type(text('Who acts'), 'Demand Gen');
    await user.type(text('First step'), 'Call the oldest leads');
    await user.type(text('Tell if nobody acts'), 'VP Sales');
    expect(stored()).toEqual({
      operator: '<',
      critical: 20,
      for: '2d',
      owner: 'Demand Gen',
      action: 'Call the oldest leads',
      escalateTo: 'VP Sales',
    });
  });

  it('lose nothing where the page draws later than somebody types', () => {
    const { stored } = setup({ saved: { operator: '>' }, lateMs: 1000 });
    fireEvent.change(text('Critical level'), { target: { value: '80' } });
    fireEvent.change(text('Who acts'), { target: { value: 'SRE' } });
    expect(stored()).toEqual({ operator: '>', critical: 80, owner: 'SRE' });
    act(() => void jest.advanceTimersByTime(1000));
    fireEvent.change(text('Tell if nobody acts'), { target: { value: 'CTO' } });
    expect(stored()).toEqual({ operator: '>', critical: 80, owner: 'SRE', escalateTo: 'CTO' });
  });

  it('begin one version of what was agreed where the page draws later than somebody types', () => {
    const agreed = { operator: '>', critical: 70, agreedBy: 'Ana', agreedOn: '2026-01-01' };
    const { stored } = setup({ saved: agreed, lateMs: 1000 });
    fireEvent.change(text('Critical level'), { target: { value: '80' } });
    fireEvent.change(text('Who acts'), { target: { value: 'SRE' } });
    expect(stored()).toMatchObject({ critical: 80, owner: 'SRE', earlier: [agreed] });
  });

  it('lie one Tab apart, and the first is cleared by keyboard', async () => {
    const { user, stored } = setup({ saved: { operator: '<', critical: 2, owner: 'SRE' } });
    const operator = screen.getByRole('combobox', { name: 'Act when' });
    act(() => operator.focus());
    await user.tab();
    expect(text('Critical level')).toHaveFocus();
    await user.tab({ shift: true });
    expect(operator).toHaveFocus();
    await user.keyboard('{ArrowDown}{End}{Enter}');
    expect(stored()).toEqual({ critical: 2, owner: 'SRE' });
    expect(operator).toHaveValue('');
    expect(operator).toHaveFocus();
  });

  it('are all that is open at first', () => {
    setup();
    const inputs = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('combobox')];
    expect(inputs).toHaveLength(FIRST_FIELDS.length);
  });

  it('and the groups offer every field of a rule', () => {
    const offered = formGroups(plain).flatMap(({ fields }) => fields.map(({ name }) => name));
    const known = Object.keys(ruleSchema.shape).flatMap((name) =>
      name === 'recovery' ? ['recoveryWarning', 'recoveryCritical'] : [name]
    );
    // These have controls of their own.
    const others = ['noRule', 'earlier', 'agreedFingerprint', 'agreedValues', 'changedOn', 'unreadable'];
    expect([...new Set([...FIRST_FIELDS, ...offered, ...others])].sort()).toEqual(known.sort());
  });

  it('show a number as it was typed, and store a number', async () => {
    const { user, stored } = setup();
    await user.type(text('Critical level'), '20.50');
    expect(stored()).toEqual({ critical: 20.5 });
    expect(text('Critical level')).toHaveValue('20.50');
  });

  it('keep text that is no number, and say how to mend it', async () => {
    const { user, stored } = setup();
    await user.type(text('Critical level'), 'twenty');
    expect(stored()).toEqual({ critical: 'twenty' });
    expect(screen.getByRole('alert')).toHaveTextContent(/twenty/);
  });

  it('ask for two bounds where the operator takes a range', async () => {
    const { user, stored } = setup({ saved: { operator: 'outside' } });
    await user.type(text('Critical level, lower bound'), '-8');
    await user.type(text('Critical level, upper bound'), '8');
    expect(stored()).toEqual({ operator: 'outside', critical: [-8, 8] });
  });

  it('leave nothing behind when cleared, so that it inherits', async () => {
    const { user, stored } = setup({ saved: { owner: 'SRE' } });
    await user.clear(text('Who acts'));
    expect(stored()).toBeUndefined();
  });
});

describe('what is typed', () => {
  const inPercent = (rule: object = {}) => {
    const panel = editedPanelOf({ Leads: [1] }, { default: rule });
    panel.data.series[0].fields[1].config.unit = 'percent';
    return { saved: rule, panel };
  };

  it('is read as a cell is, stored in its canonical writing, and echoed quietly', async () => {
    const { user, stored } = setup(inPercent({ operator: '<' }));
    const level = text('Critical level');
    await user.type(level, '20,5');
    expect(level).toHaveValue('20,5');
    expect(level).toHaveAccessibleDescription('= 20.5%');
    const lasting = screen.getByRole('combobox', { name: 'For how long' });
    await user.type(lasting, '2 d');
    expect(lasting).toHaveValue('2 d');
    expect(lasting).toHaveAccessibleDescription('= 2 days');
    expect(screen.getByText('= 2 days')).toHaveAttribute('aria-live', 'polite');
    expect(stored()).toEqual({ operator: '<', critical: 20.5, for: '2d' });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is not repeated where it says so itself', async () => {
    const { user, stored } = setup(inPercent());
    await user.type(text('Critical level'), '20 %');
    await user.type(screen.getByRole('combobox', { name: 'For how long' }), '2d');
    expect(stored()).toEqual({ critical: 20, for: '2d' });
    expect(text('Critical level')).toHaveValue('20 %');
    expect(screen.queryByText(/^=/)).not.toBeInTheDocument();
  });

  it('may be a day as people write it, today, too', async () => {
    const { user, stored, open } = setup({ saved: { owner: 'SRE' } });
    await open('Agreement and dates');
    await user.type(text('Review by'), '1 Dec 2026');
    expect(text('Review by')).toHaveAccessibleDescription('= Tue 1 Dec 2026');
    expect(stored()).toEqual({ owner: 'SRE', reviewBy: '2026-12-01' });
    await user.clear(text('Review by'));
    await user.type(text('Review by'), 'today');
    expect(text('Review by')).toHaveValue('today');
    expect(text('Review by')).toHaveAccessibleDescription('= Fri 27 Nov 2026');
    expect(stored()).toEqual({ owner: 'SRE', reviewBy: '2026-11-27' });
  });

  it('is read for each bound of a range', async () => {
    const { user, stored } = setup(inPercent({ operator: 'outside' }));
    await user.type(text('Critical level, lower bound'), '2 %');
    await user.type(text('Critical level, upper bound'), '4,5');
    expect(stored()).toEqual({ operator: 'outside', critical: [2, 4.5] });
    expect(text('Critical level, upper bound')).toHaveValue('4,5');
    expect(screen.getByText('= 4.5%')).toBeVisible();
  });

  it('keeps its message short however long it is', async () => {
    const { user } = setup();
    const long = 'as long as it takes, or until somebody has looked at it';
    await user.type(screen.getByRole('combobox', { name: 'For how long' }), long);
    const said = screen.getByRole('alert').textContent ?? '';
    expect(said).toMatch(/^"as long as it takes…" is not a duration\. /);
    expect(said.length).toBeLessThan(90);
    expect(screen.getByRole('combobox', { name: 'For how long' })).toHaveAccessibleDescription(said);
  });

  it('is told one problem at a time', async () => {
    setup({ saved: { operator: '>', critical: '< 20', warning: 50 } });
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('may be a placeholder, which is said while it is typed, and kept', async () => {
    const { user, stored, open } = setup();
    await user.type(text('Who acts'), 'TBD');
    expect(text('Who acts')).toHaveAccessibleDescription('A placeholder: it counts as no answer.');
    expect(text('Who acts')).not.toBeInvalid();
    await user.type(text('First step'), '?');
    expect(text('First step')).toHaveAccessibleDescription(/^A placeholder/);
    await open('What they do');
    await user.type(text(/^Runbook/), 'wiki.example.com/leads');
    expect(text(/^Runbook/)).toHaveAccessibleDescription('Not a link yet: begin it with https://');
    expect(stored()).toEqual({ owner: 'TBD', action: '?', runbook: 'wiki.example.com/leads' });
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says nothing of a version that is opened after it', async () => {
    const { user } = setup({ saved: { for: '1h', validFrom: '2026-02-01', earlier: [{ for: '5m' }] } });
    const lasting = screen.getByRole('combobox', { name: 'For how long' });
    await user.clear(lasting);
    await user.type(lasting, '2 d');
    await user.click(screen.getByRole('radio', { name: 'Until 1 Feb' }));
    expect(lasting).toHaveValue('5m');
    expect(screen.queryByText('= 2 days')).not.toBeInTheDocument();
  });
});

describe('a level that is moved', () => {
  const RULE = { operator: '<', critical: 20, warning: 24, recovery: { critical: 21 } };
  const panel = editedPanelOf({ Leads: [30] }, { default: RULE });
  const raise = async (level: string) => {
    const form = setup({ saved: RULE, panel });
    await form.user.clear(text('Critical level'));
    await form.user.type(text('Critical level'), level);
    return form;
  };

  it('tells beside it that its recovery has no effect any more, and clears that', async () => {
    const { user, stored } = await raise('22');
    const line = screen.getByText(/^Critical is over at: /);
    expect(line).toHaveTextContent(
      'Critical is over at: 21 is still beyond its level. Choose one on the good side of it. Until then it is over at the level itself.'
    );
    await user.click(within(line).getByRole('button', { name: 'Clear it' }));
    expect(stored()).toEqual({ operator: '<', critical: 22, warning: 24 });
    expect(screen.queryByText(/^Critical is over at: /)).not.toBeInTheDocument();
  });

  it('tells the same of a warning that comes after it', async () => {
    await raise('25');
    expect(screen.getByText(/^Warning: /)).toHaveTextContent('24 is reached after critical.');
  });
});

describe('of figures of days', () => {
  const QUESTION = 'Do new values still change? For how long?';
  const daily = (rule: object) => editedPanelOf({ Leads: [1, 2, 3] }, { default: rule }, undefined, DAY);

  it('it is asked among the first inputs, and there alone, for how long new values still change', async () => {
    const { user, stored, open } = setup({ panel: daily({}) });
    await user.type(screen.getByRole('combobox', { name: QUESTION }), '15d');
    expect(stored()).toEqual({ settleAfter: '15d' });
    await open('Data');
    expect(screen.queryByRole('combobox', { name: /^Final after/ })).not.toBeInTheDocument();
  });

  it('the first answer on offer is that they are final', async () => {
    const { user, stored } = setup({ panel: daily({}) });
    await user.click(screen.getByRole('combobox', { name: QUESTION }));
    expect(screen.getAllByRole('option')[0]).toHaveTextContent('0no, they are final');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(stored()).toEqual({ settleAfter: '0' });
  });

  it('the input stays while the data are away', async () => {
    const { user } = setup({ panel: daily({}) });
    const input = screen.getByRole('combobox', { name: QUESTION });
    await user.click(input);
    act(() => publishPanel(PANEL, editedPanelOf({ Leads: [] })));
    expect(input).toHaveFocus();
  });

  it('of faster ones it is a field among others', async () => {
    const { open } = setup({ panel: editedPanelOf({ Leads: [1, 2, 3] }) });
    expect(screen.queryByRole('combobox', { name: QUESTION })).not.toBeInTheDocument();
    await open('Data');
    expect(screen.getByRole('combobox', { name: /^Final after/ })).toBeVisible();
  });
});

describe('levels to start from', () => {
  const VALUES = Array.from({ length: 101 }, (_, value) => value);
  const RULE = { operator: '>' };

  /** The default rule of a panel that is in view. */
  function ofSeries(series: Record<string, number[]>): Setup {
    const panel = editedPanelOf(series, { default: RULE });
    const span = { from: panel.data.timeRange.from.valueOf(), to: panel.data.timeRange.to.valueOf() };
    return { saved: RULE, panel: { ...panel, protocol: buildProtocol([], { judged: span, view: span }, []) } };
  }

  it('are offered for an operator without a level, and taken one by one', async () => {
    const { user, stored } = setup(ofSeries({ Leads: VALUES }));
    const group = screen.getByRole('group', { name: 'Levels to start from' });
    expect(group).toHaveTextContent('A starting point from the data shown, no more:');
    await user.click(within(group).getByRole('button', { name: 'Warning 95 (95th percentile)' }));
    await user.click(within(group).getByRole('button', { name: 'Critical 99 (99th percentile)' }));
    expect(stored()).toEqual({ operator: '>', warning: 95, critical: 99 });
    expect(screen.queryByRole('group', { name: 'Levels to start from' })).not.toBeInTheDocument();
  });

  it('are not offered where the rule is for several metrics', () => {
    setup(ofSeries({ Leads: VALUES, Visits: VALUES }));
    expect(screen.queryByRole('group', { name: 'Levels to start from' })).not.toBeInTheDocument();
  });
});

describe('a duration', () => {
  it('is suggested, and taken by keyboard', async () => {
    const { user, stored } = setup();
    const input = screen.getByRole('combobox', { name: 'For how long' });
    await user.type(input, '1');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      '15m15 minutes',
      '1h1 hour',
      '1d1 day',
      '1w7 days',
    ]);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(stored()).toEqual({ for: '1h' });
    expect(input).toHaveValue('1h');
    expect(input).toHaveFocus();
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
  });

  it('may be any text, which stays when the focus leaves, with what is wrong with it', async () => {
    const { user, stored } = setup();
    const input = screen.getByRole('combobox', { name: 'For how long' });
    await user.type(input, '2 dayz');
    await user.tab();
    expect(input).toHaveValue('2 dayz');
    expect(stored()).toEqual({ for: '2 dayz' });
    expect(screen.getByRole('alert')).toHaveTextContent(/^"2 dayz" is not a duration/);
  });

  it('closes its suggestions on Escape, and nothing beyond them', async () => {
    const onKeyDown = jest.fn();
    const { user } = setup();
    document.body.addEventListener('keydown', onKeyDown);
    await user.click(screen.getByRole('combobox', { name: 'For how long' }));
    await user.keyboard('{Escape}');
    document.body.removeEventListener('keydown', onKeyDown);
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(onKeyDown).not.toHaveBeenCalled();
  });
});

describe('a cell that an import could not read', () => {
  const CELL = { field: 'for', written: '1 month', code: 'notADuration' };
  const LEVEL = { field: 'critical', written: 'lots', code: 'notANumber' };

  it('is shown as it was written, and mended by stating it anew', async () => {
    const { user, stored } = setup({ saved: { operator: '<', unreadable: [CELL, LEVEL] } });
    const input = screen.getByRole('combobox', { name: 'For how long' });
    expect(input).toHaveValue('1 month');
    expect(input).toBeInvalid();
    expect(text('Critical level')).toHaveValue('lots');

    await user.clear(input);
    await user.type(input, '30 days');
    expect(input).toHaveValue('30 days');
    expect(input).toBeValid();
    expect(stored()).toEqual({ operator: '<', for: '30d', unreadable: [LEVEL] });
    await user.clear(text('Critical level'));
    expect(text('Critical level')).toBeValid();
    expect(stored()).toEqual({ operator: '<', for: '30d' });
  });

  it('of an earlier version stays with that', async () => {
    const former = { critical: 5, unreadable: [CELL] };
    const { user, stored } = setup({
      saved: { critical: 6, validFrom: '2026-11-01', unreadable: [CELL], earlier: [former] },
    });
    await user.clear(screen.getByRole('combobox', { name: 'For how long' }));
    expect(stored()).toEqual({ critical: 6, validFrom: '2026-11-01', earlier: [former] });
  });
});

describe('the first step', () => {
  it('is the first of the action, whose others stay', async () => {
    const { user, stored, open } = setup({ saved: { action: '1. Look\n2. Act' } });
    expect(text('First step')).toHaveValue('Look');
    expect(screen.getByText(/Later steps: 1/)).toBeVisible();
    await user.type(text('First step'), ' twice');
    expect(stored()).toEqual({ action: '1. Look twice\n2. Act' });
    await user.clear(text('First step'));
    await user.type(text('First step'), '- Listen');
    expect(text('First step')).toHaveValue('- Listen');
    expect(stored()).toEqual({ action: '1. - Listen\n2. Act' });
    await open('What they do');
    expect(text(/^All steps/)).toHaveValue('1. - Listen\n2. Act');
  });

  it('takes over the later steps that are inherited', async () => {
    const { user, stored } = setup(ofLeads({ owner: 'Growth' }, { action: '1. Look\n2. Act' }));
    const step = text('First step');
    expect(step).toHaveAttribute('placeholder', 'Look');
    await user.type(step, 'Listen');
    expect(stored()).toEqual({ owner: 'Growth', action: '1. Listen\n2. Act' });
    await user.clear(step);
    expect(stored()).toEqual({ owner: 'Growth' });
  });
});

describe('the groups', () => {
  it('show the end of a breach as it was written, and say how to mend it', async () => {
    const saved = { operator: '>', critical: 6, recovery: { critical: 'five-ish' }, keepFiringFor: 'a while' };
    const { user, stored, open } = setup({ saved });
    await open('When to act 2 to mend');
    expect(text('Critical is over at')).toHaveValue('five-ish');
    expect(text('Critical is over at')).toBeInvalid();
    expect(screen.getByText(/"five-ish" is not one number\. Write one, like 20/)).toBeVisible();
    expect(screen.getByText(/"a while" is not a duration\. Write it like 2d/)).toBeVisible();
    await user.clear(text('Critical is over at'));
    await user.type(text('Critical is over at'), '5');
    expect(stored()).toEqual({ ...saved, recovery: { critical: 5 } });
    expect(text('Critical is over at')).toBeValid();
  });

  it('say what is in them, and open by keyboard', async () => {
    const { user } = setup({ saved: { contact: 'ana@example.com', notify: '#ops', agreedOn: 'in spring' } });
    expect(screen.getByRole('button', { name: 'Data' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.getByRole('button', { name: 'Agreement and dates 1 to mend 1 filled in' })).toBeVisible();
    screen.getByRole('button', { name: 'Who 2 filled in' }).focus();
    await user.keyboard('{Enter}');
    expect(text('Contact')).toHaveValue('ana@example.com');
  });

  it('show what was recognised in a contact', async () => {
    const { open } = setup({ saved: { contact: 'ana@example.com, https://acme.slack.com/archives/C1, #ops' } });
    await open('Who');
    const items = within(screen.getByRole('list', { name: 'Recognised' })).getAllByRole('listitem');
    expect(items.map((item) => item.textContent?.trim())).toEqual([
      'Mail ana@example.com',
      'Chat acme.slack.com/archives/C1',
      'Words, no link #ops',
    ]);
  });

  it('preview the action as the card shows it', async () => {
    const { user, open } = setup({ saved: { action: '1. **Look** <img src=x onerror=alert(1)>\n2. Act' } });
    await open('What they do');
    await user.click(screen.getByRole('radio', { name: 'Preview' }));
    const preview = screen.getByRole('region', { name: 'Preview: All steps' });
    expect(within(preview).getAllByRole('listitem')).toHaveLength(2);
    expect(within(preview).queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('in an override', () => {
  it('shows what a field inherits and from where, and resets one that is overridden', async () => {
    const { user, stored } = setup(ofLeads({ owner: 'Growth' }, { owner: 'Everybody', critical: 20, operator: '<' }));
    expect(screen.getByText('For Leads.')).toBeVisible();
    expect(text('Critical level')).toHaveAttribute('placeholder', '20');
    expect(text('Critical level')).toHaveAccessibleDescription('from rule for all');
    expect(text('Who acts')).toHaveAccessibleDescription('Instead of Everybody, from rule for all');
    await user.click(screen.getByRole('button', { name: 'Clear what is written here: Who acts' }));
    expect(stored()).toBeUndefined();
    expect(text('Who acts')).toHaveAttribute('placeholder', 'Everybody');
  });

  it('goes on to the next input by Tab, whatever stands beside the one that is left', async () => {
    const { user } = setup(ofLeads({ critical: 14 }, { critical: 20, operator: '<' }));
    await user.type(text('Critical level'), '5');
    expect(screen.getByRole('button', { name: /^Clear what is written here/ })).toBeVisible();
    await user.tab();
    expect(screen.getByRole('combobox', { name: 'For how long' })).toHaveFocus();
  });

  it('inherits from an override before it, and says where metrics differ', () => {
    const both = {
      matcher: { id: 'byRegexp', options: '/Leads|Visits/' },
      properties: [{ id: 'custom.rule', value: {} }],
    };
    const rule = both.properties[0].value;
    setup({
      saved: rule,
      isOverride: true,
      panel: editedPanelOf(
        { Leads: [1], Visits: [2] },
        {
          default: { owner: 'Everybody', escalateTo: 'VP' },
          overrides: [overrideOf('Leads', { owner: 'Growth' }), both],
        }
      ),
    });
    expect(text('Who acts')).toHaveAccessibleDescription('differs by metric');
    expect(text('Tell if nobody acts')).toHaveAccessibleDescription('from rule for all');
  });

  it('inherits from the rule sheet before the default', () => {
    const { panel, ...form } = ofLeads({ critical: 5 }, { owner: 'Everybody', escalateTo: 'VP' });
    const [leads] = panel ? (findMetrics(panel.data.series) as FieldMetric[]) : [];
    const ofOther = { id: 'another', metric: 'Leads', sources: { sheet: { owner: 'Ben' } } };
    const stated = [ofOther, { ...ofOther, id: leads.id, sources: { sheet: { owner: 'RevOps' } } }];
    setup({ ...form, panel: panel && { ...panel, stated } });
    expect(text('Who acts')).toHaveAttribute('placeholder', 'RevOps');
    expect(text('Who acts')).toHaveAccessibleDescription('from rule sheet');
    expect(text('Tell if nobody acts')).toHaveAccessibleDescription('from rule for all');
  });

  it('inherits what is in force at the time of the open version', async () => {
    const now = { owner: 'Ana' };
    const { user } = setup(
      ofLeads(
        { critical: 2, validFrom: '2026-12-20', earlier: [{ critical: 1 }] },
        { owner: 'Ben', critical: 9, validFrom: '2026-12-15', earlier: [now] }
      )
    );
    expect(text('Who acts')).toHaveAttribute('placeholder', 'Ana');
    expect(screen.queryByText(/^Instead of/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'From 20 Dec' }));
    expect(text('Who acts')).toHaveAttribute('placeholder', 'Ben');
    expect(screen.getByText('Instead of 9, from rule for all')).toBeVisible();
  });

  it('says what a later override says in its place, and that this is tested', () => {
    const [own, later] = [
      { operator: '>', critical: 900 },
      { critical: 2000, owner: 'Ana' },
    ];
    const overrides = [overrideOf('Leads', own), overrideOf('Leads', later)];
    const panel = editedPanelOf({ Leads: [0, 950, 0] }, { overrides });
    setup({ saved: own, isOverride: true, panel: tested(panel, { override: { ...own, ...later } }) });
    expect(text('Critical level')).toHaveAccessibleDescription(/The override comes first: 2000/);
    expect(text('Who acts')).toHaveAccessibleDescription(/The override comes first: Ana/);
    expect(screen.getByRole('group', { name: 'Test on the past' })).toHaveTextContent(
      /called nobody.*Where another rule comes first, that is tested, not what is written here\./
    );
    cleanup();
    setup({ saved: later, isOverride: true, panel: tested(panel, { override: { ...own, ...later } }) });
    expect(screen.queryByText(/comes first/)).not.toBeInTheDocument();
  });

  it('says that it can’t know where the panel is not shown', () => {
    setup({ saved: { owner: 'Growth' }, isOverride: true });
    expect(screen.getByText('What counts for blank fields is shown once the panel is.')).toBeVisible();
  });

  it('says nothing of versions of a rule that is typed for the first time, until it is agreed', async () => {
    const { user } = setup(ofLeads({}, {}));
    const change = () => screen.queryByRole('button', { name: 'Change from a date on…' });
    await user.type(text('Who acts'), 'Ana');
    expect(change()).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    await user.keyboard('Sales{Enter}');
    expect(change()).toBeVisible();
  });

  it('offer a whole table instead where that would count, as long as the form was begun empty', async () => {
    const open = jest.fn();
    const paste = () => screen.queryByRole('button', { name: 'Paste rules from a spreadsheet…' });
    const { user } = setup({ panel: editedPanelOf({ Leads: [1] }) });
    expect(paste()).not.toBeInTheDocument();
    act(() => pasteDoor.put(open));
    await user.type(text('Who acts'), 'A');
    await user.click(screen.getByRole('button', { name: 'Paste rules from a spreadsheet…' }));
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('offer no table below a rule that is written', () => {
    act(() => pasteDoor.put(jest.fn()));
    setup({ saved: { owner: 'SRE' } });
    expect(screen.queryByRole('button', { name: /^Paste/ })).not.toBeInTheDocument();
  });

  it('asks on which side to act where a level was typed first, and calls nothing wrong', async () => {
    const { user } = setup(ofLeads({}, {}));
    await user.type(text('Critical level'), '20');
    expect(screen.getByText('Choose above or below: which side of 20 is bad?')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('judges its levels together with what they inherit', () => {
    setup(ofLeads({ critical: 20 }, { operator: '>', warning: 50 }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.queryByText(/Which side of .+ is bad/)).not.toBeInTheDocument();
  });
});

describe('the rule of another metric', () => {
  it('is copied without what was agreed about that one, and the copy is undone', async () => {
    const own = { owner: 'Growth', definition: 'Leads' };
    const other = { owner: 'Web', critical: 5, definition: 'Visits', agreedBy: 'Ana' };
    const { user, stored } = setup({
      saved: own,
      isOverride: true,
      panel: editedPanelOf(
        { Leads: [1], Visits: [2] },
        { overrides: [overrideOf('Leads', own), overrideOf('Visits', other)] }
      ),
    });
    await user.click(screen.getByRole('button', { name: 'Copy from…' }));
    await user.click(screen.getByRole('menuitem', { name: /Visits/ }));
    expect(stored()).toEqual({ owner: 'Web', critical: 5, definition: 'Leads' });
    await user.click(screen.getByRole('button', { name: 'Undo the copy of Visits' }));
    expect(stored()).toEqual(own);
  });
});

describe('context only', () => {
  it('is one click, and back without loss', async () => {
    const { user, stored } = setup({ saved: { owner: 'SRE', critical: 5 } });
    await user.click(screen.getByRole('button', { name: 'No rule needed' }));
    expect(stored()).toEqual({ owner: 'SRE', critical: 5, noRule: 'Shown to explain the others' });
    await user.clear(text(/^No rule needed, because/));
    await user.type(text(/^No rule needed, because/), 'Weather');
    await user.click(screen.getByRole('button', { name: 'Back to the rule' }));
    expect(stored()).toEqual({ owner: 'SRE', critical: 5 });
    await user.click(screen.getByRole('button', { name: 'No rule needed' }));
    expect(text(/^No rule needed, because/)).toHaveValue('Weather');
  });
});

describe('versions', () => {
  const tab = (name: string) => screen.getByRole('radio', { name });

  it('begin on a date, are tabs, are mended and removed, and the focus stays', async () => {
    const { user, stored } = setup({ saved: { owner: 'SRE' } });
    await user.click(screen.getByRole('button', { name: 'Change from a date on…' }));
    const date = screen.getByLabelText(/^The new version counts from/);
    expect(date).toHaveFocus();
    await user.clear(date);
    await user.type(date, '2026-02-01');
    await user.click(screen.getByRole('button', { name: 'Begin the new version' }));
    expect(stored()).toEqual({ owner: 'SRE', validFrom: '2026-02-01', earlier: [{ owner: 'SRE' }] });
    expect(tab('Now')).toBeChecked();
    expect(tab('Now')).toHaveFocus();

    const who = text('Who acts');
    await user.click(tab('Until 1 Feb'));
    expect(tab('Until 1 Feb')).toHaveFocus();
    expect(text('Who acts')).toBe(who);
    await user.type(text('Who acts'), '!');
    expect(stored()).toEqual({ owner: 'SRE', validFrom: '2026-02-01', earlier: [{ owner: 'SRE!' }] });
    await user.click(tab('Now'));
    expect(text('Who acts')).toHaveValue('SRE');

    await user.click(tab('Until 1 Feb'));
    await user.click(screen.getByRole('button', { name: 'Remove the version Until 1 Feb' }));
    expect(stored()).toEqual({ owner: 'SRE', validFrom: '2026-02-01' });
    expect(screen.getByText('Counts since 1 Feb')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Change from a date on…' })).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Undo the removal of “Until 1 Feb”' }));
    expect(stored()).toEqual({ owner: 'SRE', validFrom: '2026-02-01', earlier: [{ owner: 'SRE!' }] });
    expect(tab('Until 1 Feb')).toBeChecked();
    expect(tab('Until 1 Feb')).toHaveFocus();
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it('are brought back only as long as nothing else was changed', async () => {
    const { user, stored } = setup({ saved: { owner: 'SRE', validFrom: '2026-02-01', earlier: [{}] } });
    await user.click(screen.getByRole('button', { name: 'Remove the version Now' }));
    expect(stored()).toBeUndefined();
    expect(screen.getByRole('button', { name: 'Undo the removal of “Now”' })).toBeVisible();
    await user.type(text('Who acts'), 'A');
    expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument();
  });

  it('that are begun in the past are written at once, and called nothing that judged', async () => {
    const signed = { owner: 'SRE', agreedBy: 'Ana' };
    const next = { owner: 'Next', validFrom: '2026-07-01' };
    const { user, stored } = setup({ saved: { ...next, earlier: [signed] } });
    await user.click(tab('Until 1 Jul'));
    await user.click(screen.getByRole('button', { name: 'Change from a date on…' }));
    await user.clear(text(/^The new version counts from/));
    await user.type(text(/^The new version counts from/), '1 May 2026{Enter}');
    expect(screen.getByText('What is changed here checks the time until then again.')).toBeVisible();
    expect(screen.queryByText(/It was agreed, and judged/)).not.toBeInTheDocument();
    await user.type(text('Who acts'), '!');
    expect(stored()).toMatchObject({
      ...next,
      earlier: [{ owner: 'SRE' }, { owner: 'SRE!', validFrom: '2026-05-01' }],
    });
    await user.click(tab('Until 1 May'));
    expect(screen.getByText('It was agreed, and the time until then was checked by it.')).toBeVisible();
    expect(text('Who acts')).toBeDisabled();
  });

  it('begin on a day as people write it, and say before what that does', async () => {
    const next = { owner: 'Next', validFrom: '2026-12-24' };
    const { user, stored } = setup({ saved: { ...next, earlier: [{ owner: 'SRE' }] } });
    await user.click(screen.getByRole('button', { name: 'Change from a date on…' }));
    const date = text(/^The new version counts from/);
    expect(date).toHaveValue('2026-11-27');
    expect(date).toHaveAccessibleDescription('Until 24 Dec; from then on the rule of 24 Dec counts.');
    await user.type(date, 'some day', { initialSelectionStart: 0, initialSelectionEnd: 10 });
    expect(date).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Begin the new version' })).toBeDisabled();
    await user.keyboard('{Enter}');
    expect(stored()).toBeUndefined();
    await user.clear(date);
    await user.type(date, '1 Nov 2026');
    expect(date).toHaveAccessibleDescription(
      '= Sun 1 Nov 2026 · This checks the past since then again. · Until 24 Dec; from then on the rule of 24 Dec counts.'
    );
    await user.clear(date);
    await user.type(date, '1 Jan 2027{Enter}');
    expect(stored()).toEqual({ owner: 'SRE', validFrom: '2027-01-01', earlier: [{ owner: 'SRE' }, next] });
  });

  it('open on the one in force, not on the one to come', async () => {
    const { user, stored } = setup({ saved: { owner: 'Next', validFrom: '2026-12-24', earlier: [{ owner: 'SRE' }] } });
    expect(text('Who acts')).toHaveValue('SRE');
    await user.type(text('Who acts'), '!');
    expect(stored()).toEqual({ owner: 'Next', validFrom: '2026-12-24', earlier: [{ owner: 'SRE!' }] });
    await user.click(tab('From 24 Dec'));
    expect(text('Who acts')).toHaveValue('Next');
  });

  it('of a past that somebody agreed on are changed only on purpose', async () => {
    const former = { owner: 'Growth', agreedBy: 'Ana' };
    const { user, stored } = setup({ saved: { owner: 'SRE', validFrom: '2026-02-01', earlier: [former] } });
    await user.click(tab('Until 1 Feb'));
    expect(text('Who acts')).toHaveValue('Growth');
    expect(text('Who acts')).toBeDisabled();
    const bin = { name: 'Remove the version Until 1 Feb' };
    expect(screen.queryByRole('button', bin)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Correct a mistake in it' }));
    expect(screen.getByRole('button', bin)).toBeVisible();
    await user.type(text('Who acts'), '!');
    expect(stored()).toMatchObject({ owner: 'SRE', earlier: [{ owner: 'Growth!', changedOn: '2026-11-27' }] });
  });

  it('tell what is wrong in one that is not open', () => {
    setup({ saved: { for: '2d', validFrom: '2026-02-01', earlier: [{ for: '2 dayz', agreedOn: 'spring' }] } });
    expect(screen.getByRole('alert')).toHaveTextContent(
      /^“Until 1 Feb”, For how long: "2 dayz" is not a duration\. .+ And 1 more\.$/
    );
  });
});

it('has the key among the upkeep', async () => {
  const { user, stored, open } = setup({ saved: { owner: 'SRE' } });
  await open('Agreement and dates');
  await user.type(text(/^Key/), 'lead-conversion');
  expect(stored()).toEqual({ owner: 'SRE', key: 'lead-conversion' });
});

describe('the agreement', () => {
  const OLD = { operator: '<', critical: 20 };
  const AGREED = { ...OLD, agreedBy: 'Sales', agreedOn: '2026-06-22', agreedFingerprint: fingerprintOf(OLD) };
  const ask = () => screen.queryByRole('group', { name: 'From when on?' });

  async function lower() {
    const result = setup({ saved: AGREED });
    await result.user.clear(text('Critical level'));
    await result.user.type(text('Critical level'), '14');
    return result;
  }

  it('is changed from today on, and asks beside the input without taking the focus', async () => {
    const { user, stored } = await lower();
    expect(text('Critical level')).toHaveFocus();
    expect(text('Critical level')).toHaveValue('14');
    expect(stored()).toEqual({ ...AGREED, critical: 14, validFrom: '2026-11-27', earlier: [AGREED] });
    expect(ask()).toHaveTextContent(
      'This was agreed. Your change counts from today 00:00 on (UTC), and the time before stays.'
    );
    await user.tab();
    expect(screen.getByRole('button', { name: 'From today on' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(ask()).not.toBeInTheDocument();
    expect(text('Critical level')).toHaveFocus();
    await user.type(text('Critical level'), '5');
    expect(ask()).not.toBeInTheDocument();
    expect(stored()).toEqual({ ...AGREED, critical: 145, validFrom: '2026-11-27', earlier: [AGREED] });
  });

  it('is corrected where it was a mistake', async () => {
    const { user, stored } = await lower();
    await user.click(screen.getByRole('button', { name: 'Correct a mistake' }));
    expect(stored()).toEqual({ ...AGREED, critical: 14, changedOn: '2026-11-27', agreedValues: { critical: 20 } });
    expect(text('Critical level')).toHaveFocus();
    expect(text('Critical level')).toHaveValue('14');
    expect(ask()).not.toBeInTheDocument();
    await user.type(text('Critical level'), '5');
    expect(ask()).not.toBeInTheDocument();
  });

  it.each([
    ['at once', undefined],
    ['from today on', 'From today on'],
    ['corrected', 'Correct a mistake'],
  ])('comes back with one press, whatever else was changed (%s)', async (_, answer) => {
    const { user, stored } = await lower();
    if (answer !== undefined) {
      await user.click(screen.getByRole('button', { name: answer }));
    }
    await user.type(text('Who acts'), 'Ben');
    await user.click(screen.getByRole('button', { name: 'Back to what was agreed' }));
    expect(stored()).toEqual(AGREED);
    expect(text('Critical level')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Back to what was agreed' })).not.toBeInTheDocument();
  });

  it('has no way back from what is agreed anew, or where nobody knows what was agreed', async () => {
    const { user } = await lower();
    await user.click(screen.getByRole('button', { name: 'Correct a mistake' }));
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: 'Back to what was agreed' })).not.toBeInTheDocument();
    cleanup();
    setup({ saved: { ...AGREED, critical: 14, changedOn: '2026-11-20', agreedValues: { critical: 19 } } });
    expect(screen.getByText('It was changed since it was agreed.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Back to what was agreed' })).not.toBeInTheDocument();
  });

  it('is corrected also after the question was left', async () => {
    const { user, stored } = await lower();
    await user.click(screen.getByRole('button', { name: 'From today on' }));
    await user.click(screen.getByRole('button', { name: 'It corrects a mistake: check the past again' }));
    expect(stored()).toEqual({ ...AGREED, critical: 14, changedOn: '2026-11-27', agreedValues: { critical: 20 } });
  });

  it('is changed from another day on', async () => {
    const { user, stored } = await lower();
    await user.click(screen.getByRole('button', { name: 'Another date…' }));
    const date = screen.getByLabelText(/^It counts from/);
    expect(date).toHaveFocus();
    await user.clear(date);
    await user.type(date, '2026-12-24');
    await user.click(screen.getByRole('button', { name: 'From this day on' }));
    expect(stored()).toEqual({ ...AGREED, critical: 14, validFrom: '2026-12-24', earlier: [AGREED] });
    expect(screen.getByRole('radio', { name: 'From 24 Dec' })).toBeChecked();
  });

  it('is as it was once what was agreed is typed again', async () => {
    const { user, stored } = await lower();
    await user.clear(text('Critical level'));
    await user.type(text('Critical level'), '20');
    expect(stored()).toEqual(AGREED);
    expect(ask()).not.toBeInTheDocument();
    expect(text('Critical level')).toHaveFocus();
  });

  it('asks nothing of upkeep', async () => {
    const { user, stored, open } = setup({ saved: AGREED });
    await open('Agreement and dates');
    await user.type(text(/^Key/), 'leads');
    expect(stored()).toEqual({ ...AGREED, key: 'leads' });
    expect(ask()).not.toBeInTheDocument();
  });

  it('is marked, and the mark is kept by what is typed', async () => {
    const { user, stored } = setup({ saved: { owner: 'SRE' } });
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    expect(stored()).toBeUndefined();
    const asked = screen.getByRole('form', { name: 'Mark as agreed' });
    expect(asked).toHaveTextContent(
      'Nobody says yet when to act, what to do, what happens automatically or next. It can be agreed all the same.'
    );
    expect(within(asked).getByRole('textbox', { name: /^Agreed by whom/ })).toHaveFocus();
    await user.keyboard('Sales{Enter}');
    const signed = { agreedBy: 'Sales', agreedOn: '2026-11-27', agreedFingerprint: fingerprintOf({ owner: 'SRE' }) };
    expect(stored()).toEqual({ owner: 'SRE', ...signed });
    expect(
      screen.getByText(
        'It stands as it was agreed, though nobody says when to act, what to do, what happens automatically or next.'
      )
    ).toBeVisible();
  });

  it('is signed for nobody who was not asked', async () => {
    const { user, stored } = await lower();
    const mark = () => user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    await mark();
    expect(screen.getByRole('textbox', { name: /^Agreed by whom/ })).toHaveValue('Sales');
    await user.keyboard('{Escape}');
    expect(stored()).toMatchObject({ agreedBy: 'Sales', agreedOn: '2026-06-22' });
    await mark();
    await user.keyboard('Ana{Enter}');
    expect(stored()).toMatchObject({ agreedBy: 'Ana', agreedOn: '2026-11-27', earlier: [AGREED] });
    await user.type(text('Critical level'), '5');
    await mark();
    const before = stored();
    await user.keyboard('{Delete}{Enter}');
    const agreed = screen.getByRole('button', { name: 'Agreed today' });
    expect(agreed).toBeDisabled();
    expect(agreed).toHaveAccessibleDescription('Write first who agreed.');
    expect(screen.getByRole('textbox', { name: /^Agreed by whom/ })).toHaveAccessibleDescription(
      'Write first who agreed.'
    );
    expect(stored()).toEqual(before);
    await user.keyboard('   {Enter}');
    expect(stored()).toEqual(before);
  });

  it.each([{ definition: 'Free memory' }, { key: 'leads' }, { agreedBy: 'Sales' }])(
    'is not asked for where %j says neither when to act nor who',
    (saved) => {
      setup({ saved });
      expect(screen.queryByRole('button', { name: 'Mark as agreed today' })).not.toBeInTheDocument();
    }
  );

  it('is not asked for where all is said elsewhere', () => {
    setup(ofLeads({ key: 'leads' }, { operator: '<', critical: 20, owner: 'Sales' }));
    expect(screen.queryByRole('button', { name: 'Mark as agreed today' })).not.toBeInTheDocument();
  });

  it('names the metric that is signed', async () => {
    const { user } = setup(ofLeads({ owner: 'Growth' }, {}));
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    expect(screen.getByRole('textbox', { name: 'Agreed by whom, for Leads?' })).toHaveFocus();
  });

  it('says that it is signed for all metrics', async () => {
    const saved = { owner: 'Growth' };
    const { user } = setup({ saved, panel: editedPanelOf({ Leads: [1], Visits: [2] }, { default: saved }) });
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    expect(screen.getByRole('textbox', { name: 'Agreed by whom, for all metrics of this panel?' })).toHaveFocus();
  });

  it('says of what repeats the rule below that it does', () => {
    setup(ofLeads({ owner: 'SRE' }, { owner: 'SRE' }));
    expect(screen.getByText('The same, from rule for all')).toBeVisible();
    expect(screen.queryByText(/^Instead of/)).not.toBeInTheDocument();
  });

  it('says where the level is agreed that it does not state', async () => {
    const { user } = setup(ofLeads({ owner: 'Growth' }, { operator: '<', critical: 20 }));
    await user.click(screen.getAllByRole('button', { name: 'Mark as agreed today' })[0]);
    expect(screen.getByRole('form', { name: 'Mark as agreed' })).toHaveTextContent(
      'This covers what is written here. The level is from the rule for all: mark it there.'
    );
  });

  it('says that it covers no level of Grafana’s thresholds', async () => {
    const panel = editedPanelOf({ Leads: [1] }, { default: { owner: 'Growth' } });
    panel.data.series[0].fields[1].config.thresholds = {
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'red' },
        { value: 20, color: 'green' },
      ],
    };
    const { user } = setup({ saved: { owner: 'Growth' }, panel });
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    expect(screen.getByRole('form', { name: 'Mark as agreed' })).toHaveTextContent(
      'This covers what is written here, not the level: that is from the thresholds.'
    );
  });

  it('is agreed anew after a change', async () => {
    const { user, stored } = await lower();
    expect(screen.getByText('It was changed since it was agreed.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    await user.click(screen.getByRole('button', { name: 'Agreed today' }));
    const agreedFingerprint = fingerprintOf({ ...OLD, critical: 14 });
    expect(stored()).toEqual({
      ...AGREED,
      critical: 14,
      validFrom: '2026-11-27',
      agreedOn: '2026-11-27',
      agreedFingerprint,
      earlier: [AGREED],
    });
    expect(ask()).not.toBeInTheDocument();
  });

  it('is marked by whoever types a name', async () => {
    const { user, stored, open } = setup({ saved: OLD });
    await open('Agreement and dates');
    await user.type(text('Agreed by'), 'Ana');
    expect(stored()).toEqual({ ...OLD, agreedBy: 'Ana', agreedFingerprint: fingerprintOf(OLD) });
  });
});

describe('what was agreed in a rule sheet', () => {
  const ROW = { operator: '<', critical: 20, owner: 'Ana' };
  const SIGNED = { ...ROW, agreedBy: 'Sales', agreedOn: '2026-06-22', agreedFingerprint: fingerprintOf(ROW) };
  const ask = () => screen.queryByRole('group', { name: 'From when on?' });

  /** An override of Leads, over the row of a sheet. */
  function overRow(rule: object, sheet: object) {
    const { panel, ...pane } = ofLeads(rule, {});
    const id = panel ? metricIdOf(panel, 'Leads') : '';
    const stated = [{ id, metric: 'Leads', sources: { override: rule, sheet } }];
    return setup({ ...pane, panel: panel && { ...panel, stated } });
  }

  /** The level that judges on the given day, whatever is stored in the override. */
  const levelAt = (override: unknown, day: string) =>
    ruleAt(mergeHistory({ override, sheet: SIGNED }), Date.parse(day)).levels[0].condition.bounds[0];

  it('is overruled from today on: the past stays judged by the row', async () => {
    const { user, stored } = overRow({}, SIGNED);
    await user.type(text('Critical level'), '14');
    expect(text('Critical level')).toHaveFocus();
    expect(ask()).toHaveTextContent(
      'This was agreed in the rule sheet. What you write here counts from today 00:00 on (UTC), and the time before stays.'
    );
    expect(stored()).toEqual({ critical: 14, validFrom: '2026-11-27' });
    expect([levelAt(stored(), '2026-11-26'), levelAt(stored(), '2026-11-27')]).toEqual([20, 14]);
    await user.click(screen.getByRole('button', { name: 'From today on' }));
    expect(ask()).not.toBeInTheDocument();
    expect(screen.getByText('It says otherwise than what was agreed in the rule sheet.')).toBeVisible();
    await user.type(text('Critical level'), '5');
    await user.type(text('Who acts'), 'Ben');
    expect(ask()).not.toBeInTheDocument();
  });

  it('is overruled since ever where it was a mistake, and says since when', async () => {
    const { user, stored } = overRow({ key: 'leads' }, SIGNED);
    await user.type(text('Critical level'), '14');
    expect(stored()).toEqual({ key: 'leads', critical: 14, validFrom: '2026-11-27', earlier: [{ key: 'leads' }] });
    await user.click(screen.getByRole('button', { name: 'Correct a mistake' }));
    expect(stored()).toEqual({ key: 'leads', critical: 14, changedOn: '2026-11-27', agreedValues: { critical: 20 } });
    expect(levelAt(stored(), '2026-11-26')).toBe(14);
    expect(mergeRule({ override: stored(), sheet: SIGNED }).signatures).toMatchObject([
      { source: 'sheet', by: 'override', changedOn: '2026-11-27' },
    ]);
    expect(ask()).not.toBeInTheDocument();
  });

  it('is corrected also after the question was left, and from another day on', async () => {
    const { user, stored } = overRow({}, SIGNED);
    await user.type(text('Critical level'), '14');
    await user.click(screen.getByRole('button', { name: 'Another date…' }));
    const date = screen.getByLabelText(/^It counts from/);
    await user.clear(date);
    await user.type(date, '1 Nov 2026{Enter}');
    expect(stored()).toEqual({ critical: 14, validFrom: '2026-11-01' });
    await user.click(screen.getByRole('button', { name: 'It corrects a mistake: check the past again' }));
    expect(stored()).toEqual({ critical: 14, changedOn: '2026-11-27', agreedValues: { critical: 20 } });
  });

  it.each([
    ['at once', undefined],
    ['from today on', 'From today on'],
    ['corrected', 'Correct a mistake'],
  ])('comes back with one press (%s)', async (_, answer) => {
    const { user, stored } = overRow({ key: 'leads' }, SIGNED);
    await user.type(text('Critical level'), '14');
    if (answer !== undefined) {
      await user.click(screen.getByRole('button', { name: answer }));
    }
    await user.click(screen.getByRole('button', { name: 'Back to what was agreed' }));
    expect(stored()).toEqual({ key: 'leads' });
    expect(text('Critical level')).toHaveFocus();
    expect(ask()).not.toBeInTheDocument();
    expect(screen.queryByText(/^It says otherwise/)).not.toBeInTheDocument();
  });

  it('leaves nothing behind once it is typed again, or the input is emptied', async () => {
    const { user, stored } = overRow({}, SIGNED);
    await user.type(text('Critical level'), '14');
    await user.clear(text('Critical level'));
    expect(stored()).toBeUndefined();
    await user.type(text('Critical level'), '20');
    expect(stored()).toEqual({ critical: 20 });
    expect(ask()).not.toBeInTheDocument();
    await user.clear(text('Critical level'));
    await user.type(text('Critical level'), '1');
    await user.click(screen.getByRole('button', { name: 'From today on' }));
    await user.clear(text('Critical level'));
    expect(stored()).toBeUndefined();
  });

  it('is agreed anew where it is overruled', async () => {
    const { user, stored } = overRow({}, SIGNED);
    await user.type(text('Critical level'), '14');
    await user.click(screen.getByRole('button', { name: 'Correct a mistake' }));
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    expect(screen.getByRole('textbox', { name: 'Agreed by whom, for Leads?' })).toHaveValue('Sales');
    await user.keyboard('{Enter}');
    expect(stored()).toEqual({
      critical: 14,
      agreedBy: 'Sales',
      agreedOn: '2026-11-27',
      agreedFingerprint: fingerprintOf({ critical: 14 }),
    });
    expect(screen.queryByText(/^It says otherwise/)).not.toBeInTheDocument();
  });

  it('has a way back where a version that was agreed is emptied', async () => {
    const { user, stored } = overRow({}, SIGNED);
    await user.type(text('Critical level'), '21');
    await user.click(screen.getByRole('button', { name: 'Another date…' }));
    const date = screen.getByLabelText(/^It counts from/);
    await user.clear(date);
    await user.type(date, '2026-12-01{Enter}');
    await user.click(screen.getByRole('button', { name: 'Mark as agreed today' }));
    await user.keyboard('{Enter}');
    const agreed = stored();
    await user.type(text('Critical level'), '{Backspace}{Backspace}');
    expect(text('Critical level')).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Back to what was agreed' }));
    expect(stored()).toEqual(agreed);
  });

  it.each<[string, object, string]>([
    ['a row that nobody agreed on', ROW, '14'],
    ['a row that was changed since', { ...SIGNED, critical: 18 }, '14'],
    ['the same level', SIGNED, '20'],
  ])('asks nothing over %s', async (_, sheet, level) => {
    const { user, stored } = overRow({}, sheet);
    await user.type(text('Critical level'), level === '20' ? '2' : level);
    if (level === '20') {
      await user.type(text('Critical level'), '0');
    }
    expect(stored()).toEqual({ critical: Number(level) });
    expect(ask()).not.toBeInTheDocument();
  });

  it('is not what is tested where a version to come says otherwise', () => {
    const sheet = { ...SIGNED, operator: '>', critical: 10 };
    const rule = { critical: 20, validFrom: '2026-12-01' };
    const { panel, ...pane } = ofLeads(rule, {});
    setup({ ...pane, panel: panel && tested({ ...panel, ...leads([0, 15, 0, 15, 0]) }, { override: rule, sheet }) });
    expect(screen.getByRole('group', { name: 'Test on the past' })).toHaveTextContent(
      /would have called nobody in 4 minutes.*This counts as if this rule had always counted/
    );
  });

  it('asks of what was agreed in the rule for all, too', async () => {
    const { user, stored } = setup(ofLeads({}, SIGNED));
    await user.type(text('Who acts'), 'Ben');
    expect(ask()).toHaveTextContent('This was agreed in the rule for all metrics.');
    expect(stored()).toEqual({ owner: 'Ben', validFrom: '2026-11-27' });
  });
});

describe('asked for from a card', () => {
  it('takes the focus', () => {
    setup(ofLeads({ owner: 'Growth' }, {}));
    act(() => formRequest.put({ place: 'default', metric: 'Visits' }));
    expect(document.body).toHaveFocus();
    act(() => formRequest.put({ place: 0, metric: 'Leads' }));
    expect(screen.getByRole('combobox', { name: 'Act when' })).toHaveFocus();
    expect(formRequest.get()).toBeUndefined();
  });

  it('gives a metric without one a rule of its own', async () => {
    const changed = jest.fn();
    formRequest.put({ place: 'default', metric: 'Visits' });
    const { user } = setup({ panel: editedPanelOf({ Leads: [1], Visits: [2] }, {}, changed) });
    expect(
      screen.getByText(/^The rule for all: for every metric without one of its own, such as Visits/)
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'A rule for Visits alone' }));
    expect(changed).toHaveBeenCalledWith(expect.objectContaining({ overrides: [overrideOf('Visits', {})] }));
    expect(formRequest.get()).toEqual({ place: 0, metric: 'Visits' });
  });

  it('says where the other parts of the rule are written, and leads there', async () => {
    const sources = {
      override: { owner: 'Growth' },
      sheet: { operator: '<', critical: 5 },
      default: { escalateTo: 'COO' },
    };
    const { panel, ...pane } = ofLeads(sources.override, sources.default);
    const row = { kind: 'sheet', metric: 'Leads', query: 'S', rows: [3] } as const;
    const id = panel ? metricIdOf(panel, 'Leads') : '';
    const told = metricProtocol({ id, name: 'Leads', rule: mergeRule(sources), row });
    const { user } = setup({
      ...pane,
      panel: panel && { ...panel, protocol: protocol([told]), sheetLink: 'https://sheets.example.com' },
    });
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    act(() => formRequest.put({ place: 0, metric: 'Leads' }));
    const places = screen.getByRole('list', { name: 'Where the rule of Leads is written' });
    expect(
      within(places)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual([
      'Override 1 (this form): Who acts',
      'Rule sheet, row 3 (query S) ↗: Act when, Critical',
      'The rule for all metrics: Tell if nobody acts',
    ]);
    expect(within(places).getByRole('link')).toHaveAttribute('href', 'https://sheets.example.com');
    await user.click(within(places).getByRole('button', { name: /^The rule for all metrics/ }));
    expect(formRequest.get()).toEqual({ place: 'default', metric: 'Leads' });
  });

  it('says nothing of places where the rule is in this form alone', () => {
    const { panel, ...pane } = ofLeads({ owner: 'Growth' }, {});
    const id = panel ? metricIdOf(panel, 'Leads') : '';
    const told = metricProtocol({ id, name: 'Leads', rule: mergeRule({ override: { owner: 'Growth' } }) });
    setup({ ...pane, panel: panel && { ...panel, protocol: protocol([told]) } });
    act(() => formRequest.put({ place: 0, metric: 'Leads' }));
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});

/** The data of a panel whose only metric is Leads. */
function leads(values: number[]): Pick<EditedPanel, 'data'> {
  return { data: editedPanelOf({ Leads: values }).data };
}

/** A panel whose only metric has the rule that some sources state, as the panel tells it. */
function tested(panel: EditedPanel, sources: RuleSources): EditedPanel {
  const [metric] = findMetrics(panel.data.series) as FieldMetric[];
  const { from, to } = panel.data.timeRange;
  const span = { from: from.valueOf(), to: to.valueOf(), now: to.valueOf() };
  const ruled = { metric, history: mergeHistory(sources), format: String, formatLevel: String, color: 'green' };
  return {
    ...panel,
    stated: [{ id: metric.id, metric: metric.name, sources }],
    protocol: buildProtocol([ruled], { judged: span, view: span }, []),
  };
}

/** The id by which the form knows a metric of the panel. */
function metricIdOf({ data }: EditedPanel, name: string): string {
  const found = findMetrics(data.series);
  return (typeof found === 'string' ? [] : found).find((metric) => metric.name === name)?.id ?? '';
}

it('shows a rule that is changed from outside', () => {
  const { rerender } = render(<RuleForm value={{ owner: 'SRE' }} onChange={jest.fn()} />);
  rerender(<RuleForm value={{ owner: 'RevOps' }} onChange={jest.fn()} />);
  expect(text('Who acts')).toHaveValue('RevOps');
});

it('survives a stored value that is no rule, and says so', () => {
  setup({ saved: 'below twenty' });
  expect(screen.getByText(/below twenty/)).toBeInTheDocument();
});
