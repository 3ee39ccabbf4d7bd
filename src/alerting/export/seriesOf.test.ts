import type { FoundPanel, FoundQuery } from '../../frames/foundPanel';
import type { SeenMetric } from './seriesOf';
import { groupSeries } from './seriesOf';

const LABELS = { __name__: 'up', instance: '127.0.0.1:9100', job: 'node' };

const queryOf = (legendFormat?: string): FoundQuery => ({
  refId: 'A',
  dataSource: { type: 'prometheus', uid: 'p' },
  isHidden: false,
  model: { refId: 'A', expr: 'up', ...(legendFormat !== undefined && { legendFormat }) },
});
const panelWith = (options: string) =>
  ({
    defaults: {},
    overrides: [{ matcher: { id: 'byName', options }, states: { rule: { critical: 1 } } }],
  }) as unknown as FoundPanel;
const seenAs = (name: string): SeenMetric[] => [
  { refId: 'A', name, labels: LABELS },
  { refId: 'A', name: 'other', labels: { ...LABELS, job: 'other' } },
];

describe('a series with a rule of its own is called as its card is', () => {
  it.each<[string, string | undefined, string, SeenMetric[] | undefined]>([
    ['by the data, where they are there', undefined, 'node 127.0.0.1:9100', seenAs('node 127.0.0.1:9100')],
    ['by the legend, where nobody looks', '{{job}}: {{instance}}', 'node: 127.0.0.1:9100', undefined],
  ])('%s', (_, legend, name, seen) => {
    const { groups = [] } = groupSeries(queryOf(legend), panelWith(name), seen) as {
      groups?: Array<{ name?: string }>;
    };
    expect(groups.map((group) => group.name)).toEqual([undefined, name]);
  });
});
