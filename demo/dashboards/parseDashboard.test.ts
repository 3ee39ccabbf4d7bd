import { DashboardCursorSync } from '@grafana/schema';
import { parseDashboard } from './parseDashboard';

describe('parseDashboard', () => {
  it.each([undefined, null, 'x', []])('makes an empty dashboard of %p', (saved) => {
    expect(parseDashboard(saved)).toMatchObject({
      title: 'Untitled',
      panels: [],
      variables: [],
      time: { from: 'now-6h', to: 'now' },
      refresh: '',
      cursorSync: DashboardCursorSync.Off,
    });
  });

  it('reads a panel and fills in what is missing', () => {
    const panel = { id: 3, type: 'stat', gridPos: { x: 1, y: 2, w: 3, h: 4 }, targets: [{ refId: 'A' }] };
    expect(parseDashboard({ panels: [panel] }).panels[0]).toMatchObject({
      id: 3,
      type: 'stat',
      title: '',
      gridPos: { x: 1, y: 2, w: 3, h: 4 },
      fieldConfig: { defaults: {}, overrides: [] },
      options: {},
      transformations: [],
      repeatDirection: 'h',
      maxPerRow: 4,
    });
  });

  it('reads a data source by reference and by its bare uid', () => {
    const panels = [{ datasource: { type: 'prometheus', uid: 'p' } }, { datasource: 'p' }, { datasource: null }];
    expect(parseDashboard({ panels }).panels.map(({ datasource }) => datasource)).toEqual([
      { type: 'prometheus', uid: 'p' },
      { uid: 'p' },
      undefined,
    ]);
  });

  it('adds the built-in annotations where the file has none', () => {
    const own = { name: 'Deploys', datasource: { uid: 'p' } };
    expect(parseDashboard({ annotations: { list: [own] } }).annotations).toMatchObject([
      { name: 'Annotations & Alerts', hide: true, query: { builtIn: 1 } },
      { name: 'Deploys', enable: true },
    ]);
    const builtIn = { builtIn: 1, name: 'Mine', enable: false };
    expect(parseDashboard({ annotations: { list: [builtIn] } }).annotations).toMatchObject([
      { name: 'Mine', enable: false },
    ]);
  });

  it('reads a variable', () => {
    const saved = { type: 'custom', name: 'team', query: 'a,b', current: { value: ['a'] }, multi: true, hide: 2 };
    expect(parseDashboard({ templating: { list: [saved] } }).variables[0]).toMatchObject({
      name: 'team',
      query: 'a,b',
      current: { value: ['a'] },
      multi: true,
      includeAll: false,
      hide: 2,
    });
  });

  it('reads cursor sync and the refresh', () => {
    expect(parseDashboard({ graphTooltip: 2, refresh: '10s' })).toMatchObject({
      cursorSync: DashboardCursorSync.Tooltip,
      refresh: '10s',
    });
  });
});
