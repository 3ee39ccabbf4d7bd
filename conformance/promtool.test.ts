import { join } from 'node:path';

import { compareWithPrometheus } from './oracle';
import { hasPromtool, INSTALL_PROMTOOL } from './promtool';

const PAIRS = 300;
const SEED = 20261123;

if (hasPromtool() || process.env.CI === 'true') {
  it(`Prometheus agrees on ${PAIRS} series-rule pairs at every evaluation (seed ${SEED})`, async () => {
    expect(hasPromtool() ? '' : INSTALL_PROMTOOL).toBe('');
    const folder = join(__dirname, '../test-results/conformance');
    const { pairs, evaluations, active, failure } = await compareWithPrometheus(PAIRS, SEED, folder);
    expect(failure).toBeUndefined();
    expect(pairs).toBeGreaterThanOrEqual(PAIRS);
    expect(active / evaluations).toBeGreaterThan(0.2);
  }, 120_000);
} else {
  it.skip(`Prometheus agrees on ${PAIRS} series-rule pairs. Skipped: ${INSTALL_PROMTOOL}`, () => undefined);
}
