import { execFileSync } from 'child_process';
import { join } from 'path';

/** A program for Node: it has no bundler, and TypeScript is only stripped of its types. */
const PROGRAM = `
  const { tellProtocol } = require('./src/protocol/tellProtocol');
  const NOW = Date.UTC(2026, 10, 23, 9);
  const span = { from: NOW - 60_000, to: NOW, now: NOW };
  const metric = { id: 'cpu', name: 'CPU', frameIndex: 0, fieldIndex: 1, samples: { times: [NOW - 60_000, NOW], values: [10, 90] } };
  const rule = { default: { operator: '>', critical: '80', owner: 'SRE', action: 'Restart it' } };
  const view = { metrics: [{ metric, format: String, color: 'blue', rule }], errors: [] };
  const { protocol } = tellProtocol({ view, judgeOn: { mode: 'view' }, spans: { view: span, judged: span } });
  console.log(JSON.stringify({ now: protocol.metrics[0].now, modules: Object.keys(require.cache) }));
`;

const ROOT = join(__dirname, '../..');

it('tells a protocol in Node, of which nothing is Grafana’s or React’s', () => {
  const told = execFileSync('node', ['-r', 'ts-node/register/transpile-only', '-e', PROGRAM], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const { now, modules } = JSON.parse(told) as { now: unknown; modules: string[] };
  expect(now).toMatchObject({ state: 'firing', severity: 'critical' });
  const loaded = modules.map((file) => file.slice(ROOT.length + 1));
  expect(loaded).toContain('src/protocol/tellProtocol.ts');
  expect(loaded.filter((file) => /node_modules\/(@grafana|@emotion|react|rxjs)/.test(file))).toEqual([]);
  expect(loaded.filter((file) => /^src\/(?!protocol|words|tables|evaluation|rule|time)/.test(file))).toEqual([]);
});
