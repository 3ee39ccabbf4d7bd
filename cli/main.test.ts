import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

import { dashboardJson, RULE } from '../src/testing/exportedPanel';
import { main } from './main';

let folder: string;
let said: { out: string; err: string };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'protocol-export-'));
  said = { out: '', err: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((said.out += String(text))));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((said.err += String(text))));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: object | string): void {
  mkdirSync(join(folder, 'in', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'in', path), typeof content === 'string' ? content : JSON.stringify(content));
}

const run = (...args: string[]) => main([...args, '--out', join(folder, 'out'), join(folder, 'in')]);
const written = () => readdirSync(join(folder, 'out')).sort();
const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');

describe('protocol-export', () => {
  it('writes a file for each dashboard that has rules, in folders, too', () => {
    put('sales.json', dashboardJson({}));
    put('more/ops.json', { ...dashboardJson({ rule: { ...RULE, key: 'ops' } }), uid: 'ops' });
    put('empty.json', { uid: 'e', title: 'E', panels: [] });
    expect(run()).toBe(0);
    expect(written()).toEqual(['more-ops.yaml', 'sales.yaml']);
    expect(said.out).toContain('2 alert rules in 2 files of 3 dashboards, 0 not exported');
    expect(parse(read('sales.yaml'))).toMatchObject({
      apiVersion: 1,
      groups: [{ rules: [{ title: 'Leads (critical)' }] }],
    });
  });

  it('writes the same bytes each time, and rule files of Prometheus where that is asked for', () => {
    put('sales.json', dashboardJson({}));
    run('--target', 'prometheus', '--grafana-url', 'https://grafana/');
    const before = read('sales.yaml');
    run('--target', 'prometheus', '--grafana-url', 'https://grafana/');
    expect(read('sales.yaml')).toBe(before);
    expect(parse(before)).toMatchObject({
      groups: [{ rules: [{ annotations: { panel_url: 'https://grafana/d/sales?viewPanel=7' } }] }],
    });
  });

  it('checks what is kept against what the dashboards say', () => {
    put('sales.json', dashboardJson({}));
    expect(run('--check')).toBe(1);
    expect(said.err).toContain('sales.yaml is missing');
    expect(run()).toBe(0);
    expect(said.out).toContain('1 alert rule in 1 file of 1 dashboard, 0 not exported');
    expect(run('--check')).toBe(0);
    put('sales.json', dashboardJson({ rule: { ...RULE, critical: 15 } }));
    expect(run('--check')).toBe(1);
    expect(said.err).toContain('sales.yaml is changed');
    rmSync(join(folder, 'in', 'sales.json'));
    put('other.json', dashboardJson({}));
    writeFileSync(join(folder, 'out', 'own.yaml'), 'groups: []');
    expect(run('--check')).toBe(1);
    expect(said.err).toContain('sales.yaml is left over');
    expect(run()).toBe(0);
    expect(written()).toEqual(['other.yaml', 'own.yaml']);
  });

  it('names what can not be read, and goes on', () => {
    put('broken.json', '{');
    put('package.json', { name: 'x' });
    put('sales.json', dashboardJson({}));
    expect(run()).toBe(1);
    expect(said.err).toMatch(/broken\.json can't be read: .*JSON/);
    expect(said.err).toContain("package.json can't be read: it is no dashboard");
    expect(written()).toEqual(['sales.yaml']);
    expect(main([join(folder, 'nowhere'), '--out', join(folder, 'out')])).toBe(1);
  });

  it('lists what was refused, which counts where one is strict', () => {
    put('sales.json', dashboardJson({ rule: { ...RULE, warning: 24, due: 'weekdays 07:00 Europe/Berlin' } }));
    expect(run()).toBe(0);
    expect(said.err).toBe(
      'Not exported: Sales › Leads: It says when figures are due (“due”), and engines know no calendar. Say how old a value may be instead: “staleAfter”.\n'
    );
    expect(run('--strict')).toBe(1);
  });

  it.each([[['--target', 'nagios']], [['--at', 'soon']], [['--unheard-of']]])('does not take %j', (args) => {
    expect(run(...args)).toBe(2);
    expect(said.err).toContain('protocol-export [options] <dashboards…>');
  });
});

it('runs from the command line, which builds it', () => {
  const text = execFileSync('node', [join(__dirname, 'run.mjs'), '--help'], { encoding: 'utf8' });
  expect(text).toContain('--strict');
}, 60_000);
