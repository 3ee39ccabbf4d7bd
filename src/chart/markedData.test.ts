import type { FieldConfig } from '@grafana/data';
import { FieldType, ThresholdsMode, colorManipulator, createTheme, toDataFrame } from '@grafana/data';

import type { MetricProtocol } from '../protocol/protocol';
import { LEVELS, metricProtocol, rule } from '../testing/metricProtocol';
import { plain } from '../testing/plain';
import { hostCan } from './hosts';
import { markFrames, withThresholds } from './markedData';
import { HOUR } from '../time/units';

const SPAN = { from: 0, to: 100 * HOUR, now: 90 * HOUR };

const NATIVE = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

const seriesOf = (...configs: FieldConfig[]) =>
  configs.map((config, index) =>
    toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [0, HOUR] },
        { name: `m${index}`, type: FieldType.number, values: [1, 2], config },
      ],
    })
  );

/** A level that was crossed, and that nobody agreed to act on. */
function unagreed(overrides: Partial<MetricProtocol> = {}): MetricProtocol {
  const crossed = { severity: 'critical', onset: HOUR, firingSince: HOUR, worst: { value: 12, time: HOUR } } as const;
  const view = { ...metricProtocol().view, breaches: [crossed, { ...crossed, severity: 'warning' as const }] };
  return metricProtocol({ id: 'unagreed', kind: 'levelOnly', rule: rule({ text: {} }), view, ...overrides });
}

describe.each([
  ['dark', createTheme({ colors: { mode: 'dark' } })],
  ['light', createTheme({ colors: { mode: 'light' } })],
])('a level without an agreement, in %s', (_, theme) => {
  const grey = theme.colors.text.secondary;
  const context = {
    theme,
    t: plain,
    formatTime: String,
    day: String,
    widthPx: 1000,
    axes: () => undefined,
    can: hostCan('timeseries'),
  };
  const leveled = (series: ReturnType<typeof seriesOf>, metrics: MetricProtocol[], alone = false) =>
    withThresholds(series, series, metrics, { theme, axes: () => undefined, alone, levels: 'lines' }).map(
      ({ fields: [, field] }) => field.config
    );
  const colorsOf = ({ thresholds }: FieldConfig) => new Set(thresholds?.steps.map(({ color }) => color));

  it.each<[string, FieldConfig]>([
    ['Grafana’s default thresholds', { thresholds: NATIVE }],
    ['no thresholds', {}],
    ['a style', { thresholds: NATIVE, custom: { thresholdsStyle: { mode: 'area' } } }],
  ])('has grey lines in a field with %s', (_name, config) => {
    const [shown] = leveled(seriesOf(config), [unagreed()]);
    expect(colorsOf(shown)).toEqual(new Set([grey, 'transparent']));
  });

  it('has grey lines where it is read from thresholds that are not drawn', () => {
    const metric = unagreed({ rule: rule({ text: {}, levelsSource: 'thresholds' }) });
    const [shown] = leveled(seriesOf({ thresholds: NATIVE }), [metric]);
    expect(colorsOf(shown)).toEqual(new Set([grey, 'transparent']));
    expect(shown.custom.thresholdsStyle.mode).toBe('dashed');
  });

  it('leaves thresholds as they are where the user has them drawn, or the line coloured by them', () => {
    const metric = unagreed({ rule: rule({ text: {}, levelsSource: 'thresholds' }) });
    const drawn = { thresholds: NATIVE, custom: { thresholdsStyle: { mode: 'line' } } };
    const colored = { thresholds: NATIVE, color: { mode: 'thresholds' } };
    for (const config of [drawn, colored]) {
      expect(leveled(seriesOf(config), [metric])).toMatchObject([config]);
    }
  });

  it('leaves a line that an agreed level shares to that one', () => {
    const agreed = metricProtocol({ id: 'agreed', frameIndex: 1, rule: rule({ levels: LEVELS }) });
    const [grayed, loud] = leveled(seriesOf({}, {}), [unagreed(), agreed]);
    expect(grayed.custom.thresholdsStyle.mode).toBe('off');
    expect(loud.custom.thresholdsStyle.mode).toBe('dashed');
    expect(colorsOf(loud)).not.toContain(grey);
  });

  it('is marked in grey where it was crossed', () => {
    const series = seriesOf({ thresholds: NATIVE });
    const frames = markFrames(series, series, [unagreed()], SPAN, context);
    const colors = frames.flatMap(({ fields }) => fields.find(({ name }) => name === 'color')?.values ?? []);
    expect(colors.length).toBeGreaterThan(0);
    const opaque = colors.map((color) => colorManipulator.alpha(color, 1));
    expect(new Set(opaque)).toEqual(new Set([colorManipulator.alpha(grey, 1)]));
  });
});

it('a line of any colour steps back', () => {
  const [frame] = seriesOf({ color: { mode: 'palette-classic' } });
  const steppedBack = (color: string) => {
    const metric = metricProtocol({ color });
    const dressing = { theme: createTheme(), axes: () => undefined, alone: false, levels: 'lines' } as const;
    const [{ fields }] = withThresholds([frame], [frame], [metric], { ...dressing, forward: new Set(['another']) });
    return fields[1].config;
  };
  expect(steppedBack('#aabbcc').color?.fixedColor).toBe('#aabbcc66');
  expect(steppedBack('rebeccapurple')).toMatchObject({
    color: { fixedColor: 'rebeccapurple' },
    custom: { lineWidth: 1 },
  });
});

describe('the other period of a metric', () => {
  const theme = createTheme();
  const palette = { color: { mode: 'palette-classic' } };
  const [present, compared] = seriesOf(palette, palette);
  const series = [
    { ...present, refId: 'A' },
    { ...compared, refId: 'A-compare', meta: { timeCompare: { isTimeShiftQuery: true, diffMs: -HOUR } } },
  ];
  const dressed = (metrics: MetricProtocol[], alone: boolean, forward?: Set<string>) =>
    withThresholds(series, series, metrics, { theme, axes: () => undefined, alone, levels: 'lines', forward }).map(
      ({ fields: [, field] }) => field.config
    );

  it('has its colour where the metric is drawn alone, and no line of its levels', () => {
    const [own, other] = dressed([metricProtocol({ color: 'purple' })], true);
    expect([own.color, other.color]).toEqual(Array(2).fill({ mode: 'fixed', fixedColor: 'purple' }));
    expect(own.custom.thresholdsStyle.mode).toBe('dashed');
    expect(other.custom?.thresholdsStyle).toBeUndefined();
  });

  it('comes forward and steps back with it', () => {
    const widths = (forward: string) =>
      dressed([metricProtocol({ id: 'a', color: '#aabbcc' })], false, new Set([forward])).map(
        ({ custom }) => custom.lineWidth
      );
    expect(widths('a')).toEqual([2, 2]);
    expect(widths('b')).toEqual([1, 1]);
  });
});
