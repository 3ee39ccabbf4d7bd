import { FieldType, toDataFrame } from '@grafana/data';

import type { FieldMetric } from '../../frames/metrics';
import { findMetrics } from '../../frames/metrics';
import { plain } from '../../testing/plain';
import { tellApart } from './tellApart';

interface Series {
  refId?: string;
  labels?: Record<string, string>;
  name?: string;
}

const labelsOf = (...series: Series[]) => {
  const frames = series.map(({ refId, labels, name = 'Leads' }) =>
    toDataFrame({
      refId,
      fields: [
        { name: 'Time', type: FieldType.time, values: [1] },
        { name: 'Value', type: FieldType.number, values: [1], labels, config: { displayName: name } },
      ],
    })
  );
  const found = findMetrics(frames) as FieldMetric[];
  const stated = found.map(({ id, name }) => ({ id, metric: name, sources: {} }));
  return tellApart(plain, stated, found).map(({ metric, label }) => label ?? metric);
};

describe('tellApart', () => {
  it('leaves names alone that one metric has', () => {
    expect(labelsOf({ name: 'Leads' }, { name: 'Visits' })).toEqual(['Leads', 'Visits']);
  });

  it('tells the labels in which metrics of one name differ, or their queries', () => {
    const of = (region: string) => ({ labels: { app: 'crm', region }, refId: 'A' });
    expect(labelsOf(of('emea'), of('apac'))).toEqual(['Leads (region=emea)', 'Leads (region=apac)']);
    const labels = { app: 'crm' };
    expect(labelsOf({ labels, refId: 'A' }, { labels, refId: 'B' })).toEqual(['Leads (query A)', 'Leads (query B)']);
  });

  it('counts those that nothing else tells apart', () => {
    expect(labelsOf({ refId: 'A' }, { refId: 'A' }, { name: 'Visits', refId: 'A' })).toEqual([
      'Leads (#1)',
      'Leads (#2)',
      'Visits',
    ]);
  });
});
