import { spawn } from 'node:child_process';

/**
 * Runs a command to its end.
 *
 * @param {string[]} command - the program and its arguments
 * @param {{ env?: Record<string, string>, isTold?: boolean }} [how] - what is added to the environment; `isTold` shows what
 *   it says while it runs, and keeps nothing of it
 * @returns {Promise<{ status: number | null, said: string }>} a program that can't be run has the status 1, and what it
 *   said is why
 */
export function runCommand([program, ...args], { env = {}, isTold = false } = {}) {
  return new Promise((resolve) => {
    const stdio = isTold ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio });
    const said = [];
    child.stdout?.on('data', (text) => said.push(text));
    child.stderr?.on('data', (text) => said.push(text));
    child.once('error', (error) => resolve({ status: 1, said: error.message }));
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString('utf8').trim() }));
  });
}
