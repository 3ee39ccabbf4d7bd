/** What a visualization inside the panel can show of rules and breaches. */
export interface HostCan {
  /** Time runs from left to right: without it, the strips on the cards carry the history. */
  timeAxis: boolean;
  /** It draws the annotations that it is given. */
  regions: boolean;
  /** It draws boxes between two moments and two values, on the axis of its values. */
  boxes: boolean;
  /** How it shows thresholds: as lines where a field's style says so, only as colours, or not at all. */
  levels: 'lines' | 'colors' | 'none';
  /** Its value axis is scaled as that of Time series, so that names can be put on its lines. */
  labels: boolean;
}

/** What nobody knows of a visualization it is not asked to do. */
const NOTHING: HostCan = { timeAxis: false, regions: false, boxes: false, levels: 'none', labels: false };

const TIME_SERIES: HostCan = { timeAxis: true, regions: true, boxes: true, levels: 'lines', labels: true };

/** Rows of states: what is drawn between two values would be drawn between two rows. */
const TIMELINE: HostCan = { timeAxis: true, regions: true, boxes: false, levels: 'colors', labels: false };

const VALUES: HostCan = { ...NOTHING, levels: 'colors' };

/** As in Grafana 12.4. */
const HOSTS: ReadonlyMap<string, HostCan> = new Map([
  ['timeseries', TIME_SERIES],
  ['candlestick', TIME_SERIES],
  ['state-timeline', TIMELINE],
  ['status-history', TIMELINE],
  // It draws annotations, and colours by how often a value was there.
  ['heatmap', { ...TIMELINE, levels: 'none' }],
  // The lines of Time series, over any numbers, and over names.
  ['trend', { ...NOTHING, levels: 'lines' }],
  ['barchart', { ...NOTHING, levels: 'lines' }],
  ['stat', VALUES],
  ['gauge', VALUES],
  ['bargauge', VALUES],
  ['table', VALUES],
  ['histogram', VALUES],
  ['xychart', VALUES],
  ['geomap', VALUES],
  ['canvas', VALUES],
]);

/** What a visualization can show, by its plugin id; nothing where that is not known. */
export function hostCan(id: string): HostCan {
  return HOSTS.get(id) ?? NOTHING;
}
