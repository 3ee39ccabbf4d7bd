import { DAY } from '../../time/units';
import { NOW } from '../../testing/metricProtocol';
import { readSavedHistory } from './readSavedHistory';

const SINCE = NOW - DAY;
const created = (days: number) => new Date(NOW - days * DAY).toISOString();
const saved = (critical: number) => ({
  schemaVersion: 41,
  panels: [
    {
      ...{ id: 1, type: 'protocolops-protocol-panel', title: 'Leads' },
      fieldConfig: {
        defaults: {},
        overrides: [
          { matcher: { id: 'byName', options: 'A' }, properties: [{ id: 'custom.rule', value: { critical } }] },
        ],
      },
    },
  ],
});
const VERSIONS = [
  { version: 3, created: created(0.2), createdBy: 'ana', message: ' new level ' },
  { version: 2, created: created(0.5), createdBy: 'ben', message: '' },
  { version: 1, created: created(9), createdBy: 'ben', message: '' },
];

function asking(versions: unknown) {
  return jest.fn((path: string): Promise<unknown> => {
    if (path.includes('/versions?')) {
      return Promise.resolve(versions);
    }
    return Promise.resolve(path.endsWith('/versions/1') ? { data: saved(1) } : { dashboard: saved(2), meta: {} });
  });
}

it.each([
  ['12.4', { continueToken: '', versions: VERSIONS }],
  ['before', VERSIONS],
])('is read as Grafana %s answers', async (_, answer) => {
  expect(await readSavedHistory(asking(answer), 'sales ops', SINCE)).toEqual({
    saves: [
      { at: NOW - 0.2 * DAY, by: 'ana', message: 'new level' },
      { at: NOW - 0.5 * DAY, by: 'ben' },
    ],
    rules: [{ panel: 'Leads', metric: 'A', became: 'another' }],
  });
});

it('asks for no more than it takes', async () => {
  const ask = asking(VERSIONS.slice(2));
  expect(await readSavedHistory(ask, 'a/b', SINCE)).toEqual({ saves: [], rules: [] });
  expect(ask.mock.calls).toEqual([['/api/dashboards/uid/a%2Fb/versions?limit=100']]);
});

it('claims nothing of rules where what was before is not to be had', async () => {
  const { saves, rules } = await readSavedHistory(asking(VERSIONS.slice(0, 2)), 'x', SINCE);
  expect([saves.length, rules]).toEqual([2, undefined]);
  expect(
    await readSavedHistory(asking({ versions: [null, {}, { version: 1, created: 'x' }] }), 'x', SINCE)
  ).toMatchObject({ saves: [] });
  await expect(readSavedHistory(() => Promise.reject(new Error('403')), 'x', SINCE)).rejects.toThrow('403');
});
