import { FieldType, createTheme, toDataFrame } from '@grafana/data';

import { firingMetric, SPAN } from '../testing/metricProtocol';
import { plain } from '../testing/plain';
import type { HostCan } from './hosts';
import { hostCan } from './hosts';
import { axesOf } from './levelScale';
import { markFrames, withThresholds } from './markedData';
import { DAY } from '../time/units';

const { from, to } = SPAN;
const SERIES = [
  toDataFrame({
    refId: 'A',
    fields: [
      { name: 'Time', type: FieldType.time, values: [from, to] },
      { name: 'Leads', type: FieldType.number, values: [30, 10], config: { color: { mode: 'fixed' } } },
    ],
  }),
];
const theme = createTheme();
const BREACH = {
  severity: 'critical' as const,
  onset: to - 5 * DAY,
  firingSince: to - 3 * DAY,
  worst: { value: 10, time: to - DAY },
};
const metric = firingMetric({
  view: {
    ...firingMetric().view,
    breaches: [BREACH],
  },
});

function marked(can: HostCan) {
  const axes = axesOf(SERIES, from, to);
  const context = { theme, t: plain, formatTime: String, day: String, widthPx: 600, axes, can };
  return markFrames(SERIES, SERIES, [metric], SPAN, context).map(({ name }) => name);
}

function leveled(can: HostCan) {
  const axes = axesOf(SERIES, from, to);
  const [frame] = withThresholds(SERIES, SERIES, [metric], { theme, axes, alone: false, levels: can.levels });
  const { thresholds, custom } = frame.fields[1].config;
  return { steps: thresholds?.steps.length, style: custom?.thresholdsStyle?.mode };
}

describe('what a visualization is given', () => {
  it('marks breaches with regions, and with boxes where it draws them', () => {
    expect(marked(hostCan('timeseries'))).toEqual(['protocol', 'xymark']);
    expect(marked(hostCan('state-timeline'))).toEqual(['protocol']);
  });

  it.each(['stat', 'barchart', 'trend', 'unheard-of'])('nothing is marked on %s', (id) => {
    expect(marked(hostCan(id))).toEqual([]);
  });

  it('draws the levels as lines where it has lines, and has them as colours elsewhere', () => {
    expect(leveled(hostCan('timeseries'))).toEqual({ steps: 3, style: 'dashed' });
    expect(leveled(hostCan('gauge'))).toEqual({ steps: 3, style: 'off' });
  });

  it('keeps its own thresholds where nobody knows what it makes of them', () => {
    expect(leveled(hostCan('unheard-of'))).toEqual({ steps: undefined, style: undefined });
  });
});
