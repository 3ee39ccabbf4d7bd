import { timeWords } from '../locales/timeWords';
import type { BreachRow } from '../protocol/breaches/breachRows';
import { below, metricProtocol, NOW, now, rule, SPAN } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { DAY, HOUR } from '../time/units';
import type { BreachCells, BreachWordsContext } from './breachCells';
import { breachCells } from './breachCells';
import { cellLine } from './breachColumns';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

/** A critical breach from Wed 11 Nov 05:00 to Fri 13 Nov 05:00, by the rule in force now. */
const ROW: BreachRow = {
  key: '1',
  breaches: [],
  severity: 'critical',
  since: NOW - 12 * DAY - 4 * HOUR,
  knownFrom: NOW - 12 * DAY - 4 * HOUR,
  until: NOW - 10 * DAY - 4 * HOUR,
  lengthMs: 2 * DAY,
  worst: { value: 17.2, time: NOW - 11 * DAY },
  rule: rule(),
  level: below('critical', 20),
  owner: 'Demand Gen',
};

const OPEN = { until: undefined };

function cellsOf(row: Partial<BreachRow>, context: Partial<BreachWordsContext> = {}): BreachCells {
  const metric = metricProtocol({ stepMs: HOUR });
  return breachCells(t, { ...ROW, ...row }, { metric, span: SPAN, times, ...context });
}

describe('breachCells', () => {
  const ana = { kind: 'person', role: 'Demand Gen', holder: { name: 'Ana Ruiz' }, others: [] } as const;
  it.each<[keyof BreachCells, Partial<BreachRow>, string]>([
    ['since', {}, '11 Nov 05:00'],
    ['since', { since: null }, 'before 11 Nov 05:00'],
    ['since', { worstSince: NOW - 11 * DAY }, '11 Nov 05:00, critical since 12 Nov 09:00'],
    ['until', {}, '13 Nov 05:00 (2 d)'],
    ['until', { since: null }, '13 Nov 05:00 (at least 2 d)'],
    ['until', OPEN, 'still open (2 d)'],
    ['worst', {}, '17.2 % (12 Nov 09:00)'],
    ['worst', { worst: undefined }, ''],
    ['rule', {}, 'below 20 % for 2 d'],
    ['rule', { rule: rule({ forMs: 0 }) }, 'below 20 %'],
    ['rule', { level: undefined }, ''],
    ['rule', { ruleUntil: Date.UTC(2026, 10, 20) }, 'below 20 % for 2 d (until Fri 20 Nov)'],
    ['rule', { ruleUntil: NOW + DAY }, 'below 20 % for 2 d'],
    ['owner', {}, 'Demand Gen'],
    ['owner', { owner: undefined }, ''],
    ['owner', { ownerNow: ana }, 'Demand Gen (today Ana Ruiz)'],
    ['owner', { ownerNow: ana, ...OPEN }, 'Demand Gen (Ana Ruiz)'],
    ['owner', { ownerNow: ana, owner: 'ana ruiz' }, 'ana ruiz'],
    ['owner', { ownerNow: { kind: 'unknown', role: 'x' } }, 'Demand Gen'],
    ['due', {}, ''],
    ['due', { deadline: { kind: 'never' } }, ''],
    ['due', { deadline: { kind: 'at', at: NOW + HOUR } }, 'today 10:00'],
    ['due', { deadline: { kind: 'before', at: NOW - DAY } }, 'before yesterday 09:00'],
  ])('says of %s, where it is %j: %s', (column, row, words) => {
    const cell = cellsOf(row)[column];
    expect(typeof cell === 'object' && cellLine(cell)).toBe(words);
  });

  it('says dates alone of daily values, which begin at midnight', () => {
    const daily = { metric: metricProtocol({ stepMs: DAY }) };
    expect(cellsOf({ knownFrom: Date.UTC(2026, 10, 11) }, daily).since.words).toBe('11 Nov');
  });

  it('says of a range that is over that a breach was open then', () => {
    const past = { span: { from: NOW - 40 * DAY, to: NOW - 20 * DAY } };
    expect(cellsOf(OPEN, past).until.words).toBe('open at 3 Nov 09:00');
  });

  it('says of values that have to settle up to when a breach is known to be open', () => {
    const judged = { now: now({ judgedTo: NOW - 2 * DAY }) };
    const untilOf = (stepMs: number) => cellsOf(OPEN, { metric: metricProtocol({ ...judged, stepMs }) }).until.words;
    expect(untilOf(HOUR)).toBe('still open, final up to Sat 21 Nov 09:00');
    expect(untilOf(DAY)).toMatch(/^still open, final up to 21 Nov$/);
  });

  it('says how long past its due moment a breach was', () => {
    const deadline = { kind: 'at', at: NOW - 115 * DAY } as const;
    expect(cellsOf({ deadline, overdueMs: 115 * DAY + HOUR }).due.late).toBe('overdue 115 d');
    expect(cellsOf({ deadline }).due.late).toBeUndefined();
  });
});
