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
    expect(pastWords(t, metricChanges([{ metric: 'Leads', rule }], stated), asked)).toBe(words);
  });

  it('is not told of a first rule', () => {
    const file = [
      { metric: 'Leads', rule: before as object },
      { metric: 'New', rule: before as object },
    ];
    expect(pastWords(t, metricChanges(file, stated))).toBeUndefined();
  });
});
