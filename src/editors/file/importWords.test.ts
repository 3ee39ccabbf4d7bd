import { plain as t } from '../../testing/plain';
import type { MetricSources } from '../../tables/file/storedRule';
import { nothingWords, pastWords } from './importWords';
import { metricChanges } from './metricChanges';
import { readText } from './readImport';

describe('rows that were copied without their headers', () => {
  const row = ['Leads', 'below', '20', '2 days', 'Ana', 'Call', 'Ben', '25', '1 day'];
  const first = 'No rule found. The first row has to be the headers, one of them Metric.';
  const headers =
    'Metric, Act when, Critical, For how long, Who acts, First step, Tell if nobody acts, Warning, Tell them after';

  it.each(['\t', ';', ','])('are counted as they are, and get a line to put above them (%j)', (delimiter) => {
    const reading = readText(Array<string>(10).fill(row.join(delimiter)).join('\n'), { metrics: [] });
    expect(reading.table).toMatchObject({ rows: 10, columns: 9 });
    expect(nothingWords(t, reading)).toBe(
      `${first} There are 10 rows, 9 columns: put a line above them, in the order of your columns, like ${headers}.`
    );
  });

  it('get none where there is one column', () => {
    expect(nothingWords(t, readText('hello', { metrics: [] }, 'a.csv'))).toBe(first);
  });
});

describe('pastWords', () => {
  const before = { operator: '<', critical: 20, owner: 'Ana' };
  const stated: MetricSources[] = [
    { metric: 'Leads', sources: { sheet: before } },
    { metric: 'New', sources: {} },
  ];
  const said = 'The past is checked by the new rules, too: Leads. A row with “Valid from” leaves it as it was.';

  it.each<[string, object, string[], string | undefined]>([
    ['a level', { ...before, critical: 14 }, [], said],
    ['how long', { ...before, for: '2d' }, [], said],
    ['how late data may be', { ...before, staleAfter: '2d' }, [], said],
    ['who acts alone', { ...before, owner: 'Ben' }, [], undefined],
    ['nothing', before, [], undefined],
    ['what somebody is asked about', { ...before, critical: 14 }, ['Leads'], undefined],
    ['from a day on', { ...before, critical: 14, validFrom: '2026-12-01', earlier: [before] }, [], undefined],
  ])('is told where an import changes %s', (_, rule, asked, words) => {
    expect(pastWords(t, metricChanges([{ metric: 'Leads', rule }], stated), { asked, today: '2026-11-27' })).toBe(
      words
    );
  });

  it.each<[string, string, string | undefined]>([
    ['began before today', '2026-11-26', said],
    ['begins today', '2026-11-27', undefined],
    ['begins today somewhere', '2026-11-27 Asia/Tokyo', undefined],
    ['is to come', '2026-12-01', undefined],
  ])('is told of a version that is there already as it %s', (_, validFrom, words) => {
    const version = (critical: number) => ({ ...before, critical, validFrom, earlier: [before] });
    const changes = metricChanges(
      [{ metric: 'Leads', rule: version(14) as object }],
      [{ metric: 'Leads', sources: { sheet: version(18) } }]
    );
    expect(pastWords(t, changes, { today: '2026-11-27' })).toBe(words);
  });

  it('is not told of a first rule', () => {
    const file = [
      { metric: 'Leads', rule: before as object },
      { metric: 'New', rule: before as object },
    ];
    expect(pastWords(t, metricChanges(file, stated), { today: '2026-11-27' })).toBeUndefined();
  });
});
