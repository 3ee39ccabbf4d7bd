import { FieldConfigSource, FieldMatcherID, PanelPluginMeta, PluginState } from '@grafana/data';
import { listVisualizations, PanelSetup, planChange } from './visualizationChange';

const matcher = { id: FieldMatcherID.byName, options: 'A' };
const FIELD_CONFIG: FieldConfigSource = {
  defaults: { unit: 's', custom: { lineWidth: 3 } },
  overrides: [
    {
      matcher,
      properties: [
        { id: 'unit', value: 'ms' },
        { id: 'custom.lineWidth', value: 5 },
      ],
    },
  ],
};
const NATIVE: PanelSetup = { options: { legend: {} }, fieldConfig: FIELD_CONFIG };

describe('planChange', () => {
  it('clears the custom options and keeps the standard ones', () => {
    const { options, fieldConfig } = planChange('timeseries', NATIVE, 'protocol', new Map());
    expect(options).toBeUndefined();
    expect(fieldConfig).toEqual({
      defaults: { unit: 's', custom: {} },
      overrides: [{ matcher, properties: [{ id: 'unit', value: 'ms' }] }],
    });
  });

  it('brings back what the visualization had before in this session, with standard options as they are now', () => {
    const there = planChange('timeseries', NATIVE, 'stat', new Map());
    const atStat: PanelSetup = {
      options: { textMode: 'value' },
      fieldConfig: { defaults: { unit: 'h', custom: {} }, overrides: there.fieldConfig.overrides },
    };
    const back = planChange('stat', atStat, 'timeseries', there.former);
    expect(back.options).toBe(NATIVE.options);
    expect(back.fieldConfig.defaults).toEqual({ unit: 'h', custom: { lineWidth: 3 } });
    expect(back.fieldConfig.overrides).toEqual(FIELD_CONFIG.overrides);
  });

  it('leaves what it was given alone', () => {
    const before = JSON.parse(JSON.stringify(FIELD_CONFIG));
    const former = new Map();
    planChange('timeseries', NATIVE, 'stat', former);
    expect(FIELD_CONFIG).toEqual(before);
    expect(former.size).toBe(0);
  });
});

describe('listVisualizations', () => {
  const meta = (id: string, part: Partial<PanelPluginMeta> = {}) => ({ id, name: id, ...part }) as PanelPluginMeta;
  const panels = {
    stat: meta('stat', { sort: 2 }),
    timeseries: meta('timeseries', { sort: 1 }),
    table: meta('table'),
    hidden: meta('hidden', { hideFromList: true }),
    old: meta('old', { state: PluginState.deprecated }),
  };
  const ids = (current: string, query = '') => listVisualizations(panels, current, query).map(({ id }) => id);

  it('lists in order what is neither hidden nor deprecated', () => {
    expect(ids('stat')).toEqual(['timeseries', 'stat', 'table']);
  });

  it('lists the current one in any case', () => {
    expect(ids('hidden')).toContain('hidden');
  });

  it('finds by name in any case', () => {
    expect(ids('stat', ' TA')).toEqual(['stat', 'table']);
  });
});
