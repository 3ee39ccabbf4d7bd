import { IDENTITY } from '../testing/interventions';
import { NOW } from '../testing/metricProtocol';
import { HOUR } from '../time/units';
import { browserSeen } from './seenBreaches';

const SEEN = { identity: IDENTITY, severity: 'critical', isOpen: true, stretch: { from: NOW, to: NOW } } as const;

beforeEach(() => window.localStorage.clear());

it('is there after a reload, and once', () => {
  browserSeen(window.localStorage, 'ops').put(SEEN);
  const seen = browserSeen(window.localStorage, 'ops');
  seen.put({ ...SEEN, stretch: { from: NOW, to: NOW + HOUR } });
  expect(seen.all()).toEqual([{ ...SEEN, stretch: { from: NOW, to: NOW + HOUR } }]);
  expect(browserSeen(window.localStorage, 'other').all()).toEqual([]);
  seen.drop(() => true);
  expect(browserSeen(window.localStorage, 'ops').all()).toEqual([]);
});

it('does without a storage, and with one that takes or holds nonsense', () => {
  const alone = browserSeen(undefined, 'ops');
  alone.put(SEEN);
  expect(alone.all()).toEqual([SEEN]);
  window.localStorage.setItem('protocol.seen.ops', '[1, {"identity": 3}, {"stretch": null}]');
  expect(browserSeen(window.localStorage, 'ops').all()).toEqual([]);
  window.localStorage.setItem('protocol.seen.ops', '{');
  expect(browserSeen(window.localStorage, 'ops').all()).toEqual([]);
});
