import { earlierOf, endOf, withEarlier, withNewVersion, withoutEarlier } from './versions';

const FIRST = { critical: 20, owner: 'Growth' };

describe('versions of a stored rule', () => {
  it('begin as what was stated until then, which is kept whole', () => {
    const second = withNewVersion(FIRST, '2026-02-01');
    expect(second).toEqual({ ...FIRST, validFrom: '2026-02-01', earlier: [FIRST] });
    const third = withNewVersion({ ...second, critical: 25 }, '2026-03-01');
    expect(third.earlier).toEqual(
      [FIRST, { ...FIRST, critical: 25, validFrom: '2026-02-01' }].map((version, place) =>
        place === 0 ? version : { ...version }
      )
    );
    expect([0, 1].map((place) => endOf(third, place))).toEqual(['2026-02-01', '2026-03-01']);
  });

  it('are changed and removed one by one', () => {
    const rule = {
      ...FIRST,
      validFrom: '2026-03-01',
      earlier: [{ owner: 'A' }, { owner: 'B', validFrom: '2026-02-01' }],
    };
    expect(earlierOf(withEarlier(rule, 1, { owner: 'C' }) ?? {})).toEqual([{ owner: 'A' }, { owner: 'C' }]);
    expect(earlierOf(withEarlier(rule, 0, undefined) ?? {})[0]).toEqual({});
    expect(earlierOf(withoutEarlier(rule, 0) ?? {})).toEqual([rule.earlier[1]]);
    expect(withoutEarlier({ ...FIRST, earlier: [{ owner: 'A' }] }, 0)).toEqual(FIRST);
  });

  it.each([undefined, 'yesterday', { 0: 'a' }])('are none where %j is stored', (earlier) => {
    expect(earlierOf({ earlier })).toEqual([]);
    expect(withNewVersion({ earlier }, '2026-02-01')).toEqual({ validFrom: '2026-02-01', earlier: [{}] });
  });
});
