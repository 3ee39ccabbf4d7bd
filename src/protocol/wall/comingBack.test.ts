import { MINUTE, SECOND } from '../../time/units';
import type { Back } from './comingBack';
import { isOfBefore } from './comingBack';

const LOST = Date.UTC(2026, 10, 23, 9);
const AT = LOST + 3 * MINUTE;
const lost: Back = { at: AT, was: { kind: 'lost', since: LOST } };
const signedOut: Back = { at: AT, was: { kind: 'signedOut' } };

it.each<[string, { answeredAt?: number; failedAt?: number }, Back, boolean]>([
  ['nothing ever came', {}, lost, true],
  ['data of before', { answeredAt: LOST - SECOND }, lost, true],
  ['data that came in time to tell that it is back', { answeredAt: AT - SECOND }, lost, false],
  ['data of since', { answeredAt: AT + SECOND }, lost, false],
  ['a look-back that failed before, beside new data', { answeredAt: AT, failedAt: AT - MINUTE }, lost, true],
  ['a query that fails still', { answeredAt: AT, failedAt: AT + SECOND }, lost, false],
  ['data of before somebody signed in again', { answeredAt: AT - SECOND }, signedOut, true],
  ['data of after that', { answeredAt: AT + SECOND }, signedOut, false],
])('with %s', (_, wall, back, isBefore) => {
  expect(isOfBefore(wall, back)).toBe(isBefore);
});
