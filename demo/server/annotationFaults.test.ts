import { AnnotationFaults } from './annotationFaults';
import type { Reply } from './annotations';

const OK: Reply = { status: 200, body: {} };

it('lets the next requests of a method fail, and no others', async () => {
  const faults = new AnnotationFaults();
  faults.add([{ method: 'POST', status: 429, retryAfter: 3, times: 2 }]);
  const ask = (method: string) => faults.answer({ method }, () => OK);
  expect(await ask('GET')).toBe(OK);
  expect(await ask('POST')).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } });
  expect(await ask('POST')).toMatchObject({ status: 429 });
  expect(await ask('POST')).toBe(OK);
});

it('does what it loses the reply of', async () => {
  const faults = new AnnotationFaults();
  faults.add([{ lostReply: true }]);
  const act = jest.fn(() => OK);
  expect(await faults.answer({ method: 'POST' }, act)).toMatchObject({ isLost: true });
  expect(act).toHaveBeenCalledTimes(1);
});

it('leaves other dashboards alone', async () => {
  const faults = new AnnotationFaults();
  faults.add([{ dashboardUID: 'a', status: 500 }]);
  expect(await faults.answer({ method: 'GET', dashboardUID: 'b' }, () => OK)).toBe(OK);
  expect(await faults.answer({ method: 'GET', dashboardUID: 'a' }, () => OK)).toMatchObject({ status: 500 });
});
