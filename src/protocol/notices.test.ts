import type { Notice, PanelKnows } from './notices';
import { noticeOfNothing, noticesOf } from './notices';
import type { Protocol } from './protocol';

const PROTOCOL: Pick<Protocol, 'errors' | 'judgedOn' | 'sheets' | 'metrics'> = {
  errors: [],
  judgedOn: { mode: 'view' },
  metrics: [],
};
const CALM: PanelKnows = { isNewer: false, isChartMissing: false };
const FOUND = { rules: [{ code: 'noRow' as const, found: 'Leads' }], directory: [] };

describe('noticesOf', () => {
  it.each<[string, Partial<Protocol>, Partial<PanelKnows>, Notice[]]>([
    ['nothing where all is as it should be', {}, {}, []],
    ['nothing of sheets without findings', { sheets: { rules: [], directory: [] } }, {}, []],
    ['nothing of a look-back that is had', { judgedOn: { mode: 'fixed', lookBackMs: 2, stepMs: 1 } }, {}, []],
    [
      'why a look-back is not had',
      { judgedOn: { mode: 'view', because: 'streaming' } },
      {},
      [{ kind: 'cannotJudge', severity: 'info', because: 'streaming' }],
    ],
    [
      'that a look-back would serve better',
      {},
      { lookBack: 'offered' },
      [{ kind: 'lookBack', severity: 'info', is: 'offered' }],
    ],
    ['that a look-back is to be saved', {}, { lookBack: 'set' }, [{ kind: 'lookBack', severity: 'status', is: 'set' }]],
    [
      'each query that failed',
      { errors: [{ refId: 'A', message: 'x' }, { message: 'x' }] },
      {},
      [
        { kind: 'queryFailed', severity: 'warning', error: { refId: 'A', message: 'x' } },
        { kind: 'queryFailed', severity: 'warning', error: { message: 'x' } },
      ],
    ],
    ['what was found in sheets', { sheets: FOUND }, {}, [{ kind: 'sheets', severity: 'info', sheets: FOUND }]],
    [
      'that some metrics are shown',
      { metrics: new Array(6) },
      { filter: { finding: 'who', shown: 2 } },
      [{ kind: 'filter', severity: 'status', filter: 'who', shown: 2, of: 6 }],
    ],
  ])('says %s', (_, protocol, knows, notices) => {
    expect(noticesOf({ ...PROTOCOL, ...protocol }, { ...CALM, ...knows })).toEqual(notices);
  });

  it('begins with what the panel is, and ends with what the reader chose', () => {
    const everything = noticesOf(
      {
        errors: [{ message: 'x' }],
        judgedOn: { mode: 'view', because: 'badStep' },
        sheets: FOUND,
        metrics: [],
      },
      { isNewer: true, isChartMissing: true, filter: { finding: 'who', shown: 0 } }
    );
    expect(everything.map(({ kind }) => kind)).toEqual([
      'newerVersion',
      'cannotJudge',
      'queryFailed',
      'sheets',
      'noChart',
      'filter',
    ]);
  });
});

describe('noticeOfNothing', () => {
  it('names the chart first, without which nothing is shown', () => {
    expect(noticeOfNothing({ isChartMissing: true }).kind).toBe('noChart');
    expect(noticeOfNothing({ isChartMissing: false }).kind).toBe('nothingToJudge');
  });
});
