import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { fingerprintOf } from '../src/rule/fingerprint';
import { DAY } from '../src/time/units';

const SCRIPT = join(__dirname, 'writeDashboards.mjs');
const TEMPLATES = join(__dirname, '..', 'provisioning', 'templates');
const NOW = '2026-03-02T10:00:00Z';

interface Target {
  refId: string;
  alias?: string;
  csvContent?: string;
}
interface Panel {
  id: number;
  title: string;
  description: string;
  /** None in one that has no data. */
  targets?: Target[];
  /** Of a row that is closed. */
  panels?: Panel[];
  gridPos: { x: number; y: number; w: number; h: number };
}
interface Dashboard {
  uid: string;
  panels: Panel[];
}

const folders: string[] = [];

function written(now: string, how: 'option' | 'environment' = 'option'): Record<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'dashboards-'));
  folders.push(out);
  const args = [SCRIPT, '--out', out, ...(how === 'option' ? ['--now', now] : [])];
  execFileSync(process.execPath, args, {
    env: { ...process.env, DASHBOARDS_NOW: how === 'environment' ? now : '' },
    stdio: 'pipe',
  });
  return Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')]));
}

/** With the panels of rows that are closed. */
function dashboardsOf(files: Record<string, string>): Dashboard[] {
  return Object.values(files).map((text) => {
    const dashboard = JSON.parse(text) as Dashboard;
    return { ...dashboard, panels: dashboard.panels.flatMap((panel) => panel.panels ?? panel) };
  });
}

function panelsOf(files: Record<string, string>, uid: string): Panel[] {
  return dashboardsOf(files).find((dashboard) => dashboard.uid === uid)!.panels;
}

function rowsOf(target: Target): string[][] {
  const [, ...lines] = target.csvContent!.trim().split('\n');
  return lines.map((line) => line.split(','));
}

/** Figures of weeks; all others of the sales dashboards are of days. */
const WEEKLY = ['Commit gap, Sales to Finance', 'Partner-sourced pipeline'];

function salesTargetsOf(files: Record<string, string>): Target[] {
  const panels = ['sales-ops', 'before-after'].flatMap((uid) => panelsOf(files, uid));
  // Those that show other panels have no data of their own, rows no queries.
  return panels.flatMap(({ targets = [] }) => targets).filter(({ csvContent }) => csvContent !== undefined);
}

function dailyTargetsOf(files: Record<string, string>): Target[] {
  return salesTargetsOf(files).filter(({ alias }) => !WEEKLY.includes(alias!));
}

function valuesOf(files: Record<string, string>, metric: string): number[] {
  return rowsOf(salesTargetsOf(files).find((target) => target.alias === metric)!).map(([, value]) => Number(value));
}

function daysOf(files: Record<string, string>, metric: string): string[] {
  return rowsOf(salesTargetsOf(files).find((target) => target.alias === metric)!).map(([time]) => time.slice(0, 10));
}

describe('writeDashboards', () => {
  const files = written(NOW);

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it('writes one dashboard for each template and leaves nothing else behind', () => {
    const templates = readdirSync(TEMPLATES).filter((file) => file.endsWith('.json'));
    expect(Object.keys(files).sort()).toEqual(templates.sort());
  });

  it('writes the same files for the same moment, given as an option or by the environment', () => {
    expect(written(NOW)).toEqual(files);
    expect(written(NOW, 'environment')).toEqual(files);
  });

  it('leaves no placeholder unfilled', () => {
    expect(Object.values(files).join('')).not.toMatch(/<(csv|rule|date|clock|instant|holidays):/);
  });

  it.each([
    ['2026-03-02T00:00:00Z', '2026-03-01'],
    ['2026-03-02T23:59:59Z', '2026-03-01'],
    ['2026-03-01T23:30:00-05:00', '2026-03-01'],
    ['2028-03-01T12:00:00Z', '2028-02-29'],
  ])('ends the daily figures of %s with %s', (now, yesterday) => {
    for (const target of dailyTargetsOf(written(now))) {
      expect(rowsOf(target).at(-1)![0]).toBe(`${yesterday}T00:00:00Z`);
    }
  });

  it('gives every sales metric 26 weeks of days without a hole between them', () => {
    for (const target of dailyTargetsOf(files)) {
      const times = rowsOf(target).map(([time]) => Date.parse(time));
      expect(times).toHaveLength(182);
      expect(times.slice(1).every((time, index) => time - times[index] === DAY)).toBe(true);
    }
  });

  it('ends the samples of the faces now', () => {
    const firing = panelsOf(files, 'faces').find((panel) => panel.title === 'In breach')!;
    expect(rowsOf(firing.targets![0]).at(-1)![0]).toBe(NOW);
  });

  // TestData turns every column with "time" in its header into a time field.
  it('has "time" in no header but that of the time', () => {
    const headers = dashboardsOf(files)
      .flatMap((dashboard) => dashboard.panels.flatMap((panel) => panel.targets ?? []))
      .flatMap((target) => target.csvContent?.split('\n')[0].split(',').slice(1) ?? []);
    expect(headers.filter((header) => /time/i.test(header))).toEqual([]);
  });

  // Whatever day it is: the levels are those of provisioning/templates/rules/sales.json.
  it.each([
    ...[2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}T10:00:00Z`),
    '2026-03-29T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2027-01-01T00:00:00Z',
    '2027-12-31T23:59:59Z',
    '2028-02-29T12:00:00Z',
    '2028-04-17T05:59:00Z',
  ])('tells the same stories on %s as on every other day', (now) => {
    const today = written(now);
    // A lead has 14 days, so the youngest fourteen figures are not judged.
    const conversion = valuesOf(today, 'Week-2 lead conversion').slice(0, -14);
    expect(conversion.at(-1)).toBe(16.8);
    expect(Math.max(...conversion.slice(-6))).toBeLessThan(20);
    expect(Math.max(...conversion.slice(-10))).toBeLessThan(24);
    expect(Math.min(...conversion.slice(-33, -10))).toBeGreaterThan(24.5);
    expect(Math.max(...conversion.slice(-42, -34))).toBeLessThan(24);
    const unsettled = valuesOf(today, 'Week-2 lead conversion').slice(-14);
    expect(unsettled).toEqual([...unsettled].sort((a, b) => b - a));
    expect(unsettled.at(-1)).toBeLessThan(2);

    const bookings = valuesOf(today, 'Bookings to plan, 30 days');
    expect(bookings.at(-1)).toBeLessThan(90);
    expect(Math.min(...bookings.slice(-60, -3))).toBeGreaterThan(95);

    const gap = valuesOf(today, 'Commit gap, Sales to Finance');
    expect(gap.at(-1)).toBeGreaterThan(8);
    expect(Math.max(...gap.slice(-9, -1).map(Math.abs))).toBeLessThan(8);
    expect(Math.max(...gap)).toBeLessThan(15);

    const disputes = valuesOf(today, 'Open handoff disputes');
    expect(Math.min(...disputes.slice(-2))).toBeGreaterThan(18);
    expect(Math.max(...disputes.slice(0, -2))).toBeLessThanOrEqual(18);

    expect(Math.max(...valuesOf(today, 'Lead response time').slice(-60))).toBeLessThan(5);
    expect(Math.min(...valuesOf(today, 'Lead-source accuracy').slice(-60))).toBeGreaterThan(92);
    expect(Math.min(...valuesOf(today, 'Pipeline coverage'))).toBeGreaterThan(2.8);
    expect(Math.max(...valuesOf(today, 'Handoff to kickoff'))).toBeLessThan(6);
    expect(valuesOf(today, 'Average discount').at(-1)).toBeGreaterThan(12);
  });

  it.each([
    ['on a Monday before 6:00 UTC', '2026-03-02T05:59:00Z', '2026-02-20'],
    ['on a Monday from 6:00 UTC', '2026-03-02T06:00:00Z', '2026-02-27'],
    ['on a Sunday', '2026-03-08T12:00:00Z', '2026-02-27'],
    ['on Easter Monday, when nobody works', '2026-04-06T10:00:00Z', '2026-03-27'],
    ['on 1 January', '2027-01-01T00:00:00Z', '2026-12-25'],
  ])('ends the commits %s with the Friday before the last call', (_, now, friday) => {
    const days = daysOf(written(now), 'Commit gap, Sales to Finance');
    expect(days.at(-1)).toBe(friday);
    expect(days).toHaveLength(26);
    expect(days.every((day) => new Date(day).getUTCDay() === 5)).toBe(true);
  });

  it('leaves out two weeks of the partners’ file', () => {
    const commits = daysOf(files, 'Commit gap, Sales to Finance');
    expect(daysOf(files, 'Partner-sourced pipeline')).toEqual(commits.slice(0, -2));
  });

  it('describes every panel, gives each its own id and title, and lets none lie on another', () => {
    for (const { panels } of dashboardsOf(files)) {
      expect(panels.filter((panel) => !panel.description)).toEqual([]);
      expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length);
      expect(new Set(panels.map((panel) => panel.title)).size).toBe(panels.length);
      expect(cellsOf(panels).length).toBe(new Set(cellsOf(panels)).size);
    }
  });

  it('has in the dashboards of Sales and Service no agreement that is not kept', () => {
    const signed = ['sales-ops', 'before-after', 'service-ops'].flatMap((uid) =>
      rulesIn(panelsOf(files, uid)).filter(({ agreedBy }) => agreedBy !== undefined)
    );
    expect(signed.length).toBeGreaterThan(0);
    expect(signed.map(({ agreedFingerprint }) => agreedFingerprint)).toEqual(signed.map(fingerprintOf));
  });

  it('says which time it can not read', () => {
    expect(() => written('tomorrow')).toThrow('"tomorrow" is no time such as 2026-03-02T10:00:00Z');
  });
});

/** Every version of every rule in what is saved, however deep. */
function rulesIn(saved: unknown): Array<Record<string, unknown>> {
  if (typeof saved !== 'object' || saved === null) {
    return [];
  }
  const inside = Object.values(saved).flatMap(rulesIn);
  return 'agreedBy' in saved ? [{ ...saved }, ...inside] : inside;
}

/** The grid cells that the panels take, a cell twice if two of them do. */
function cellsOf(panels: Panel[]): string[] {
  return panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`)
  );
}
