import trace from '../tests/fixtures/grafana-alerting-trace.json';

import { compareTrace } from './trace';

it('every state that Grafana 12.4 recorded agrees', () => {
  const { rules, states, disagreements } = compareTrace(trace);
  expect(disagreements).toEqual([]);
  expect(rules).toBe(30);
  expect(states).toBe(3000);
});

it('a wrong state is found and named', () => {
  const [first] = trace.rules;
  const wrong = { ...first, states: first.states.map((state) => (state === 'Normal' ? 'Alerting' : state)) };
  const { disagreements } = compareTrace({ ...trace, rules: [wrong] });
  expect(disagreements).toHaveLength(first.states.filter((state) => state === 'Normal').length);
  expect(disagreements[0]).toContain('Grafana Alerting, panel Normal');
});
