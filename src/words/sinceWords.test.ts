import { firingMetric, history, metricProtocol, NOW, now, ruleChange } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { briefSinceWords, sinceWords } from './sinceWords';
import { timeWords } from '../locales/timeWords';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

describe('sinceWords', () => {
  it('says how long and since when', () => {
    expect(sinceWords(t, firingMetric(), times)).toBe('for 3 d 4 h, since Fri 20 Nov 05:00');
  });

  it('counts whole minutes from the first on', () => {
    const firingFor = (ms: number) =>
      firingMetric({ now: now({ state: 'firing', severity: 'critical', since: NOW - ms }) });
    expect(briefSinceWords(t, firingFor(40 * MINUTE + SECOND), times)).toBe('for 40 min');
    expect(sinceWords(t, firingFor(40 * MINUTE + SECOND), times)).toBe('for 40 min, since 08:19');
    expect(briefSinceWords(t, firingFor(59 * SECOND), times)).toBe('for 59 s');
  });

  it('says nothing of a calm metric', () => {
    expect(sinceWords(t, metricProtocol({ now: now({ since: NOW - DAY }) }), times)).toBeUndefined();
  });

  it('says when a rule is to begin', () => {
    const upcoming = ruleChange(Date.UTC(2026, 11, 8));
    const metric = metricProtocol({ kind: 'unruled', now: now({ state: 'unruled' }), upcoming });
    expect(sinceWords(t, metric, times)).toBe('8 Dec');
    expect(briefSinceWords(t, metric, times)).toBe('8 Dec');
  });

  it('does not guess what began before the first sample in view', () => {
    const metric = firingMetric({
      now: now({ state: 'firing', severity: 'critical', since: null }),
      view: { ...firingMetric().view, segments: history([0.5, 'nodata'], [1, 'firing', 'critical']) },
    });
    expect(sinceWords(t, metric, times)).toBe('since at least 12 Oct 09:00');
    expect(briefSinceWords(t, metric, times)).toBe('since at least 12 Oct 09:00');
  });

  it('says of which moment it speaks where the range ends in the past', () => {
    const past = timeWords(t, { timeZone: 'utc' });
    const metric = firingMetric({
      now: now({ state: 'firing', severity: 'critical', since: NOW - HOUR, live: false }),
    });
    expect(sinceWords(t, metric, past)).toBe('for 1 h at 23 Nov 2026 09:00');
    expect(sinceWords(t, metricProtocol({ now: now({ live: false }) }), past)).toBe('at 23 Nov 2026 09:00');
  });

  it('tells the day alone of values that are of days, where they are stamped by date', () => {
    const since = Date.UTC(2026, 10, 20);
    const judged = { now: now({ state: 'firing', severity: 'critical', since }) } as const;
    expect(sinceWords(t, firingMetric({ ...judged, stepMs: DAY }), times)).toBe('for 3 d 9 h, since Fri 20 Nov');
    expect(sinceWords(t, firingMetric({ ...judged, stepMs: HOUR }), times)).toBe('for 3 d 9 h, since Fri 20 Nov 00:00');
  });

  it('does not count to now where younger values have not settled', () => {
    const judged = { state: 'firing', severity: 'critical', since: NOW - 3 * DAY, judgedTo: NOW - 2 * DAY } as const;
    expect(sinceWords(t, firingMetric({ now: now(judged) }), times)).toBe('since Fri 20 Nov 09:00');
    expect(briefSinceWords(t, firingMetric({ now: now(judged) }), times)).toBe('since Fri 20 Nov 09:00');
    const past = timeWords(t, { timeZone: 'utc' });
    expect(sinceWords(t, firingMetric({ now: now({ ...judged, live: false }) }), past)).toBe(
      'for 1 d at 21 Nov 2026 09:00'
    );
  });
});
