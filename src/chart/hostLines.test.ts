import type { FieldConfig } from '@grafana/data';
import { FieldType, ThresholdsMode, createTheme, toDataFrame } from '@grafana/data';

import { metricProtocol, rule } from '../testing/metricProtocol';
import { timeWords } from '../locales/timeWords';
import { plain } from '../testing/plain';
import { HOUR } from '../time/units';
import { hostLines } from './hostLines';
import { axesOf } from './levelScale';
import { withThresholds } from './markedData';
import { nameLevels } from './nameLevels';

const ENDS = { min: 0, max: 100 };

const styled = (mode: string): FieldConfig => ({ custom: { thresholdsStyle: { mode } } });

const steps = (mode: ThresholdsMode, value: number) => ({
  thresholds: {
    mode,
    steps: [
      { value: -Infinity, color: 'green' },
      { value, color: 'red' },
    ],
  },
});

/** Which names of two metrics on one axis, one with a level at 40 and one at 70, bring a line along. */
function linesToDraw(first: FieldConfig, second: FieldConfig = {}) {
  const series = [first, second].map((config, index) =>
    toDataFrame({
      fields: [
        { name: 'time', type: FieldType.time, values: [0, HOUR] },
        { name: `m${index}`, type: FieldType.number, values: [30, 60], config: { ...ENDS, ...config } },
      ],
    })
  );
  const metrics = [40, 70].map((bound, frameIndex) => {
    const condition = { operator: '>', bounds: [bound] } as const;
    const levels = [{ severity: 'critical', condition, hold: condition } as const];
    return metricProtocol({ id: `${bound}`, frameIndex, fieldIndex: 1, rule: rule({ levels }) });
  });
  const axes = axesOf(series, 0, HOUR);
  const dressing = { theme: createTheme(), axes, alone: false, levels: 'lines' } as const;
  const frames = withThresholds(series, series, metrics, dressing);
  return nameLevels(metrics, series, axes, hostLines(frames, axes), {
    t: plain,
    times: timeWords(plain, { now: HOUR, timeZone: 'utc' }),
  }).map(({ needsLine }) => needsLine);
}

it.each<[string, [FieldConfig, FieldConfig?], boolean[]]>([
  ['nobody chose a style', [{}], [false, false]],
  ['the first has lines', [styled('dashed')], [false, false]],
  ['the first fills: its own level is the edge of that', [styled('area')], [false, true]],
  ['the first fills below lines', [styled('dashed+area')], [false, true]],
  [
    'the first is coloured by its thresholds',
    [{ ...styled('line'), ...steps(ThresholdsMode.Absolute, 80), color: { mode: 'thresholds' } }],
    [true, true],
  ],
  [
    'the first is in percent, one of which is a level',
    [{ ...styled('line'), ...steps(ThresholdsMode.Percentage, 70), color: { mode: 'thresholds' } }],
    [true, false],
  ],
  ['the other has an axis of its own', [styled('area'), { unit: 'percent' }], [false, false]],
])('brings the lines that the host chart does not draw: %s', (_, configs, needsLine) => {
  expect(linesToDraw(...configs)).toEqual(needsLine);
});
