import type { FieldConfigSource, PanelModel } from '@grafana/data';
import { filterFieldConfigOverrides, isStandardFieldProp } from '@grafana/data';

import saved from '../../tests/fixtures/time-series-panel.json';
import { changeHandler } from './changeHandler';
import { OPTIONS_VERSION } from './migrations/migrate';
import type { ProtocolOptions } from './options';

const RULE = { owner: 'Demand Gen', critical: 20 };

/** What Grafana's editor hands to the new panel: everything custom is cleared. */
function cleared(fieldConfig: FieldConfigSource): FieldConfigSource {
  return {
    defaults: { ...fieldConfig.defaults, custom: {} },
    overrides: filterFieldConfigOverrides(fieldConfig.overrides, isStandardFieldProp),
  };
}

function panelModel(fieldConfig: FieldConfigSource): PanelModel<ProtocolOptions> {
  return { id: 1, type: 'protocolops-protocol-panel', options: { layout: 'auto', chart: {} }, fieldConfig };
}

function savedFieldConfig(): FieldConfigSource {
  return JSON.parse(JSON.stringify(saved.fieldConfig));
}

describe('switching a Time series panel to Protocol', () => {
  it('has a saved panel that uses all 28 custom options', () => {
    expect(Object.keys(saved.fieldConfig.defaults.custom)).toHaveLength(28);
  });

  it('restores every key of the field config that Grafana cleared', () => {
    const former = savedFieldConfig();
    const panel = panelModel(cleared(former));
    changeHandler(panel, 'timeseries', saved.options, former);
    expect(panel.fieldConfig).toEqual(former);
  });

  it('restores in place, because Grafana ignores another object', () => {
    const fieldConfig = cleared(savedFieldConfig());
    const panel = panelModel(fieldConfig);
    changeHandler(panel, 'timeseries', saved.options, savedFieldConfig());
    expect(panel.fieldConfig).toBe(fieldConfig);
    expect(fieldConfig.defaults.custom).toEqual(saved.fieldConfig.defaults.custom);
  });

  it('keeps legend, tooltip and time zones as the options of the host chart', () => {
    const options = changeHandler(
      panelModel(cleared(savedFieldConfig())),
      'timeseries',
      saved.options,
      savedFieldConfig()
    );
    expect(options).toMatchObject({ chart: saved.options });
  });

  it.each([
    ['auto', 'list'],
    ['list', 'list'],
    ['rows', 'rows'],
    [undefined, 'list'],
  ])('keeps one chart one chart, unless rows were chosen on an earlier visit: %s becomes %s', (before, after) => {
    const panel = panelModel(cleared(savedFieldConfig()));
    panel.options.layout = before as never;
    for (const former of ['timeseries', 'barchart']) {
      expect(changeHandler(panel, former, saved.options, savedFieldConfig())).toMatchObject({ layout: after });
    }
  });

  it('does not touch what the former panel keeps for its way back', () => {
    const former = savedFieldConfig();
    const panel = panelModel(cleared(former));
    changeHandler(panel, 'timeseries', saved.options, former);
    panel.fieldConfig.overrides[0].properties.push({ id: 'custom.rule', value: RULE });
    expect(former).toEqual(savedFieldConfig());
  });

  it('keeps rules that the editor restored from an earlier visit', () => {
    const former = savedFieldConfig();
    const fieldConfig = cleared(former);
    fieldConfig.defaults.custom = { rule: RULE };
    fieldConfig.overrides[0].properties.push({ id: 'custom.rule', value: RULE });
    fieldConfig.overrides.push({
      matcher: { id: 'byName', options: 'Other' },
      properties: [{ id: 'custom.rule', value: RULE }],
    });
    const panel = panelModel(fieldConfig);
    changeHandler(panel, 'timeseries', saved.options, former);
    expect(panel.fieldConfig.defaults.custom).toEqual({ ...saved.fieldConfig.defaults.custom, rule: RULE });
    expect(panel.fieldConfig.overrides[0].properties).toContainEqual({ id: 'custom.rule', value: RULE });
    expect(panel.fieldConfig.overrides[4]).toEqual({
      matcher: { id: 'byName', options: 'Other' },
      properties: [{ id: 'custom.rule', value: RULE }],
    });
  });
});

describe('switching other panels to Protocol', () => {
  it('takes over a visualization with its options and field config', () => {
    const former = savedFieldConfig();
    const options = changeHandler(panelModel(cleared(former)), 'stat', { textMode: 'name' }, former);
    expect(options).toMatchObject({
      chart: { textMode: 'name' },
      takenOver: { pluginId: 'stat', fieldConfig: former },
    });
  });

  it('shows a Time series where the former panel draws no metrics', () => {
    const options = changeHandler(
      panelModel({ defaults: {}, overrides: [] }),
      'text',
      { content: 'hello' },
      { defaults: {}, overrides: [] }
    );
    expect(options).toEqual({ layout: 'auto', chart: {}, version: OPTIONS_VERSION });
  });

  it('survives a former panel of the Angular kind, which has no field config', () => {
    const panel = panelModel({ defaults: {}, overrides: [] });
    changeHandler(panel, 'timeseries', {}, { angular: {} } as never);
    expect(panel.fieldConfig).toEqual({ defaults: {}, overrides: [] });
  });
});
