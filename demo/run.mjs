// `npm run demo`: makes the plugin, the dashboards and the page side by side, tells how far it is, and starts the local host.
import { runCommand } from '../scripts/runCommand.mjs';

const PARTS = [
  { name: 'the plugin', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'the dashboards', command: ['npm', 'run', '--silent', 'dashboards'] },
  { name: 'the page around them', command: ['node', 'demo/build.mjs'] },
];

const begin = performance.now();

async function make({ name, command }) {
  const { status, said } = await runCommand(command);
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  process.stdout.write(status === 0 ? `✓ ${name} (${seconds} s)\n` : `✗ ${name}: ${command.join(' ')}\n${said}\n`);
  return status === 0;
}

process.stdout.write(`Making ${PARTS.map(({ name }) => name).join(', ')}: half a minute, the first time.\n`);
const made = await Promise.all(PARTS.map(make));
if (made.every(Boolean)) {
  await import('./server/start.mjs');
} else {
  process.exitCode = 1;
}
