import { plain } from '../testing/plain';
import { below, LEVELS, metricProtocol, now, rule, stated } from '../testing/metricProtocol';
import { breachAreas } from './breachAreas';
import { metricMarks } from './metricMarks';
import { HOUR } from '../time/units';

const SPAN = { from: 0, to: 100 * HOUR, now: 90 * HOUR };

const words = {
  t: plain,
  formatTime: (time: number) => `${time / HOUR} h`,
  day: (time: number) => `day ${time / HOUR / 24}`,
};

const breach = {
  severity: 'critical' as const,
  onset: 10 * HOUR,
  firingSince: 20 * HOUR,
  end: 30 * HOUR,
  worst: { value: 12, time: 25 * HOUR },
};

function metric(view: Partial<ReturnType<typeof metricProtocol>['view']>, overrides = {}) {
  const base = metricProtocol();
  return metricProtocol({ view: { ...base.view, ...view }, stepMs: HOUR, ...overrides });
}

describe('metricMarks', () => {
  it('marks a breach from firing to end, and its run-up as pending', () => {
    const pendings = [{ severity: 'critical' as const, from: 10 * HOUR, to: 20 * HOUR }];
    expect(metricMarks(metric({ breaches: [breach], pendings }), SPAN, words)).toMatchObject([
      { from: 10 * HOUR, to: 20 * HOUR, kind: 'pending', severity: 'critical' },
      { from: 20 * HOUR, to: 30 * HOUR, kind: 'firing', severity: 'critical' },
    ]);
  });

  it('tells level, when it was crossed, since when in breach, duration, worst value, owner and action', () => {
    const [mark] = metricMarks(metric({ breaches: [breach] }), SPAN, words);
    expect(mark.describe().title).toBe('Critical: Week-2 lead conversion');
    expect(mark.describe().lines.join('\n')).toMatch(/Critical &lt; 20 %/);
    expect(mark.describe().lines.join('\n')).toMatch(/Crossed 10 h, in breach from 20 h/);
    expect(mark.describe().lines.join('\n')).toMatch(/Ended 30 h, after 10 h/);
    expect(mark.describe().lines.join('\n')).toMatch(/Worst 12 % at 25 h/);
    expect(mark.describe().lines.join('\n')).toMatch(/Owner: Demand Gen/);
    expect(mark.describe().lines.join('\n')).toMatch(/Do: 1\. Pause paid campaigns/);
  });

  it('says that the rule was changed since it was agreed, of the version then in force alone', () => {
    const changed = rule({ signatures: [{ source: 'default', state: 'changed', changedOn: '1970-01-03' }] });
    const [mark] = metricMarks(metric({ breaches: [breach] }, { rule: changed }), SPAN, words);
    expect(mark.describe().lines).toContain('Changed day 2, not agreed yet');
    const changes = [{ at: 48 * HOUR, before: rule(), after: changed }];
    const [former] = metricMarks(metric({ breaches: [breach] }, { rule: changed, changes }), SPAN, words);
    expect(former.describe().lines.join()).not.toMatch(/agreed/);
  });

  it('tells the worst value as the field shows it, and the level as it is', () => {
    const shown = metric(
      { breaches: [{ ...breach, worst: { value: 11.6, time: 25 * HOUR } }] },
      { format: Math.round }
    );
    const lines = metricMarks(shown, SPAN, words)[0].describe().lines.join('\n');
    expect(lines).toMatch(/Worst 12 at/);
    expect(lines).toMatch(/Critical &lt; 20 %/);
  });

  it('tells days alone where values are those of days', () => {
    const days = { ...breach, onset: 24 * HOUR, firingSince: 72 * HOUR, end: 96 * HOUR };
    const [mark] = metricMarks(metric({ breaches: [days] }, { stepMs: 24 * HOUR }), SPAN, words);
    expect(mark.describe().lines).toContain('Crossed day 1, in breach from day 3');
    expect(mark.describe().lines).toContain('Ended day 4, after 1 d');
  });

  it('calls a level that nobody agreed on no breach', () => {
    const [mark] = metricMarks(metric({ breaches: [breach] }, { kind: 'levelOnly' }), SPAN, words);
    expect(mark.describe().lines).toContain('Crossed 10 h');
  });

  it.each<[string, object, { from: number; to: number }, RegExp]>([
    ['an open breach lasts until now', { end: undefined }, { from: 20 * HOUR, to: 90 * HOUR }, /Not over yet/],
    [
      'an unknown start is the left edge, and is said to be unknown',
      { onset: null, firingSince: null },
      { from: 0, to: 30 * HOUR },
      /^In breach from before the time shown$/m,
    ],
    [
      'a start before the view is the left edge',
      { firingSince: -5 * HOUR },
      { from: 0, to: 30 * HOUR },
      /in breach from -5 h/,
    ],
  ])('%s', (_, change, expected, line) => {
    const [mark] = metricMarks(metric({ breaches: [{ ...breach, ...change }] }), SPAN, words);
    expect(mark).toMatchObject(expected);
    expect(mark.describe().lines.join('\n')).toMatch(line);
  });

  it('marks a level without an agreement in its own colour, and calls nobody', () => {
    const crossed = metric({ breaches: [breach] }, { kind: 'levelOnly', rule: rule({ text: {} }) });
    const [mark] = metricMarks(crossed, SPAN, words);
    expect(mark).toMatchObject({ kind: 'crossed' });
    expect(mark.describe().title).toBe('Level crossed, nothing agreed: Week-2 lead conversion');
    expect(mark.describe().lines.join('\n')).not.toMatch(/Owner/);
  });

  it('lets no user text become markup in the tooltip', () => {
    const hostile = metric(
      { breaches: [breach] },
      { name: '<b>name</b>', rule: rule({ levels: LEVELS, text: stated({ owner: '<img src=x onerror=alert(1)>' }) }) }
    );
    const [mark] = metricMarks(hostile, SPAN, words);
    expect(JSON.stringify(mark.describe())).not.toMatch(/<(b|img)/);
  });
});

describe('a metric whose rule changed', () => {
  const former = rule({ levels: [below('critical', 18)], text: stated({ owner: 'Former team' }) });
  const changes = [{ at: 50 * HOUR, before: former, after: rule() }];

  it('tells each breach by the rule that was in force', () => {
    const breaches = [breach, { ...breach, onset: 60 * HOUR, firingSince: 60 * HOUR, end: 70 * HOUR }];
    const [before, after] = metricMarks(metric({ breaches }, { changes }), SPAN, words).map((mark) =>
      mark.describe().lines.join('\n')
    );
    expect(before).toMatch(/Critical &lt; 18 %[^]*Owner: Former team/);
    expect(after).toMatch(/Critical &lt; 20 %[^]*Owner: Demand Gen/);
  });

  it('marks the area beyond the level of then', () => {
    expect(breachAreas(metric({ breaches: [breach] }, { changes }), SPAN, String, 10)).toMatchObject([
      { yMin: 12, yMax: 18 },
    ]);
  });
});

it('marks nothing of a metric that is shown for context, even if it has levels', () => {
  expect(metricMarks(metric({ breaches: [breach] }, { kind: 'context' }), SPAN, words)).toEqual([]);
});

it('marks nothing that has not settled', () => {
  const judged = now({ judgedTo: 80 * HOUR });
  const open = metric({ breaches: [{ ...breach, end: undefined }] }, { now: judged });
  expect(metricMarks(open, SPAN, words)).toMatchObject([{ to: 80 * HOUR }]);
  expect(breachAreas(open, SPAN, String, 10)).toMatchObject([{ xMax: 80 * HOUR }]);
});

describe('breachAreas', () => {
  const colorOf = (severity: string) => severity;

  it('reaches from the level to the worst value', () => {
    expect(breachAreas(metric({ breaches: [breach] }), SPAN, colorOf, 10)).toMatchObject([
      { xMin: 20 * HOUR, xMax: 30 * HOUR, yMin: 12, yMax: 20, color: 'critical' },
    ]);
  });

  it('ends at the critical level for a warning', () => {
    const warning = { ...breach, severity: 'warning' as const };
    expect(breachAreas(metric({ breaches: [warning] }), SPAN, colorOf, 10)).toMatchObject([{ yMin: 20, yMax: 24 }]);
  });

  it('draws nothing for an infinite value, and nothing without an agreement', () => {
    const infinite = { ...breach, worst: { value: -Infinity, time: 0 } };
    expect(breachAreas(metric({ breaches: [infinite] }), SPAN, colorOf, 10)).toEqual([]);
    expect(breachAreas(metric({ breaches: [breach] }, { kind: 'levelOnly' }), SPAN, colorOf, 10)).toEqual([]);
  });

  it('keeps the newest where there are too many', () => {
    const second = { ...breach, firingSince: 40 * HOUR, end: 50 * HOUR };
    expect(breachAreas(metric({ breaches: [breach, second] }), SPAN, colorOf, 1)).toMatchObject([{ xMin: 40 * HOUR }]);
  });
});
