import { hostCan } from './hosts';

describe('hostCan', () => {
  it.each(['timeseries', 'candlestick'])('%s can show everything', (id) => {
    expect(hostCan(id)).toEqual({ timeAxis: true, regions: true, boxes: true, levels: 'lines', labels: true });
  });

  it.each(['state-timeline', 'status-history', 'heatmap'])(
    '%s draws what happened, and has no axis of values',
    (id) => {
      expect(hostCan(id)).toMatchObject({ timeAxis: true, regions: true, boxes: false, labels: false });
    }
  );

  it.each(['trend', 'barchart'])('%s draws lines, and has no time', (id) => {
    expect(hostCan(id)).toEqual({ timeAxis: false, regions: false, boxes: false, levels: 'lines', labels: false });
  });

  it.each(['stat', 'gauge', 'bargauge', 'table', 'histogram', 'xychart', 'geomap'])('%s has colours alone', (id) => {
    expect(hostCan(id)).toEqual({ timeAxis: false, regions: false, boxes: false, levels: 'colors', labels: false });
  });

  it.each(['piechart', 'logs', 'text', 'somebody-elses-panel', 'constructor', ''])('nothing is asked of %j', (id) => {
    expect(hostCan(id)).toEqual({ timeAxis: false, regions: false, boxes: false, levels: 'none', labels: false });
  });
});
