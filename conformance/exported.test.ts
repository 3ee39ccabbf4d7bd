import { join } from 'node:path';

import { compareExports } from './exported';
import { hasPromtool, INSTALL_PROMTOOL } from './promtool';

const CASES = 60;
const SEED = 20261127;

if (hasPromtool() || process.env.CI === 'true') {
  it(`Prometheus makes of ${CASES} exported rules what the panel says, at every evaluation (seed ${SEED})`, async () => {
    expect(hasPromtool() ? '' : INSTALL_PROMTOOL).toBe('');
    const folder = join(__dirname, '../test-results/conformance');
    const { cases, rules, refused, evaluations, active, having, failure } = await compareExports(CASES, SEED, folder);
    expect(failure).toBeUndefined();
    expect(cases).toBeGreaterThanOrEqual(CASES);
    expect(refused).toBeLessThan(rules / 4);
    expect(active / evaluations).toBeGreaterThan(0.1);
    expect(Math.min(...Object.values(having))).toBeGreaterThan(10);
  }, 120_000);
} else {
  it.skip(`Prometheus makes of exported rules what the panel says. Skipped: ${INSTALL_PROMTOOL}`, () => undefined);
}
