import { firingMetric, now } from '../testing/metricProtocol';
import { plain as t } from '../testing/plain';
import { firingBelowWords } from './firingBelowWords';

const [critical, warning] = (['critical', 'warning'] as const).map((severity) =>
  firingMetric({ now: now({ state: 'firing', severity }) })
);

it.each([
  [[critical, critical], '2 more critical below'],
  [[warning], '1 more warning below'],
  [[critical, critical, warning], '2 more critical, 1 warning below'],
])('names what fires below: %#', (below, words) => {
  expect(firingBelowWords(t, below)).toBe(words);
});
