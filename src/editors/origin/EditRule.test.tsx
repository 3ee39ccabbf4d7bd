import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import type { MetricProtocol, RuleRow } from '../../protocol/protocol';
import type { RuleSources } from '../../rule/sources';
import { mergeRule } from '../../rule/sources';
import { editedPanelOf, overrideOf } from '../../testing/editedPanel';
import '../../testing/jsdomLayout';
import { metricProtocol, protocol } from '../../testing/metricProtocol';
import { formRequest } from '../form/formRequest';
import { writtenRule } from '../writtenRule';
import RuleWay from './RuleWay';

const SHEET: RuleRow = { kind: 'sheet', metric: 'Lead*', query: 'S', rows: [5, 2] };
const FILE: RuleRow = { kind: 'file', metric: 'Lead*' };
const LINK = 'https://sheets.example.com';

interface Given {
  sources?: RuleSources;
  row?: RuleRow;
  sheet?: { query: string; link?: string };
  kind?: MetricProtocol['kind'];
  others?: readonly MetricProtocol[];
}

/** Presses the card of Leads, in a panel whose field config states what the sources do. */
function press({ sources = {}, row, sheet, kind = 'ruled', others = [] }: Given) {
  const overrides = sources.override === undefined ? [] : [overrideOf('Leads', sources.override)];
  const changed = jest.fn();
  const panel = {
    id: 7,
    ...editedPanelOf({ Leads: [1], Visits: [2] }, { default: sources.default, overrides }, changed),
  } as unknown as PanelProps;
  const metric = metricProtocol({
    name: 'Leads',
    frameIndex: 0,
    fieldIndex: 1,
    kind,
    rule: mergeRule(sources),
    ...(row && { row }),
  });
  const onClose = jest.fn();
  const props = { panel, protocol: protocol([metric, ...others]), stated: () => [], sheet, onClose };
  const { rerender } = render(<RuleWay {...props} asked={metric} />);
  const arrive = () => rerender(<RuleWay {...props} written={writtenRule.get()} />);
  return { onClose, changed, arrive, user: userEvent.setup() };
}

const url = () => locationService.getSearchObject();

beforeEach(() => {
  Element.prototype.scrollIntoView = jest.fn();
  locationService.push('/d/funnel?viewPanel=7');
  formRequest.put(undefined);
  writtenRule.put(undefined);
});

it.each<[string, Given, { place: unknown; group: string }]>([
  [
    'its override',
    { sources: { override: { owner: 'Growth' }, default: { critical: 5 } } },
    { place: 0, group: 'panel-options-override-0' },
  ],
  ['the default', { sources: { default: { critical: 5 } } }, { place: 'default', group: 'Protocol' }],
  [
    'its row of the rule file',
    { sources: { sheet: { critical: 5 }, default: { owner: 'x' } }, row: FILE },
    { place: 'file:Lead*', group: 'Protocol' },
  ],
  [
    'its override above a row of the rule file',
    { sources: { override: { owner: 'x' }, sheet: { critical: 5 } }, row: FILE },
    { place: 0, group: 'panel-options-override-0' },
  ],
  ['the default where nothing is written', { kind: 'unruled' }, { place: 'default', group: 'Protocol' }],
])('leads straight to %s', (_, given, { place, group }) => {
  const { onClose } = press(given);
  expect(url()).toEqual({ editPanel: '7', showCategory: group });
  expect(formRequest.get()).toEqual({ place, metric: 'Leads' });
  expect(writtenRule.get()).toMatchObject({ panelId: 7, metric: 'Leads' });
  expect(onClose).toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it.each([
  ['a new row of the file', 'unruled', 'file:Leads'],
  ['a new row of the file for a level without an agreement', 'levelOnly', 'file:Leads'],
  ['the default that is written', 'ruled', 'default'],
] as const)('leads to %s, in a panel whose rules are in one', (_, kind, place) => {
  press({ kind, others: [metricProtocol({ name: 'Visits', row: { kind: 'file', metric: 'Visits' } })] });
  expect(formRequest.get()).toEqual({ place, metric: 'Leads' });
});

it('stays in an editor that is open', () => {
  locationService.push('/d/funnel?editPanel=panel-7');
  press({ sources: { default: { critical: 5 } } });
  expect(url()).toEqual({ editPanel: 'panel-7', showCategory: 'Protocol' });
});

it('says of a row of the sheet which it is, what stands elsewhere, and leads to each', async () => {
  const sources = { sheet: { operator: '<', critical: 5, owner: 'Ops' }, default: { escalateTo: 'COO' } };
  const { user, onClose } = press({ sources, row: SHEET, sheet: { query: 'S', link: LINK } });
  const [row, byDefault] = screen.getAllByRole('listitem');
  expect(row).toHaveTextContent('Rule sheet, rows 2, 5 (“Lead*”, query S) ↗: Act when, Critical, Who acts');
  expect(byDefault).toHaveTextContent('The rule for all metrics: Tell if nobody acts');
  for (const link of screen.getAllByRole('link')) {
    expect(link).toHaveAttribute('href', LINK);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  }
  expect(url()).toEqual({ viewPanel: '7' });
  await user.click(screen.getByRole('button', { name: 'The rule for all metrics' }));
  expect(formRequest.get()).toEqual({ place: 'default', metric: 'Leads' });
  expect(onClose).toHaveBeenCalled();
});

it('says where to change it where nobody gave a link, and how to give one', () => {
  press({ sources: { sheet: { critical: 5 } }, row: SHEET, sheet: { query: 'S' } });
  expect(screen.getByRole('dialog')).toHaveTextContent(/Change it where query S gets it from\..*Link to the sheet/);
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

it('gives a metric of the sheet a rule in the panel, in the editor and not on the dashboard', async () => {
  const { user, changed, arrive } = press({ sources: { sheet: { critical: 5 } }, row: SHEET, sheet: { query: 'S' } });
  await user.click(screen.getByRole('button', { name: /^A rule in this panel, for Leads alone/ }));
  expect(changed).not.toHaveBeenCalled();
  expect(url()).toEqual({ editPanel: '7' });

  act(arrive);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(changed).toHaveBeenCalledWith(expect.objectContaining({ overrides: [overrideOf('Leads', {})] }));
  expect(formRequest.get()).toEqual({ place: 0, metric: 'Leads' });
  expect(url()).toEqual({ editPanel: '7', showCategory: 'panel-options-override-0' });
  act(arrive);
  expect(changed).toHaveBeenCalledTimes(1);
});

it('offers no second rule in the panel where there is one', () => {
  const sources = { override: { owner: 'Growth' }, sheet: { critical: 5 } };
  press({ sources, row: SHEET, sheet: { query: 'S', link: LINK } });
  expect(screen.getByRole('button', { name: 'Override 1' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /^A rule in this panel/ })).not.toBeInTheDocument();
});

it('says that no row is for a metric without a rule, in a panel whose rules are in a sheet', () => {
  press({ kind: 'unruled', sheet: { query: 'S', link: LINK } });
  expect(screen.getByRole('dialog')).toHaveTextContent('No row of the rule sheet (query S) is for Leads.');
  expect(screen.getByRole('link', { name: 'Open the sheet' })).toHaveAttribute('href', LINK);
});

it('leads to the default that is written, also beside a sheet without a row for the metric', () => {
  press({ sources: { default: { owner: 'x' } }, sheet: { query: 'S', link: LINK } });
  expect(formRequest.get()).toEqual({ place: 'default', metric: 'Leads' });
});
