import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { TextDecoder } from 'util';

import { readCsv } from '../../tables/file/csvFile';
import type { MetricSources } from '../../tables/file/storedRule';
import { readYaml } from '../../tables/file/yamlFile';
import RuleFile from './RuleFile';
import { download } from '../../views/text/download';
import { publishPanel, retractPanel } from '../editedPanel';
import '../../testing/jsdomLayout';
import { editedPanelOf } from '../../testing/editedPanel';
import { formRequest } from '../form/formRequest';
import { pasteDoor } from './pasteDoor';

// A busy machine is slow with jsdom.
jest.setTimeout(30_000);

jest.mock('../../views/text/download');
jest.mock('../form/today', () => ({
  ...jest.requireActual<object>('../form/today'),
  today: () => ({ now: Date.UTC(2026, 10, 27, 12), date: '2026-11-27', start: '2026-11-27' }),
}));

const saved = jest.mocked(download);
const PANEL = Symbol('panel');
const STATED: MetricSources[] = [
  { metric: 'Leads', sources: { override: { critical: 20, owner: '${team} lead' }, default: { for: '2d' } } },
  { metric: 'Visits', sources: { default: { for: '2d' } } },
];

/** jsdom's files can't be read, and it has no decoder of texts. */
function fileOf(name: string, text: string): File {
  const bytes = Buffer.from(text);
  return Object.assign(new File([text], name), { arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer) });
}

interface PaneProps {
  saved?: unknown;
  options?: Record<string, unknown>;
  onStore: (value: unknown) => void;
}

function Pane({ saved, options = {}, onStore }: PaneProps) {
  const [value, setValue] = useState(saved);
  const store = (next: unknown) => {
    setValue(next);
    onStore(next);
  };
  return <RuleFile value={value} options={options} onChange={store} />;
}

function setup({ stated = STATED, ...props }: Partial<PaneProps> & { stated?: MetricSources[] } = {}) {
  publishPanel(PANEL, {
    ...editedPanelOf({ Leads: [1], Visits: [2] }),
    stated: stated.map((one, index) => ({ id: String(index), ...one })),
  });
  const onStore = jest.fn();
  render(<Pane {...props} onStore={onStore} />);
  const user = userEvent.setup({ applyAccept: false });
  const choose = (name: string, text: string) =>
    user.upload(screen.getByLabelText('File of rules'), fileOf(name, text));
  return { user, onStore, choose };
}

beforeEach(() => {
  Object.assign(globalThis, { TextDecoder });
});
afterEach(() => act(() => retractPanel(PANEL)));

describe('RuleFile', () => {
  it('gives a template of the metrics of the panel, with the rules that they have', async () => {
    const { user } = setup({ stated: [...STATED, { metric: 'Churn, "net"', sources: {} }] });
    await user.click(screen.getByRole('button', { name: 'Template (CSV)' }));
    const [text, file] = saved.mock.lastCall ?? ['', { name: '' }];
    expect(file.name).toBe('protocol-rules-template.csv');
    expect(readCsv(text)).toMatchObject({
      rules: [
        { metric: 'Leads', rule: { critical: 20, for: '2d', owner: '${team} lead' } },
        { metric: 'Visits', rule: { for: '2d' } },
        { metric: 'Churn, "net"', rule: {} },
      ],
      problems: [],
    });
  });

  it('gives two examples where there is no metric', async () => {
    const { user } = setup({ stated: [] });
    await user.click(screen.getByRole('button', { name: 'Template (CSV)' }));
    expect(readCsv(saved.mock.lastCall?.[0] ?? '')).toMatchObject({
      rules: [{ metric: 'Lead conversion' }, {}],
      problems: [],
    });
  });

  it('says of a template that nobody filled in what to do', async () => {
    const { user, onStore, choose } = setup({ stated: [{ metric: 'Leads', sources: {} }] });
    await user.click(screen.getByRole('button', { name: 'Template (CSV)' }));
    await choose('template.csv', saved.mock.lastCall?.[0] ?? '');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('No rule yet: only names of metrics. Fill in when to act, and who.');
    expect(within(dialog).queryByRole('button', { name: /^Import/ })).toBeNull();
    expect(onStore).not.toHaveBeenCalled();
  });

  describe('paste', () => {
    const COPIED = 'Metric\tAct when\tCritical\tFor\tRemark\nVisits\tabove\t7\t2 days\tnew\nLeads\tbelow\tmany\t\t\n';

    it('takes rows of a spreadsheet, and says what it understood, by keyboard', async () => {
      const { user, onStore } = setup();
      screen.getByRole('button', { name: 'Paste…' }).focus();
      await user.keyboard('{Enter}');
      const dialog = await screen.findByRole('dialog', { name: 'Import rules' });
      const input = within(dialog).getByRole('textbox', { name: /^Rows of a spreadsheet, CSV or YAML/ });
      await waitFor(() => expect(input).toHaveFocus());
      expect(within(dialog).queryByRole('button', { name: /^Import/ })).toBeNull();
      await user.paste(COPIED);
      expect(await within(dialog).findByRole('status')).toHaveTextContent(
        '2 rules (2 rows, 5 columns, 4 of them understood)'
      );
      expect(within(dialog).getByRole('region', { name: 'Problems of the file' })).toHaveTextContent(
        'Row 3, column Critical: "many"'
      );
      await user.click(within(dialog).getByRole('button', { name: 'Import only the clean: 1 rule' }));
      expect(onStore).toHaveBeenCalledWith({
        protocolRules: 1,
        rules: [{ metric: 'Visits', operator: '>', critical: 7, for: '2d' }],
      });
    });

    it('is taken wherever somebody pastes in the group, and outside of the input', async () => {
      const { user } = setup();
      screen.getByRole('button', { name: 'Export rules' }).focus();
      await user.paste(COPIED);
      const dialog = await screen.findByRole('dialog');
      expect(await within(dialog).findByRole('status')).toHaveTextContent(/^2 rules/);
      within(dialog).getByRole('button', { name: 'Cancel' }).focus();
      await user.paste('protocolRules: 1\nrules:\n  - metric: Leads\n    owner: Ana\n');
      await waitFor(() => expect(within(dialog).getByRole('status')).toHaveTextContent(/^1 rule$/));
    });

    it('is opened from elsewhere in the option pane, but not where a rule sheet counts instead', async () => {
      setup();
      act(() => pasteDoor.get()?.());
      expect(await screen.findByRole('dialog', { name: 'Import rules' })).toBeVisible();
      cleanup();
      expect(pasteDoor.get()).toBeUndefined();
      setup({ options: { ruleSheet: 'RULES' } });
      expect(pasteDoor.get()).toBeUndefined();
    });

    it('asks for the headers where they were not copied', async () => {
      const { user } = setup();
      await user.click(screen.getByRole('button', { name: 'Paste…' }));
      await user.paste('Visits\tabove\t7\n');
      expect(await screen.findByText(/^No rule found\. The first row has to be the headers/)).toBeVisible();
      expect(screen.queryByRole('button', { name: /problem/ })).toBeNull();
      expect(screen.queryByRole('listitem')).toBeNull();
    });
  });

  it.each([
    ['CSV', readCsv],
    ['YAML', readYaml],
  ])('exports what is stated for each metric as %s', async (format, read) => {
    const { user } = setup();
    await user.click(screen.getByRole('button', { name: 'Export rules' }));
    await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${format}`) }));
    expect(read(saved.mock.lastCall?.[0] ?? '')).toMatchObject({
      rules: [
        { metric: 'Leads', rule: { critical: 20, for: '2d', owner: '${team} lead' } },
        { metric: 'Visits', rule: { for: '2d' } },
      ],
      problems: [],
    });
  });

  it('counts at the top what is to be mended, and leads to it', async () => {
    const { user, choose } = setup();
    await choose(
      'plan.csv',
      'metric,critical,for,owner,escalate to,runbook\nVisits,above 7,soon,TBD,?,wiki.example.com\n'
    );
    const dialog = await screen.findByRole('dialog');
    const status = within(dialog).getByRole('status');
    await user.click(
      within(status).getByRole('button', { name: '1 problem, 2 placeholders, 1 link that opens nothing' })
    );
    const problems = within(dialog).getByRole('region', { name: 'Problems of the file' });
    expect(problems).toHaveFocus();
    expect(
      within(problems)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    ).toEqual([
      expect.stringContaining('Row 2, column for: "soon" is not a duration.'),
      'Row 2, Who acts: “TBD”. A placeholder: it counts as no answer.',
      'Row 2, Tell if nobody acts: “?”. A placeholder: it counts as no answer.',
      'Row 2, Runbook: “wiki.example.com”. Not a link yet: begin it with https://',
    ]);
  });

  it('says what an import would do before it does it', async () => {
    const { user, onStore, choose } = setup();
    await choose('plan.csv', 'metric,critical,for\nVisits,7,soon\nGone,1,1d\n');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('plan.csv2 rules (2 rows, 3 columns)');
    expect(dialog).toHaveTextContent('Changes 1 metric: Visits.');
    expect(dialog).toHaveTextContent('Match no metric: Gone.');
    const problems = within(dialog).getByRole('region', { name: 'Problems of the file' });
    expect(problems).toHaveTextContent('Row 2, column for: "soon" is not a duration.');
    expect(onStore).not.toHaveBeenCalled();

    await user.click(within(dialog).getByRole('button', { name: 'Import 2 rules' }));
    expect(onStore).toHaveBeenCalledWith({
      protocolRules: 1,
      rules: [
        { metric: 'Visits', critical: 7, unreadable: [{ field: 'for', written: 'soon', code: 'notADuration' }] },
        { metric: 'Gone', critical: 1, for: '1d' },
      ],
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('2 rules imported')).toBeVisible();
  });

  it('says which rules are clean, and imports only the clean', async () => {
    const { user, onStore, choose } = setup();
    await choose('plan.csv', 'metric,operator,critical,owner\nVisits,above,7,Ana\nLeads,above,many,Ben\n');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('1 of 2 are clean; not clean: Leads.');
    await user.click(within(dialog).getByRole('button', { name: 'Import only the clean: 1 rule' }));
    expect(onStore).toHaveBeenCalledWith({
      protocolRules: 1,
      rules: [{ metric: 'Visits', operator: '>', critical: 7, owner: 'Ana' }],
    });
  });

  it('shows what each changed rule said, and what it would say', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const stated = names.map((metric) => ({ metric, sources: { sheet: { critical: 20, owner: 'Ana' } } }));
    const { user, choose } = setup({ stated });
    await choose('plan.csv', `metric,critical,owner\n${names.map((name) => `${name},14,Ana`).join('\n')}\n`);
    const changes = within(await screen.findByRole('region', { name: 'What changes' }));
    expect(changes.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      names.slice(0, 4).map((name) => `${name} Critical20 → 14`)
    );
    await user.click(changes.getByRole('button', { name: 'Show 2 more' }));
    expect(changes.getAllByRole('listitem')).toHaveLength(6);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('says first which metrics lose their rule, those without data, too', async () => {
    const row = { operator: '<', critical: 20 };
    const kept = { protocolRules: 1, rules: ['Leads', 'Visits', 'Renewals'].map((metric) => ({ metric, ...row })) };
    const stated = ['Leads', 'Visits'].map((metric) => ({ metric, sources: { sheet: row } }));
    const { choose } = setup({ stated, saved: kept });
    await choose('plan.csv', 'metric,operator,critical\nVisits,below,20\n');
    const told = await screen.findByText('These lose their rule: Leads, Renewals.');
    const summary = screen.getByRole('list', { name: 'What the import does' });
    expect(told.compareDocumentPosition(summary)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(summary).toHaveTextContent('Replaces what was imported before: 3 rules. 2 metrics get none.');
    expect(summary).not.toHaveTextContent('Not in the file');
  });

  it('says once that the past is checked by rules that nobody agreed on', async () => {
    const { choose } = setup({ stated: [{ metric: 'Leads', sources: { sheet: { operator: '<', critical: 20 } } }] });
    await choose('plan.csv', 'metric,operator,critical\nLeads,below,14\n');
    expect(await screen.findByRole('list', { name: 'What the import does' })).toHaveTextContent(
      'The past is checked by the new rules, too: Leads.'
    );
    expect(screen.queryByRole('radio')).toBeNull();
  });

  describe('a rule that was agreed', () => {
    const AGREED = { operator: '<', critical: 20, agreedBy: 'Sales', agreedOn: '2026-06-22' };
    const stated = [
      { metric: 'Leads', sources: { sheet: AGREED } },
      { metric: 'Visits', sources: {} },
    ];
    const PLAN = 'metric,operator,critical,for\nLeads,below,14,\nVisits,above,7,soon\n';

    it.each<[string, string, object]>([
      [
        'From today on',
        'Leads From 2026-11-27Critical20 → 14',
        { ...AGREED, critical: 14, validFrom: '2026-11-27', earlier: [expect.objectContaining(AGREED)] },
      ],
      ['Correct a mistake', 'Leads Critical20 → 14', { ...AGREED, critical: 14 }],
    ])('asks from when on, once: %s', async (answer, told, rule) => {
      const { user, onStore, choose } = setup({ stated });
      await choose('plan.csv', PLAN);
      const question = await screen.findByRole('group', { name: /^This changes what was agreed: Leads\./ });
      const button = screen.getByRole('button', { name: 'Import 2 rules' });
      expect(button).toBeDisabled();
      expect(screen.getByText('First choose above from when on it counts.')).toBeVisible();
      await user.click(within(question).getByRole('radio', { name: new RegExp(`^${answer}`) }));
      expect(screen.getByRole('region', { name: 'What changes' })).toHaveTextContent(told);
      await user.click(button);
      const [leads, visits] = (onStore.mock.lastCall as [{ rules: object[] }])[0].rules;
      expect(leads).toMatchObject({ metric: 'Leads', ...rule });
      expect(visits).toMatchObject({ metric: 'Visits', critical: 7 });
      expect(visits).not.toHaveProperty('validFrom');
    });

    it('asks before only the clean are imported, too', async () => {
      const { user, onStore, choose } = setup({ stated });
      await choose('plan.csv', PLAN);
      const clean = await screen.findByRole('button', { name: 'Import only the clean: 1 rule' });
      expect(clean).toBeDisabled();
      await user.click(screen.getByRole('radio', { name: /^From today on/ }));
      await user.click(clean);
      expect(onStore).toHaveBeenCalledWith({
        protocolRules: 1,
        rules: [expect.objectContaining({ metric: 'Leads', critical: 14, validFrom: '2026-11-27' })],
      });
    });

    it.each<[string, RegExp, string, unknown[]]>([
      [
        'From today on',
        /^This ends what was agreed: Leads\. From when on\?/,
        'metric,operator,critical\nVisits,above,7\n',
        [
          { metric: 'Visits', operator: '>', critical: 7 },
          { metric: 'Leads', validFrom: '2026-11-27', earlier: [expect.objectContaining(AGREED)] },
        ],
      ],
      [
        'Correct a mistake',
        /^This ends what was agreed: Leads\./,
        'metric,operator,critical\nVisits,above,7\n',
        [{ metric: 'Visits', operator: '>', critical: 7 }],
      ],
      [
        'From today on',
        /^This changes what was agreed: Leads\./,
        'metric,operator,critical\nLe*,below,7\n',
        [
          expect.objectContaining({ metric: 'Le*', critical: 7 }),
          expect.objectContaining({ metric: 'Leads', critical: 7, validFrom: '2026-11-27' }),
        ],
      ],
    ])('asks the same where the file has no row for it: %s, %s', async (answer, title, csv, rules) => {
      const { user, onStore, choose } = setup({ stated });
      await choose('plan.csv', csv);
      const question = await screen.findByRole('group', { name: title });
      await user.click(within(question).getByRole('radio', { name: new RegExp(`^${answer}`) }));
      await user.click(screen.getByRole('button', { name: 'Import 1 rule' }));
      expect(onStore).toHaveBeenCalledWith({ protocolRules: 1, rules });
    });

    it('asks for one of a metric that has no data now', async () => {
      const kept = { protocolRules: 1, rules: [{ metric: 'Renewals', ...AGREED }] };
      const { choose } = setup({ stated: [{ metric: 'Visits', sources: {} }], saved: kept });
      await choose('plan.csv', 'metric,operator,critical\nVisits,above,7\n');
      expect(await screen.findByRole('group', { name: /^This ends what was agreed: Renewals\./ })).toBeVisible();
    });

    it('keeps it where its row can’t be read, and only the clean are imported', async () => {
      const kept = { protocolRules: 1, rules: [{ metric: 'Leads', ...AGREED }] };
      const { user, onStore, choose } = setup({ stated, saved: kept });
      await choose('plan.csv', 'metric,operator,critical,for\nLeads,below,20,soon\nVisits,above,7,2d\n');
      await user.click(await screen.findByRole('radio', { name: /^From today on/ }));
      await user.click(screen.getByRole('button', { name: 'Import only the clean: 1 rule' }));
      expect(onStore).toHaveBeenCalledWith({
        protocolRules: 1,
        rules: [{ metric: 'Leads', ...AGREED }, expect.objectContaining({ metric: 'Visits' })],
      });
    });

    it('asks nothing before there is anything to import', async () => {
      const { user } = setup({ stated });
      await user.click(screen.getByRole('button', { name: 'Paste…' }));
      expect(await screen.findByRole('dialog')).toBeVisible();
      expect(screen.queryByRole('radio')).toBeNull();
    });

    it('asks nothing where a query is the rule sheet', async () => {
      const { choose } = setup({ stated, options: { ruleSheet: 'RULES' } });
      await choose('plan.csv', PLAN);
      expect(await screen.findByRole('button', { name: 'Import 2 rules' })).toBeEnabled();
      expect(screen.queryByRole('radio')).toBeNull();
      expect(screen.queryByRole('region', { name: 'What changes' })).toBeNull();
    });
  });

  it('says that a file has one rule for a name that several metrics have', () => {
    setup({
      stated: [
        { metric: 'Leads', sources: { override: { critical: 1 } } },
        { metric: 'Leads', sources: { override: { critical: 2 } } },
      ],
    });
    expect(screen.getByText(/^Metrics of the same name have different rules: Leads\./)).toBeVisible();
  });

  it('changes nothing where somebody thinks better of it, or the file has no rule', async () => {
    const { user, onStore, choose } = setup();
    await choose('plan.yaml', 'hello');
    expect(await screen.findByRole('dialog')).toHaveTextContent('There is no rule in it.');
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(onStore).not.toHaveBeenCalled();
  });

  it('says that a query comes first, and lets the imported rules go', async () => {
    const ruleFile = { protocolRules: 1, rules: [{ metric: 'Leads', owner: 'Ana' }] };
    const { user, onStore } = setup({ saved: ruleFile, options: { ruleSheet: 'RULES' } });
    expect(screen.getByText(/^Query RULES is the rule sheet, so the imported rules do not count/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onStore).toHaveBeenCalledWith(undefined);
    expect(screen.queryByText('1 rule imported')).toBeNull();
  });

  it('asks once before rules go that were agreed, and brings them back', async () => {
    const rules = [
      { metric: 'Leads', owner: 'Ana', agreedBy: 'Sales' },
      { metric: 'Visits', owner: 'Ben' },
    ];
    const ruleFile = { protocolRules: 1, rules };
    const { user, onStore } = setup({ saved: ruleFile });
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.getByText(/^These were agreed: Leads\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep them' }));
    expect(onStore).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await user.click(screen.getByRole('button', { name: 'Remove 2 rules' }));
    expect(onStore).toHaveBeenLastCalledWith(undefined);
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveFocus();
    await user.click(undo);
    expect(onStore).toHaveBeenLastCalledWith(ruleFile);
    expect(screen.getByText('2 rules imported')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('refuses a file that is too large', async () => {
    const { user } = setup();
    const file = Object.defineProperty(fileOf('a.csv', ''), 'size', { value: 6_000_000 });
    await user.upload(screen.getByLabelText('File of rules'), file);
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is larger than 5 MB.');
  });
});

describe('a rule of the file', () => {
  const FILE = {
    protocolRules: 1,
    rules: [
      { metric: 'Leads', owner: 'Growth', for: '2 dayz' },
      { metric: 'Visits', owner: 'Web' },
    ],
  };

  it('is begun for a metric without one, by the first word that is typed', async () => {
    const { user, onStore } = setup({ saved: { ...FILE, rules: FILE.rules.slice(0, 1) } });
    act(() => formRequest.put({ place: 'file:Visits', metric: 'Visits' }));
    const who = await screen.findByRole('textbox', { name: 'Who acts' });
    expect(screen.getByRole('combobox', { name: 'Edit a rule of the file' })).toHaveValue('Visits');
    expect(screen.getByText(/^Row “Visits” of the rule file\. For Visits\./)).toBeVisible();
    expect(onStore).not.toHaveBeenCalled();
    await user.type(who, 'Web');
    expect(onStore).toHaveBeenLastCalledWith({ ...FILE, rules: [FILE.rules[0], { metric: 'Visits', owner: 'Web' }] });
  });

  it('opens in a form for who comes from its card, and stores what is typed in its row', async () => {
    const { user, onStore } = setup({ saved: FILE });
    act(() => formRequest.put({ place: 'file:Leads', metric: 'Leads' }));
    const who = await screen.findByRole('textbox', { name: 'Who acts' });
    expect(screen.getByRole('combobox', { name: 'Act when' })).toHaveFocus();
    expect(formRequest.get()).toBeUndefined();
    expect(screen.getByText(/^Row “Leads” of the rule file\./)).toBeVisible();
    // What can't be used is kept as it was written.
    expect(screen.getByRole('combobox', { name: 'For how long' })).toHaveValue('2 dayz');
    await user.type(who, ' team');
    expect(onStore).toHaveBeenLastCalledWith({
      ...FILE,
      rules: [{ metric: 'Leads', owner: 'Growth team', for: '2 dayz' }, FILE.rules[1]],
    });
  });
});
