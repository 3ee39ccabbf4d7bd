import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { compareWithPrometheus } from './oracle';
import type { States } from './panelStates';
import { hasPromtool } from './promtool';

/** A panel that never waits: what is pending fires. */
jest.mock('./panelStates', () => {
  const real = jest.requireActual<typeof import('./panelStates')>('./panelStates');
  const hasty = (level: States): States => level.map((state) => (state === 'pending' ? 'firing' : state));
  return {
    ...real,
    panelStates: (...given: Parameters<typeof real.panelStates>) => ({
      states: real.panelStates(...given).states.map(hasty),
    }),
  };
});

const SEED = 7;

(hasPromtool() ? it : it.skip)(
  'a disagreement is found, made small, and written as files that promtool runs',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'oracle-'));
    try {
      const { failure = '' } = await compareWithPrometheus(1, SEED, folder, 1);
      const [told] = failure.split('\n');
      expect(told).toContain(`seed ${SEED}, case `);
      const file = join(folder, `seed-${SEED}`, 'test.yml');
      expect(told).toContain(`Run: promtool test rules ${file}`);
      await expect(promisify(execFile)('promtool', ['test', 'rules', file])).rejects.toThrow(/alertstate="pending"/);
      // One series of one level is enough to show it.
      expect(failure.match(/"alert":/g)).toHaveLength(1);
      expect(failure.match(/"values":/g)).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  120_000
);
