import type { DataFrame, Field, FieldConfigSource, PanelData, PanelProps } from '@grafana/data';
import {
  FieldConfigEditorBuilder,
  FieldConfigOptionsRegistry,
  LoadingState,
  PanelPlugin,
  applyFieldOverrides,
  createTheme,
  dateTime,
  standardEditorsRegistry,
} from '@grafana/data';
import { setPluginImportUtils } from '@grafana/runtime';
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';

import type { Span } from '../src/evaluation/evaluation';
import { ProtocolPanel } from '../src/panel/ProtocolPanel';
import type { ProtocolOptions } from '../src/panel/options';
import { addRuleOption } from '../src/panel/ruleOption';

import { rawRule } from './arbitrary';
import { anyFrames, plausibleSpan } from './arbitraryFrames';
import { hold } from './fuzzing';

const RUNS = 20;
const SEED = 7;

/** A host chart that draws nothing: what it is handed is made all the same. */
const host = new PanelPlugin(() => <figure aria-label="chart" />);

interface Input {
  series: DataFrame[];
  defaultRule: unknown;
  overrides: unknown[];
  view: Span;
  layout: ProtocolOptions['layout'];
  width: number;
}

const anyInput: fc.Arbitrary<Input> = fc.record({
  series: anyFrames,
  defaultRule: rawRule,
  overrides: fc.array(rawRule, { maxLength: 3 }),
  view: plausibleSpan,
  layout: fc.constantFrom('auto', 'rows', 'list'),
  width: fc.constantFrom(0, 150, 500, 1200),
});

beforeAll(() => {
  standardEditorsRegistry.setInit(() => []);
  setPluginImportUtils({ importPanelPlugin: async () => host, getPanelPluginFromCache: () => host });
  global.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
});

it('shows a face or cards for arbitrary frames and rules, and never throws', () => {
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const details = fc.check(
    fc.property(anyInput, (input) => {
      const props = panelProps(input);
      // What Grafana itself can't handle never arrives at a panel.
      fc.pre(props !== undefined);
      complaints.mockClear();
      render(<ProtocolPanel {...props} />);
      const cards = screen.queryAllByRole('article').length + screen.queryAllByRole('listitem').length;
      const face = document.body.textContent ?? '';
      cleanup();
      const [complaint] = complaints.mock.calls;
      hold(complaint === undefined, `nothing to complain about: ${complaint?.join(' ')}`);
      hold(cards > 0 || face.trim() !== '', 'a card or a word is shown');
    }),
    { numRuns: RUNS, seed: SEED }
  );
  expect(details.failed ? `${details.errorInstance}\n${fc.defaultReportMessage(details)}` : '').toBe('');
});

function panelProps({
  defaultRule,
  overrides,
  view,
  series,
  layout,
  width,
}: Input): PanelProps<ProtocolOptions> | undefined {
  const fieldConfig: FieldConfigSource = {
    defaults: { custom: { rule: defaultRule } },
    overrides: overrides.map((value) => ({
      matcher: { id: 'byRegexp', options: '/.*/' },
      properties: [{ id: 'custom.rule', value }],
    })),
  };
  const range = { from: dateTime(view.from), to: dateTime(view.to) };
  const timeRange = { ...range, raw: view.now === undefined ? range : { from: 'now-1h', to: 'now' } };
  const applied = asGrafanaGives(series, fieldConfig);
  const data = { state: LoadingState.Done, series: applied, timeRange } as PanelData;
  const options: ProtocolOptions = { layout, chart: {} };
  return (
    applied &&
    ({
      ...{ id: 1, data, timeRange, timeZone: 'utc', options, transparent: false, width, height: 600, fieldConfig },
      ...{ renderCounter: 0, title: '', replaceVariables: (text: string) => text },
      ...{ onOptionsChange: jest.fn(), onFieldConfigChange: jest.fn(), onChangeTimeRange: jest.fn(), eventBus: {} },
    } as unknown as PanelProps<ProtocolOptions>)
  );
}

function hasList({ values }: Field): boolean {
  return Array.isArray(values) || ArrayBuffer.isView(values);
}

/** The frames after Grafana has applied the field config; undefined where it throws itself, or where no panel works. */
function asGrafanaGives(series: DataFrame[], fieldConfig: FieldConfigSource): DataFrame[] | undefined {
  const builder = new FieldConfigEditorBuilder<unknown>();
  addRuleOption(builder);
  const items = builder.getRegistry().list();
  const fieldConfigRegistry = new FieldConfigOptionsRegistry(() =>
    items.map((item) => ({ ...item, id: `custom.${item.id}`, isCustom: true }))
  );
  const [replaceVariables, theme] = [(text: string) => text, createTheme()];
  try {
    // Grafana itself would count to any length, and no panel can do without a list.
    return series.every(({ fields }) => fields.every(hasList))
      ? applyFieldOverrides({ data: series, fieldConfig, fieldConfigRegistry, replaceVariables, theme })
      : undefined;
  } catch {
    return undefined;
  }
}
