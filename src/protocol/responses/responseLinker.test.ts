import { NOW } from '../../testing/metricProtocol';
import { tracked } from '../../testing/interventions';
import { identitiesOf, identityHash } from '../identity';
import type { PanelAddress } from '../identity';
import type { PanelInput } from '../input';
import { tellProtocol } from '../tellProtocol';
import { DAY } from '../../time/units';
import { ResponseLinker } from './responseLinker';

const SPAN = { from: NOW - 60_000, to: NOW, now: NOW };
const PANEL: PanelAddress = { dashboardUid: 'ops', panelId: 4, repeat: { team: 'EMEA' } };

function identitiesIn(panel: PanelAddress, labels: Record<string, unknown> | undefined, key?: string) {
  const samples = { times: [NOW], values: [9] };
  const metric = { id: 'A', name: 'p99', frameIndex: 0, fieldIndex: 1, samples, labels, valueName: 'latency' };
  const rule = { default: { operator: '>', critical: 5, owner: 'SRE', key } };
  const input: PanelInput = {
    view: { metrics: [{ metric, format: String, formatLevel: String, color: 'blue', rule }], errors: [] },
    judgeOn: { mode: 'view' },
    spans: { view: SPAN, judged: SPAN },
    responses: new ResponseLinker(panel).read(tracked()),
  };
  const told = tellProtocol(input);
  return 'protocol' in told ? told.protocol.metrics.map(({ identity }) => identity) : [];
}

const hashOf = (...[marks, panel]: [Parameters<typeof identitiesOf>[0][number], PanelAddress]) =>
  identityHash(identitiesOf([marks], panel)[0] ?? '');

it('gives each metric the hash of its identity', () => {
  const labels = { service: 'checkout' };
  const marks = { name: 'p99', labels, valueName: 'latency' };
  expect(identitiesIn(PANEL, labels)).toEqual([hashOf(marks, PANEL)]);
  expect(identitiesIn(PANEL, undefined)).toEqual([hashOf({ name: 'p99' }, PANEL)]);
});

it('goes by the key of the rule in force', () => {
  const unsaved = { panelId: 4, repeat: {} };
  expect(identitiesIn(unsaved, undefined, 'p99')).toEqual([hashOf({ name: 'p99', key: 'p99' }, unsaved)]);
  expect(identitiesIn(unsaved, undefined)).toEqual([undefined]);
});

it('takes labels that are no texts for none', () => {
  expect(identitiesIn(PANEL, { service: {} })).toEqual([hashOf({ name: 'p99' }, PANEL)]);
});

it('gives what fires to be recorded though all that is in view has to settle', () => {
  const times = Array.from({ length: 30 }, (_, index) => NOW - (29 - index) * DAY);
  const samples = { times, values: times.map((time) => (time < NOW - 20 * DAY ? 1 : 9)) };
  const metric = { id: 'A', name: 'p99', frameIndex: 0, fieldIndex: 1, samples };
  const rule = { default: { operator: '>', critical: 5, owner: 'SRE', settleAfter: '15d' } };
  const week = { from: NOW - 7 * DAY, to: NOW, now: NOW };
  const told = tellProtocol({
    view: { metrics: [{ metric, format: String, formatLevel: String, color: 'blue', rule }], errors: [] },
    judgeOn: { mode: 'view' },
    spans: { view: week, judged: week },
    responses: new ResponseLinker(PANEL).read(tracked()),
  });
  const [firing] = 'protocol' in told ? told.protocol.metrics : [];
  expect(firing).toMatchObject({
    now: { state: 'firing', since: NOW - 20 * DAY, judgedTo: NOW - 15 * DAY },
    response: { open: { address: { severity: 'critical', stretch: { from: NOW - 20 * DAY, to: NOW } } } },
  });
});
