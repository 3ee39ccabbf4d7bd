import { plain as t } from '../../testing/plain';
import type { MetricSources } from '../../tables/file/storedRule';
import { pastWords } from './importWords';
import { metricChanges } from './metricChanges';

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
