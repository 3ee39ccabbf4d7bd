import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';

import type { DataFrame, Field, FieldConfigSource } from '@grafana/data';
import {
  FieldConfigEditorBuilder,
  FieldConfigOptionsRegistry,
  FieldType,
  applyFieldOverrides,
  createTheme,
  fieldMatchers,
  standardEditorsRegistry,
  toDataFrame,
} from '@grafana/data';

import type { FoundPanel, StatedOverride } from '../frames/foundPanel';
import { PROTOCOL_PANEL } from '../frames/foundPanel';
import { readSavedDashboard } from '../frames/savedDashboard';
import { layersOf } from '../frames/statedRules';
import { isRecord } from '../rule/isRecord';
import pluginJson from '../plugin.json';
import { addRuleOption } from './ruleOption';

/** The dashboards that are written for the local host and for a real Grafana. */
const DASHBOARDS = join(__dirname, '../../provisioning/templates');

beforeAll(() => standardEditorsRegistry.setInit(() => []));

/** The panels as they stand in the file, by id. */
function rawPanels(json: unknown): Map<unknown, Record<string, unknown>> {
  const panels: unknown = isRecord(json) ? json.panels : undefined;
  const records = Array.isArray(panels) ? panels.filter(isRecord) : [];
  const inRows = records.flatMap((panel) => (Array.isArray(panel.panels) ? panel.panels.filter(isRecord) : [panel]));
  return new Map(inRows.map((panel) => [panel.id, panel]));
}

/** A number for each field that an override names, and for one that none does. */
function frameFor(overrides: readonly StatedOverride[]): DataFrame {
  const named = overrides.flatMap(({ matcher }) => (matcher.id === 'byName' ? [String(matcher.options)] : []));
  return toDataFrame({
    refId: 'A',
    fields: [
      { name: 'time', type: FieldType.time, values: [1] },
      ...[...new Set([...named, 'Another'])].map((name) => ({ name, type: FieldType.number, values: [1] })),
    ],
  });
}

/** The frame after Grafana has applied a field config, as it does before a panel renders. */
function applied(frame: DataFrame, fieldConfig: FieldConfigSource): DataFrame {
  const builder = new FieldConfigEditorBuilder<unknown>();
  addRuleOption(builder);
  const items = builder.getRegistry().list();
  const [result] = applyFieldOverrides({
    data: [frame],
    fieldConfig,
    fieldConfigRegistry: new FieldConfigOptionsRegistry(() =>
      items.map((item) => ({ ...item, id: `custom.${item.id}`, isCustom: true }))
    ),
    replaceVariables: (text) => text,
    theme: createTheme(),
  });
  return result;
}

/** The rules that the found panel states for a field, the more general first. */
function foundRules({ defaults, overrides }: FoundPanel, field: Field, frame: DataFrame): unknown[] {
  const matching = overrides.filter(({ matcher }) => fieldMatchers.get(matcher.id).get(matcher.options)(field, frame, [frame])); // prettier-ignore
  return [defaults, ...matching.map(({ states }) => states)]
    .map(({ rule }) => rule)
    .filter((rule) => rule !== undefined);
}

it('finds the panels by the id of the plugin', () => {
  expect(PROTOCOL_PANEL).toBe(pluginJson.id);
});

describe.each(readdirSync(DASHBOARDS).filter((name) => name.endsWith('.json')))('in %s', (name) => {
  const json: unknown = JSON.parse(readFileSync(join(DASHBOARDS, name), 'utf8'));
  const { panels, problems } = readSavedDashboard(json);
  const raw = rawPanels(json);

  it('every panel is found, and all of it is read', () => {
    expect(problems).toEqual([]);
    expect(panels.map(({ id }) => id).sort()).toEqual([...raw.keys()].sort());
  });

  it.each(panels.filter(({ type }) => type === PROTOCOL_PANEL))(
    "the rules of panel $id are those that Grafana's field config gives its fields",
    (panel) => {
      const frame = frameFor(panel.overrides);
      const fieldConfig = raw.get(panel.id)?.fieldConfig as FieldConfigSource;
      const after = applied(frame, fieldConfig);
      const rules = after.fields.map(({ config }) => layersOf(config));
      const numbers = after.fields.flatMap(({ type }, index) => (type === FieldType.number ? [index] : []));
      expect(numbers.length).toBeGreaterThan(0);
      for (const index of numbers) {
        expect(foundRules(panel, after.fields[index], frame)).toEqual(rules[index]);
      }
    }
  );
});
