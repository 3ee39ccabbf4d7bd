import fc from 'fast-check';
import Papa from 'papaparse';

import { timeWords } from '../locales/timeWords';
import { breachRows } from '../protocol/breaches/breachRows';
import { firingMetric, NOW, rule, SPAN, stated } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { DAY } from '../time/units';
import { breachCsv } from './breachCsv';
import { breachMarkdown } from './breachMarkdown';
import { tellBreaches } from './breachTold';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });
const FILE = {
  metric: 'Lead conversion',
  timeZone: 'UTC',
  stamp: (time: number) => new Date(time).toISOString(),
  isTracked: false,
};

/** Two breaches, the newer one open, of a rule with this owner. */
function toldBreaches(owner: string) {
  const inForce = rule({ text: stated({ owner }), escalateAfterMs: 2 * DAY });
  const metric = firingMetric({ rule: inForce, history: { versions: [{ rule: inForce }] } });
  const breach = { severity: 'critical' as const, onset: null };
  const breaches = [
    { ...breach, firingSince: null, knownFrom: NOW - 20 * DAY, end: NOW - 18 * DAY },
    { ...breach, firingSince: NOW - 3 * DAY, worst: { value: -17.2, time: NOW - DAY } },
  ];
  const rows = breachRows({ ...metric, view: { ...metric.view, breaches } }, { on: 'view', span: SPAN });
  return tellBreaches(t, rows, {}, { metric, span: SPAN, times });
}

describe('breachMarkdown', () => {
  const markdownOf = (owner: string) =>
    breachMarkdown(
      t,
      toldBreaches(owner).map(({ cells }) => cells),
      { title: 'Lead conversion: 2 breaches', listed: 'In view.' }
    );

  it('is a table under its title', () => {
    expect(markdownOf('Demand Gen').split('\n')).toEqual([
      '**Lead conversion: 2 breaches**',
      '',
      'In view.',
      '',
      '| Since | Until | Worst | Rule then | Owner then | Due |',
      '| --- | --- | --- | --- | --- | --- |',
      '| Critical, Fri 20 Nov 09:00 | still open (3 d) | -17.2 % (yesterday 09:00) | below 20 % for 2 d | Demand Gen | yesterday 09:00; overdue 1 d |',
      '| Critical, before 3 Nov 09:00 | 5 Nov 09:00 (at least 2 d) |  | below 20 % for 2 d | Demand Gen | before 5 Nov 09:00; overdue 0 s |',
      '',
    ]);
  });

  it('takes what users wrote for text: it stays in its cell, and makes no link and no tag', () => {
    const [, , , , , , line] = markdownOf('<b>x</b> | [a](javascript:1)\n`c` # d').split('\n');
    expect(line).toContain('| \\<b\\>x\\</b\\> \\| \\[a\\](javascript:1) \\`c\\` \\# d |');
  });
});

describe('breachCsv', () => {
  it('is a row a breach, with times and numbers as such', () => {
    const text = breachCsv(toldBreaches('Demand Gen'), FILE);
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true });
    expect(data).toEqual([
      {
        Metric: 'Lead conversion',
        Severity: 'Critical',
        'Since (UTC)': '2026-11-20T09:00:00.000Z',
        'Known to fire from (UTC)': '2026-11-20T09:00:00.000Z',
        'Critical since (UTC)': '2026-11-20T09:00:00.000Z',
        'Until (UTC)': '',
        Hours: '72',
        Worst: '-17.2',
        'Worst at (UTC)': '2026-11-22T09:00:00.000Z',
        'Rule then': 'below 20 % for 2 d',
        'Rule until (UTC)': '',
        'Owner then': 'Demand Gen',
        'Due (UTC)': '2026-11-22T09:00:00.000Z',
        'Hours overdue': '24',
      },
      expect.objectContaining({
        'Since (UTC)': '',
        'Known to fire from (UTC)': '2026-11-03T09:00:00.000Z',
        'Until (UTC)': '2026-11-05T09:00:00.000Z',
        Hours: '48',
        Worst: '',
        'Due (UTC)': '',
      }),
    ]);
  });

  it('runs nothing in a spreadsheet, whatever somebody is called', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t=', '＝'), fc.string(), (sign, rest) => {
        const text = breachCsv(toldBreaches(`${sign}${rest}x`), { ...FILE, metric: `${sign}cmd` });
        const [, ...rows] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n' }).data;
        const cells = rows.flat().filter((cell) => !/^-?[\d.]+$/.test(cell));
        expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([]);
      })
    );
  });
});
