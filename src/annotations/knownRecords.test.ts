import { IDENTITY } from '../testing/interventions';
import { HOUR, MINUTE, SECOND } from '../time/units';
import type { StoredAnnotation } from './annotationStore';
import { KnownRecords } from './knownRecords';

const START = Date.UTC(2026, 2, 11);
const FIRED = START - HOUR;

const record = (id: number): StoredAnnotation => ({
  id,
  time: FIRED,
  timeEnd: FIRED + 10 * MINUTE,
  tags: ['protocol:breach', `protocol-id:${IDENTITY}`, 'protocol-severity:critical'],
  data: { form: 1, identity: IDENTITY, severity: 'critical', from: FIRED, end: FIRED + 10 * MINUTE },
});

function knownRecords() {
  let now = START;
  const known = new KnownRecords(
    () => now,
    () => undefined
  );
  known.arrive([], START);
  known.takeArrived();
  const after = (ms: number) => {
    now += ms;
    return now;
  };
  return { known, after, ids: () => known.all.map(({ id }) => id) };
}

it('a read of all that was asked for before something was written takes nothing of it away, however late it comes', () => {
  const { known, after, ids } = knownRecords();
  const asked = after(SECOND);
  after(SECOND);
  known.keep(record(1));
  // Whoever wrote looks at once whether it is there twice.
  known.takePart([record(1)], { from: FIRED, to: START }, after(SECOND));
  known.arrive([], asked);
  known.takeArrived();
  expect(ids()).toEqual([1]);
});

it('what others removed is gone with the next read of all', () => {
  const { known, after, ids } = knownRecords();
  known.keep(record(1));
  known.takePart([record(1)], { from: FIRED, to: START }, after(SECOND));
  known.arrive([], after(SECOND));
  known.takeArrived();
  expect(ids()).toEqual([]);
});

it('what this browser removed does not come back with a read that was asked for before', () => {
  const { known, after, ids } = knownRecords();
  known.keep(record(1));
  const asked = after(SECOND);
  after(SECOND);
  known.forget(1);
  known.takePart([], { from: FIRED, to: START }, after(SECOND));
  known.arrive([record(1)], asked);
  known.takeArrived();
  expect(ids()).toEqual([]);
});
