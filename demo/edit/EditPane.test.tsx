import '../testing/jsdomObservers';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FieldConfigSource, FieldMatcherID } from '@grafana/data';
import { VizPanel } from '@grafana/scenes';
import { EditPane } from './EditPane';
import { makePanel, setUpPlugins } from '../testing/testPanel';

async function open(panel: VizPanel) {
  const onClose = jest.fn();
  await act(async () => void render(<EditPane panel={panel} onClose={onClose} />));
  return { onClose, user: userEvent.setup() };
}

const option = (name: string) => screen.getByRole('group', { name: `${name} field property editor` });
const fieldConfig = (panel: VizPanel): FieldConfigSource => panel.state.fieldConfig;

// The pane is large, and jsdom is slow with it.
jest.setTimeout(30_000);

beforeEach(() => setUpPlugins());

describe('the panel itself', () => {
  it('writes title, description and background into the panel', async () => {
    const panel = makePanel();
    const { user } = await open(panel);

    await user.clear(screen.getByLabelText('Title'));
    await user.type(screen.getByLabelText('Title'), 'Gap');
    await user.type(screen.getByLabelText('Description'), 'Commit');
    await user.click(screen.getByLabelText('Transparent background'));

    expect(panel.state).toMatchObject({ title: 'Gap', description: 'Commit', displayMode: 'transparent' });
  });

  it('closes by the button back to the dashboard', async () => {
    const { user, onClose } = await open(makePanel());
    await user.click(screen.getByRole('button', { name: 'Back to dashboard' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('panel options', () => {
  it('shows defaults, writes changes and follows showIf', async () => {
    const panel = makePanel();
    const { user } = await open(panel);
    expect(screen.queryByLabelText('Tiles')).not.toBeInTheDocument();

    await user.click(screen.getByRole('radio', { name: 'Wall' }));
    expect(panel.state.options).toMatchObject({ layout: 'wall' });

    const tiles = screen.getByRole('spinbutton', { name: 'Tiles' });
    expect(tiles).toHaveValue(4);
    fireEvent.change(tiles, { target: { value: '6' } });
    await user.type(tiles, '{Enter}');
    expect(panel.state.options).toMatchObject({ wall: { tiles: 6 } });
  });

  it('reads and writes nested options at their path, in their group and in groups below it', async () => {
    const panel = makePanel();
    const { user } = await open(panel);

    const chart = screen.getByTestId('data-testid Options group Chart');
    const show = within(chart).getByRole('switch', { name: 'Show legend' });
    expect(show).toBeChecked();
    await user.click(show);
    const tooltip = within(chart).getByTestId('data-testid Options group Tooltip');
    await user.type(within(tooltip).getByLabelText('Note'), 'hello{Enter}');

    expect(panel.state.options).toMatchObject({
      host: { options: { legend: { show: false }, tooltip: { note: 'hello' } } },
    });
  });

  it('opens and closes a group by keyboard', async () => {
    const { user } = await open(makePanel());
    const heading = screen.getByRole('button', { name: 'Collapse Chart category' });
    heading.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Expand Chart category' })).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByLabelText('Show legend')).not.toBeInTheDocument();
  });
});

describe('field options', () => {
  it('keeps standard options in the defaults and custom ones under custom', async () => {
    const panel = makePanel();
    const { user } = await open(panel);

    const min = screen.getByRole('spinbutton', { name: /^Min/ });
    await user.type(min, '5{Enter}');
    await user.type(within(option('Protocol Intervention rule')).getByRole('textbox'), 'Ops');

    expect(fieldConfig(panel).defaults).toMatchObject({ min: 5, custom: { rule: { owner: 'Ops' }, lineWidth: 1 } });

    await user.clear(min);
    await user.tab();
    expect(fieldConfig(panel).defaults).not.toHaveProperty('min');
  });

  it('keeps what changed meanwhile when an editor reports late', async () => {
    const panel = makePanel();
    const { user } = await open(panel);

    const decimals = screen.getByRole('spinbutton', { name: /^Decimals/ });
    await user.type(decimals, '2');
    act(() => panel.onFieldConfigChange({ defaults: { unit: 's' }, overrides: [] }, true));
    await user.tab();

    expect(fieldConfig(panel).defaults).toMatchObject({ unit: 's', decimals: 2 });
  });

  it('hides what is hidden from defaults, disabled, or not to be shown now', async () => {
    await open(makePanel({ fieldConfig: { defaults: { min: 0, max: 1 }, overrides: [] } }));
    expect(screen.queryByText('Ad-hoc filterable')).not.toBeInTheDocument();
    expect(screen.queryByText('No value')).not.toBeInTheDocument();
    expect(screen.queryByText('Field min/max')).not.toBeInTheDocument();
  });

  it('adds, changes and removes thresholds', async () => {
    const panel = makePanel();
    const { user } = await open(panel);

    await user.click(screen.getByRole('button', { name: 'Add threshold' }));
    const highest = screen.getByLabelText('Threshold 1');
    expect(highest).toHaveValue(90);
    fireEvent.change(highest, { target: { value: '120' } });
    await user.type(highest, '{Enter}');
    await user.click(screen.getByRole('button', { name: 'Remove threshold 2' }));
    await user.click(screen.getByRole('radio', { name: 'Percentage' }));

    expect(fieldConfig(panel).defaults.thresholds).toEqual({
      mode: 'percentage',
      steps: [
        { value: -Infinity, color: 'green' },
        { value: 120, color: 'orange' },
      ],
    });
  });

  it('takes as JSON what has no input of its own, and keeps what can not be read', async () => {
    const panel = makePanel();
    const { user } = await open(panel);
    const mappings = screen.getByRole('textbox', { name: 'Value mappings as JSON' });
    const saved = [{ type: 'value', options: { '1': { text: 'One', index: 0 } } }];

    fireEvent.change(mappings, { target: { value: JSON.stringify(saved) } });
    await user.click(mappings);
    await user.tab();
    expect(fieldConfig(panel).defaults.mappings).toEqual(saved);

    fireEvent.change(mappings, { target: { value: '[{' } });
    await user.click(mappings);
    await user.tab();
    expect(fieldConfig(panel).defaults.mappings).toEqual(saved);
    expect(mappings).toHaveValue('[{');
    expect(screen.getByText(/^Needs JSON/)).toBeInTheDocument();
  });
});

describe('overrides', () => {
  const pick = async (user: ReturnType<typeof userEvent.setup>, button: string, choice: string | RegExp) => {
    await user.click(screen.getByRole('button', { name: button }));
    await user.click(await screen.findByText(choice));
  };

  it.each([
    ['Fields with name', FieldMatcherID.byName],
    ['Fields with name matching regex', FieldMatcherID.byRegexp],
    ['Fields with type', FieldMatcherID.byType],
    ['Fields returned by query', FieldMatcherID.byFrameRefID],
  ])('adds one for "%s"', async (name, matcherId) => {
    const panel = makePanel();
    const { user } = await open(panel);
    await pick(user, 'Add field override', name);
    expect(fieldConfig(panel).overrides).toEqual([
      { matcher: { id: matcherId, options: expect.anything() }, properties: [] },
    ]);
  });

  it('takes a field, then properties, shows their override editors, and gives them up again', async () => {
    const panel = makePanel();
    const { user } = await open(panel);
    await pick(user, 'Add field override', 'Fields with name');
    expect(screen.queryByRole('button', { name: 'Add override property' })).not.toBeInTheDocument();

    await user.click(screen.getByLabelText('Fields with name'));
    await user.click(await screen.findByText('Disputes'));
    await pick(user, 'Add override property', 'Protocol > Intervention rule');
    const property = screen.getByRole('group', { name: 'Override property Intervention rule' });
    await user.type(within(property).getByLabelText(/Intervention rule/), 'CFO');
    expect(fieldConfig(panel).overrides).toEqual([
      {
        matcher: { id: FieldMatcherID.byName, options: 'Disputes' },
        properties: [{ id: 'custom.rule', value: { owner: 'CFO' } }],
      },
    ]);

    await user.click(screen.getByRole('button', { name: 'Remove property' }));
    expect(fieldConfig(panel).overrides[0].properties).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove override' }));
    expect(fieldConfig(panel).overrides).toEqual([]);
  });

  it('starts a property from its default and marks the default option', async () => {
    const panel = makePanel({
      fieldConfig: {
        defaults: {},
        overrides: [{ matcher: { id: FieldMatcherID.byName, options: 'Disputes' }, properties: [] }],
      },
    });
    const { user } = await open(panel);
    await pick(user, 'Add override property', 'Graph styles > Line width');
    expect(fieldConfig(panel).overrides[0].properties).toEqual([{ id: 'custom.lineWidth', value: 1 }]);
    expect(within(option('Graph styles Line width')).getByLabelText(/An override sets this/)).toBeInTheDocument();
  });

  it('edits one of several and leaves the others', async () => {
    const rule = (name: string) => ({
      matcher: { id: FieldMatcherID.byName, options: name },
      properties: [{ id: 'decimals', value: 1 }],
    });
    const panel = makePanel({ fieldConfig: { defaults: {}, overrides: [rule('Pipeline'), rule('Disputes')] } });
    const { user } = await open(panel);
    const second = within(screen.getByTestId('data-testid Options group panel-options-override-1'));
    const decimals = second.getByRole('spinbutton', { name: /Decimals/ });
    fireEvent.change(decimals, { target: { value: '3' } });
    await user.type(decimals, '{Enter}');
    expect(fieldConfig(panel).overrides.map(({ properties }) => properties[0].value)).toEqual([1, 3]);
  });
});

describe('change visualization', () => {
  const changeTo = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
    await user.click(screen.getByRole('button', { name: 'Change visualization' }));
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent(name));
  };

  it('gives the new plugin the former plugin, its options and its field config, custom options cleared', async () => {
    const handler = jest.fn(() => ({ layout: 'wall' }));
    setUpPlugins(handler);
    const before: FieldConfigSource = { defaults: { unit: 's' }, overrides: [] };
    const panel = makePanel({ pluginId: 'stat', options: { textMode: 'value' }, fieldConfig: before });
    const { user } = await open(panel);

    await changeTo(user, 'Protocol');

    expect(handler).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'protocol', fieldConfig: expect.objectContaining({ overrides: [] }) }),
      'stat',
      expect.objectContaining({ textMode: 'value' }),
      expect.objectContaining({ defaults: expect.objectContaining({ unit: 's' }) })
    );
    expect(panel.state.options).toMatchObject({ layout: 'wall', host: { options: { legend: { show: true } } } });
  });

  it('restores options and custom field options on the way back within the session', async () => {
    const panel = makePanel({
      options: { layout: 'wall' },
      fieldConfig: {
        defaults: { custom: { rule: { owner: 'Ops' } } },
        overrides: [
          { matcher: { id: FieldMatcherID.byName, options: 'A' }, properties: [{ id: 'custom.rule', value: {} }] },
        ],
      },
    });
    const { user } = await open(panel);
    const { defaults, overrides } = JSON.parse(JSON.stringify(panel.state.fieldConfig));

    await changeTo(user, 'Stat');
    expect(JSON.stringify(panel.state.fieldConfig)).not.toContain('rule');
    await changeTo(user, 'Protocol');

    expect(panel.state.options).toMatchObject({ layout: 'wall' });
    expect(panel.state.fieldConfig.defaults.custom).toEqual(defaults.custom);
    expect(panel.state.fieldConfig.overrides).toEqual(overrides);
  });
});

describe('search', () => {
  it('shows only what it finds, opened, and says how much', async () => {
    const { user } = await open(makePanel());
    await user.click(screen.getByRole('button', { name: 'Collapse Standard options category' }));
    await user.type(screen.getByPlaceholderText('Search options'), 'decim');

    expect(screen.getByRole('spinbutton', { name: /Decimals/ })).toBeInTheDocument();
    expect(screen.queryByRole('spinbutton', { name: /^Min/ })).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(/^1 of \d+ options$/);
  });
});

describe('panel JSON', () => {
  it('is the panel as a dashboard has it', async () => {
    const { user } = await open(makePanel());
    await user.click(screen.getByRole('button', { name: 'Expand Panel JSON category' }));
    const json = JSON.parse(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Panel JSON' }).value);
    expect(json).toMatchObject({
      id: 7,
      type: 'protocol',
      title: 'Pipeline coverage',
      pluginVersion: '1.0.0',
      options: { layout: 'beside' },
      fieldConfig: { defaults: { custom: { lineWidth: 1 } }, overrides: [] },
    });
  });
});
