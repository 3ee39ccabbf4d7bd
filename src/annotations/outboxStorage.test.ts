import type { OutboxEntry } from './outboxStorage';
import { browserOutbox } from './outboxStorage';

const ENTRY: OutboxEntry = {
  key: 'k1',
  task: 'write',
  annotation: { dashboardUid: 'ops', panelId: 4, time: 5, text: 'x', tags: ['a'], data: { k: 1 } },
  mayBeThere: true,
  tries: 2,
  nextTry: 7,
  answer: 'busy',
  owner: 'tab',
  ownedUntil: 9,
};

afterEach(() => {
  jest.restoreAllMocks();
  window.localStorage.clear();
});

it('keeps entries over a reload, each box for itself', () => {
  const box = browserOutbox(window.localStorage, 'ana.ops');
  box.put(ENTRY);
  box.putUndone('k2', 3);
  const again = browserOutbox(window.localStorage, 'ana.ops');
  expect(again.entries()).toEqual([ENTRY]);
  expect(again.undone()).toEqual(new Map([['k2', 3]]));
  expect(browserOutbox(window.localStorage, 'ana.other').entries()).toEqual([]);
  again.drop('k1');
  again.dropUndone('k2');
  expect(box.entries()).toEqual([]);
  expect(box.undone().size).toBe(0);
});

it('keeps them in memory where the browser keeps nothing', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  for (const storage of [window.localStorage, undefined]) {
    const box = browserOutbox(storage, 'ana.ops');
    box.put(ENTRY);
    expect(box.entries()).toEqual([ENTRY]);
    box.drop('k1');
    expect(box.entries()).toEqual([]);
  }
});

it.each([
  '',
  '{',
  '3',
  '{"key":"k1"}',
  '{"key":"other","task":"write","annotation":{}}',
  '{"key":"k1","task":"write","annotation":{"text":"x"}}',
])('takes %j in its place for nothing', (text) => {
  window.localStorage.setItem('protocol.outbox.ana.ops.k1', text);
  expect(browserOutbox(window.localStorage, 'ana.ops').entries()).toEqual([]);
});
