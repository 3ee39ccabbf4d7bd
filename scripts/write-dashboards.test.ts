import { execFileSync } from 'child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const SCRIPT = join(__dirname, 'write-dashboards.mjs');
const TEMPLATES = join(__dirname, '..', 'provisioning', 'templates');
const DAY = 24 * 60 * 60 * 1000;
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
  targets: Target[];
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

function dashboardsOf(files: Record<string, string>): Dashboard[] {
  return Object.values(files).map((text) => JSON.parse(text));
}

function panelsOf(files: Record<string, string>, uid: string): Panel[] {
  return dashboardsOf(files).find((dashboard) => dashboard.uid === uid)!.panels;
}

function rowsOf(target: Target): string[][] {
  const [, ...lines] = target.csvContent!.trim().split('\n');
  return lines.map((line) => line.split(','));
}

function dailyTargetsOf(files: Record<string, string>): Target[] {
  return ['sales-ops', 'before-after'].flatMap((uid) => panelsOf(files, uid)).flatMap((panel) => panel.targets);
}

function valuesOf(files: Record<string, string>, metric: string): number[] {
  return rowsOf(dailyTargetsOf(files).find((target) => target.alias === metric)!).map(([, value]) => Number(value));
}

describe('write-dashboards', () => {
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
    expect(Object.values(files).join('')).not.toMatch(/<(csv|rule|date):/);
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
    const firing = panelsOf(files, 'faces').find((panel) => panel.title === 'Firing')!;
    expect(rowsOf(firing.targets[0]).at(-1)![0]).toBe(NOW);
  });

  // TestData turns every column with "time" in its header into a time field.
  it('has "time" in no header but that of the time', () => {
    const headers = dashboardsOf(files)
      .flatMap((dashboard) => dashboard.panels.flatMap((panel) => panel.targets))
      .flatMap((target) => target.csvContent?.split('\n')[0].split(',').slice(1) ?? []);
    expect(headers.filter((header) => /time/i.test(header))).toEqual([]);
  });

  // Whatever weekday it is: the levels are those of provisioning/templates/rules/sales.json.
  it.each([2, 3, 4, 5, 6, 7, 8])('shows the same states on the %s. of March as on every other day', (day) => {
    const today = written(`2026-03-0${day}T10:00:00Z`);
    const conversion = valuesOf(today, 'Week-2 lead conversion');
    expect(Math.max(...conversion.slice(-6))).toBeLessThan(20);
    expect(Math.max(...conversion.slice(-10))).toBeLessThan(24);
    expect(Math.min(...conversion.slice(-33, -10))).toBeGreaterThan(24.5);
    expect(Math.max(...conversion.slice(-42, -34))).toBeLessThan(24);

    const gap = valuesOf(today, 'Commit gap, Sales to Finance');
    expect(Math.min(...gap.slice(-5))).toBeGreaterThan(8);
    expect(Math.max(...gap.slice(-60, -5).map(Math.abs))).toBeLessThan(8);
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

  it('describes every panel, gives each its own id and title, and lets none lie on another', () => {
    for (const { panels } of dashboardsOf(files)) {
      expect(panels.filter((panel) => !panel.description)).toEqual([]);
      expect(new Set(panels.map((panel) => panel.id)).size).toBe(panels.length);
      expect(new Set(panels.map((panel) => panel.title)).size).toBe(panels.length);
      expect(cellsOf(panels).length).toBe(new Set(cellsOf(panels)).size);
    }
  });

  it('says which time it can not read', () => {
    expect(() => written('tomorrow')).toThrow('"tomorrow" is no time such as 2026-03-02T10:00:00Z');
  });
});

/** The grid cells that the panels take, a cell twice if two of them do. */
function cellsOf(panels: Panel[]): string[] {
  return panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`)
  );
}
