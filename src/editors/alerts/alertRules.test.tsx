import type { PanelData } from '@grafana/data';
import { FieldType, toDataFrame } from '@grafana/data';
import * as runtime from '@grafana/runtime';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { of, throwError } from 'rxjs';
import { parse } from 'yaml';

import '../../testing/jsdomLayout';
import type { GrafanaFile } from '../../alerting/export/grafana/grafanaFile';
import { metricProtocol } from '../../testing/metricProtocol';
import { panelData, panelRequest } from '../../testing/panelRequest';
import AlertDialog from './AlertDialog';

const saveAs = jest.fn<undefined, [Blob, string]>();
jest.mock('file-saver', () => ({ saveAs: (...given: [Blob, string]) => saveAs(...given) }));

const RULE = { operator: '<', critical: 20, for: '2d', owner: '${__field.labels.team}', notify: 'Sales pager' };

/** A panel in a scene, as Grafana has one. */
function shown(rule: object, { alerting = true, title = 'Sales', requestTitle = '' } = {}): PanelData {
  const asks = { state: { queries: [{ refId: 'A', expr: 'leads{region="$region"}', legendFormat: '{{team}}' }] } };
  const fieldConfig = { defaults: { custom: { rule } }, overrides: [] };
  const state = { key: 'panel-7', title: 'Leads', pluginId: 'protocolops-protocol-panel', fieldConfig, options: {} };
  const panel = { state: { ...state, $data: asks } };
  const dashboard = { state: { title, body: panel } };
  Object.assign(asks, { parent: panel });
  Object.assign(panel, { parent: dashboard });
  const settings = { uid: 'prom', type: 'prometheus', meta: { alerting } };
  jest.spyOn(runtime, 'getDataSourceSrv').mockReturnValue({
    getInstanceSettings: () => settings,
  } as unknown as runtime.DataSourceSrv);
  const labels = { team: 'emea' };
  const frame = toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: [1, 2] },
      { name: 'Value', type: FieldType.number, values: [1, 2], labels, config: { displayName: 'emea' } },
    ],
  });
  const scopedVars = { __sceneObject: { text: '', value: { valueOf: () => asks } } };
  const request = panelRequest({ dashboardUID: 'sales', dashboardTitle: requestTitle, scopedVars });
  return panelData({ series: [frame], request });
}

async function open(data: PanelData) {
  jest.spyOn(runtime, 'getTemplateSrv').mockReturnValue({
    getVariables: () => [{ name: 'region' }],
    replace: () => '"eu"',
  } as unknown as runtime.TemplateSrv);
  const metric = metricProtocol({ name: 'emea', refId: 'A', formatLevel: (value) => `${value} %` });
  const onClose = jest.fn();
  // With what Grafana answers about folders and contact points.
  await act(async () => {
    render(<AlertDialog panel={{ data }} metric={metric} stated={() => []} onClose={onClose} />);
    await Promise.resolve();
  });
  return { user: userEvent.setup(), onClose, dialog: screen.getByRole('dialog') };
}

function answer(answers: Readonly<Record<string, unknown>>) {
  jest.spyOn(runtime, 'getBackendSrv').mockReturnValue({
    fetch: ({ url }: { url: string }) =>
      url in answers ? of({ data: answers[url] }) : throwError(() => new Error('403')),
  } as unknown as runtime.BackendSrv);
}

function textOf(blob: Blob | undefined): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob ?? new Blob());
  });
}

beforeEach(() => answer({}));
afterEach(() => jest.restoreAllMocks());

async function formOf(dialog: HTMLElement): Promise<Record<string, unknown>> {
  const link = await within(dialog).findByRole('link', { name: 'Open the form' });
  const query = new URL(link.getAttribute('href') ?? '', 'https://grafana').searchParams;
  return JSON.parse(query.get('defaults') ?? '') as Record<string, unknown>;
}

describe('the alert rules of a card', () => {
  it('fill in Grafana’s form, with the variables and the data source of the screen', async () => {
    const { dialog } = await open(shown(RULE));
    expect(dialog).toHaveTextContent('Critical: below 20 % for 2 days');
    expect(await formOf(dialog)).toMatchObject({
      name: 'Leads (critical)',
      queries: [{ datasourceUid: 'prom', model: { expr: '(leads{region="eu"})' } }, {}, {}],
      labels: expect.arrayContaining([{ key: 'owner', value: '{{ $labels.team }}' }]),
    });
  });

  it('are kept in the dashboard’s folder, and notify a contact point that is there', async () => {
    answer({
      '/api/dashboards/uid/sales': { meta: { folderUid: 'f1', folderTitle: 'Plans' } },
      '/api/v1/provisioning/contact-points': [{ name: 'Sales pager' }, null, { name: 7 }],
    });
    const { dialog } = await open(shown(RULE));
    await within(dialog).findByText(/Critical/);
    expect(await formOf(dialog)).toMatchObject({
      folder: { uid: 'f1', title: 'Plans' },
      contactPoints: { grafana: { selectedContactPoint: 'Sales pager' } },
    });
  });

  it('come as a file for either engine', async () => {
    const { dialog, user } = await open(shown(RULE));
    await user.click(within(dialog).getByRole('button', { name: 'Download (YAML)' }));
    expect(saveAs.mock.lastCall?.[1]).toBe('protocol-alert-rules.yaml');
    await user.click(within(dialog).getByRole('radio', { name: 'Prometheus, Mimir' }));
    await user.click(within(dialog).getByRole('button', { name: 'Download (YAML)' }));
    expect(saveAs.mock.lastCall?.[1]).toBe('protocol-rules.prometheus.yaml');
    expect(within(dialog).getByRole('status')).toHaveTextContent('1 alert rule');
  });

  it.each([
    ['in its scene', {}],
    ['on the request alone', { title: '', requestTitle: 'Sales' }],
  ])('are in a folder of the dashboard’s title where it is in none, %s', async (_, titles) => {
    answer({ '/api/dashboards/uid/sales': { meta: { folderUid: '', folderTitle: 'General' } } });
    const { dialog, user } = await open(shown(RULE, titles));
    await user.click(within(dialog).getByRole('button', { name: 'Download (YAML)' }));
    const [group] = (parse(await textOf(saveAs.mock.lastCall?.[0])) as GrafanaFile).groups;
    expect([group.folder, group.name]).toEqual(['Sales', 'Sales (sales), every 1m']);
    expect(group.rules).toEqual([
      expect.objectContaining({ annotations: expect.objectContaining({ panel: 'Sales: Leads' }) }),
    ]);
  });

  it('are none as long as the dashboard has no title', async () => {
    const { dialog } = await open(shown(RULE, { title: ' ' }));
    expect(dialog).toHaveTextContent('The dashboard has no title yet. Give it one and save it first.');
    expect(within(dialog).getByRole('status')).toHaveTextContent('0 alert rules');
  });

  it('say once why there is none, and what to do instead', async () => {
    const { dialog } = await open(shown({ ...RULE, due: 'weekdays 07:00 Europe/Berlin' }));
    expect(within(dialog).queryByRole('link', { name: 'Open the form' })).not.toBeInTheDocument();
    expect(within(dialog).getAllByText(/Say how old a value may be instead/)).toHaveLength(1);
    expect(within(dialog).getByRole('status')).toHaveTextContent('0 alert rules');
  });

  it('are none where the data source has no alerting', async () => {
    expect((await open(shown(RULE, { alerting: false }))).dialog).toHaveTextContent(
      'No alert rule can ask this data source.'
    );
  });

  it('point to the command line where the page does not tell which panel it is', async () => {
    expect((await open(panelData())).dialog).toHaveTextContent('The command line exports the saved dashboard.');
  });
});
