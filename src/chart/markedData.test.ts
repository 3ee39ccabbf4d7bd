import type { DataFrame, FieldConfig } from '@grafana/data';
import { FieldType, ThresholdsMode, colorManipulator, createTheme, toDataFrame } from '@grafana/data';

import type { MetricProtocol } from '../protocol/protocol';
import type { Level, Severity } from '../rule/level';
import { LEVELS, metricProtocol, rule } from '../testing/metricProtocol';
import { plain } from '../testing/plain';
import { hostCan } from './hosts';
import type { Axes } from './levelScale';
import { lookOf, markFrames, withThresholds } from './markedData';
import { severityColor } from './severityColor';
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

function above(severity: Severity, bound: number): Level {
  const condition = { operator: '>', bounds: [bound] } as const;
  return { severity, condition, hold: condition };
}

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
    const levels = [above('critical', 80)];
    const metric = unagreed({ rule: rule({ text: {}, levels, levelsSource: 'thresholds' }) });
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

describe('the lines of many metrics on one axis', () => {
  const theme = createTheme();
  const critical = severityColor(theme, 'critical');
  const grey = theme.colors.text.secondary;
  const metricsOf = (bounds: number[], kinds: Array<MetricProtocol['kind']> = []) =>
    bounds.map((bound, index) =>
      metricProtocol({
        id: `m${index}`,
        frameIndex: index,
        kind: kinds[index] ?? 'ruled',
        rule: rule({ levels: [above('critical', bound)] }),
      })
    );
  const dress = (series: ReturnType<typeof seriesOf>, metrics: MetricProtocol[], axes: Axes = () => undefined) =>
    withThresholds(series, series, metrics, { theme, axes, alone: false, levels: 'lines' });
  /** As the host chart does: the thresholds of the first field of each axis that has a style. */
  const drawn = (frames: DataFrame[]) => {
    const first = new Map<string, Array<readonly [value: number, color: string]>>();
    for (const { config } of frames.map(({ fields: [, field] }) => field)) {
      const key = `${config.unit} ${config.max}`;
      const mode: unknown = config.custom?.thresholdsStyle?.mode ?? 'off';
      if (mode !== 'off' && config.thresholds && !first.has(key)) {
        first.set(
          key,
          config.thresholds.steps.slice(1).map(({ value, color }) => [value, color])
        );
      }
    }
    return Object.fromEntries(first);
  };
  const hours = { unit: 'h' };

  it('are all drawn, and each once', () => {
    const series = seriesOf(hours, hours, hours, hours);
    const lines = drawn(dress(series, metricsOf([6, 8, 6, 5.5])));
    expect(lines).toEqual({ 'h undefined': [6, 8, 5.5].map((value) => [value, critical]) });
  });

  it('are drawn on each of several axes, equal ones too', () => {
    const series = seriesOf(hours, { unit: 'h', max: 9 }, { unit: 'm' });
    expect(drawn(dress(series, metricsOf([6, 6, 8])))).toEqual({
      'h undefined': [[6, critical]],
      'h 9': [[6, critical]],
      'm undefined': [[8, critical]],
    });
  });

  it('have the colour of the agreed one where an agreed and another level meet', () => {
    const lines = drawn(
      dress(seriesOf(hours, hours, hours), metricsOf([6, 8, 6], ['levelOnly', 'levelOnly', 'ruled']))
    );
    expect(new Map(lines['h undefined'])).toEqual(
      new Map([
        [6, critical],
        [8, grey],
      ])
    );
  });

  it('come to the thresholds that the user has drawn, which stay', () => {
    const styled = { unit: 'h', thresholds: NATIVE, custom: { thresholdsStyle: { mode: 'line' } } };
    const [own, other] = metricsOf([80, 8]);
    const metrics = [{ ...own, rule: { ...own.rule, levelsSource: 'thresholds' as const } }, other];
    expect(drawn(dress(seriesOf(styled, hours), metrics))).toEqual({
      'h undefined': [
        [80, 'red'],
        [8, critical],
      ],
    });
  });

  it.each([
    ['it fills areas', { thresholds: NATIVE, custom: { thresholdsStyle: { mode: 'line+area' } } }],
    [
      'it is coloured by them',
      { thresholds: NATIVE, color: { mode: 'thresholds' }, custom: { thresholdsStyle: { mode: 'line' } } },
    ],
    [
      'they are percentages',
      {
        thresholds: { ...NATIVE, mode: ThresholdsMode.Percentage },
        custom: { thresholdsStyle: { mode: 'line' } },
      },
    ],
  ])('leave thresholds that the user has drawn as they are where %s', (_, config: FieldConfig) => {
    const [own, other] = metricsOf([80, 8]);
    const metrics = [{ ...own, rule: { ...own.rule, levelsSource: 'thresholds' as const } }, other];
    const [frame] = dress(seriesOf(config, {}), metrics);
    expect(frame.fields[1].config.thresholds).toEqual(config.thresholds);
  });

  it('are built anew where another range of values brings one into view, and only then', () => {
    const series = seriesOf(hours, hours);
    const upTo =
      (max: number): Axes =>
      () => ({ key: 'h', min: 0, max, positionOf: (value) => value / max, isSettled: false });
    const [narrow, same, wide] = [7, 7.5, 10].map((max) => dress(series, metricsOf([6, 8]), upTo(max)));
    expect(drawn(narrow)['h undefined']).toEqual([[6, critical]]);
    expect(drawn(wide)['h undefined']).toEqual([
      [6, critical],
      [8, critical],
    ]);
    expect(lookOf(same)).toBe(lookOf(narrow));
    expect(lookOf(wide)).not.toBe(lookOf(narrow));
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
