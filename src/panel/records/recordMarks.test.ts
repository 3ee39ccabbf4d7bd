import { createDataFrame, FieldType } from '@grafana/data';

import { breach, IDENTITY } from '../../testing/interventions';
import { metricProtocol, NOW, rule, SPAN } from '../../testing/metricProtocol';
import { HOUR, MINUTE } from '../../time/units';
import { recordMarks } from './recordMarks';

const stretch = { from: NOW - 5 * HOUR, to: NOW - 4 * HOUR };
const RECORD = {
  id: 7,
  identity: IDENTITY,
  severity: 'critical',
  isOpen: false,
  data: {},
  stretch,
  shown: stretch,
} as const;
const METRIC = metricProtocol({
  identity: IDENTITY,
  name: '<b>Leads</b>',
  rule: rule({ forMs: 0 }),
  stepMs: MINUTE,
  judged: { on: 'lookBack', levels: [], breaches: [] },
});
const OWN = { dashboardUid: 'ops', panelId: 4, identities: new Set([IDENTITY]) };
const marks = recordMarks({ records: [RECORD], engine: [], lookedFrom: SPAN.from }, OWN);

it('says in the mark of a breach that it is recorded, and notes what is on the record alone', () => {
  expect(marks.linesOf(METRIC, breach(stretch.from, stretch.to))).toEqual(['Recorded as an annotation']);
  expect(marks.linesOf(METRIC, breach(NOW - HOUR))).toEqual([]);
  expect(marks.notes([METRIC], SPAN)).toEqual([
    {
      ...stretch,
      title: 'A breach then; the data or the rule was corrected since',
      lines: ['Critical: &lt;b&gt;Leads&lt;/b&gt;'],
    },
  ]);
  expect(marks.notes([METRIC], { from: NOW - HOUR, to: NOW, now: NOW })).toEqual([]);
});

it('takes out of the dashboard’s annotations what its own marks stand for, and nothing else', () => {
  const rows: Array<[id: number, panelId: number, tags: unknown, dashboardUid?: string]> = [
    [1, 4, ['protocol:breach', `protocol-id:${IDENTITY}`]],
    // Of another repeat of the panel.
    [2, 4, ['protocol:breach', 'protocol-id:i1-sibling']],
    // Of another panel that shows the metric by its key, and of one that does not.
    [3, 9, ['protocol:breach', `protocol-id:${IDENTITY}`]],
    [4, 9, ['protocol:breach', 'protocol-id:i1-other']],
    [5, 4, ['protocol:intervention', `protocol-id:${IDENTITY}`]],
    [6, 4, ['deploy']],
    [7, 4, undefined],
    // A panel of another dashboard may have the same id.
    [8, 4, ['protocol:breach', 'protocol-id:i1-other'], 'sales'],
  ];
  const frame = createDataFrame({
    fields: [
      { name: 'id', type: FieldType.number, values: rows.map(([id]) => id) },
      { name: 'panelId', type: FieldType.number, values: rows.map(([, panelId]) => panelId) },
      { name: 'dashboardUID', type: FieldType.string, values: rows.map(([, , , uid = 'ops']) => uid) },
      { name: 'tags', type: FieldType.other, values: rows.map(([, , tags]) => tags) },
    ],
  });
  const [left] = marks.others([frame]);
  expect(left.fields[0].values).toEqual([4, 5, 6, 7, 8]);
  expect(left.length).toBe(5);
  const bare = createDataFrame({ fields: [{ name: 'time', type: FieldType.time, values: [NOW] }] });
  expect(marks.others([bare])[0]).toBe(bare);
});
