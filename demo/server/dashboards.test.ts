import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DashboardFolder, slugOf } from './dashboards';

describe('DashboardFolder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dashboards-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, json: unknown) => writeFileSync(join(folder, name), JSON.stringify(json));

  it('reads files anew and leaves out what is no dashboard', () => {
    const dashboards = new DashboardFolder([folder, join(folder, 'missing')]);
    expect(dashboards.list()).toEqual([]);
    write('b.json', { uid: 'b', title: 'Zebra', panels: [], tags: ['x', 1] });
    write('a.json', { uid: 'a', title: 'Ant', panels: [] });
    write('other.json', { rules: [] });
    expect(dashboards.list().map(({ uid, tags }) => [uid, tags])).toEqual([
      ['a', []],
      ['b', ['x']],
    ]);
    expect(dashboards.has('a')).toBe(true);
    expect(dashboards.has('c')).toBe(false);
  });

  it('goes on after a file that is no JSON', () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation();
    write('a.json', { title: 'Ant', panels: [] });
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(new DashboardFolder([folder]).list().map(({ uid }) => uid)).toEqual(['ant']);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('broken.json'));
  });
});

it.each([
  ['Sales Ops', 'sales-ops'],
  ['  Week-2: lead conversion! ', 'week-2-lead-conversion'],
  ['日本', 'dashboard'],
])('makes a slug of %p', (title, slug) => expect(slugOf(title)).toBe(slug));
