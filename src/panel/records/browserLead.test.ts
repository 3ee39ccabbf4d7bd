import { BrowserLead } from './browserLead';

/** Locks as a browser has them: one holder, the others wait in their order. */
class Locks {
  private readonly waiting: Array<() => void> = [];
  private isHeld = false;

  request = (_: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = () => {
        this.isHeld = true;
        void run().then(() => {
          this.isHeld = false;
          resolve();
          this.waiting.shift()?.();
        });
      };
      signal.addEventListener('abort', () => {
        if (this.waiting.includes(take)) {
          this.waiting.splice(this.waiting.indexOf(take), 1);
          reject(new Error('aborted'));
        }
      });
      if (this.isHeld) {
        this.waiting.push(take);
      } else {
        take();
      }
    });
}

let visibility: DocumentVisibilityState;
beforeEach(() => {
  visibility = 'visible';
  jest.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});

function setLocks(locks: Locks | undefined) {
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
}

async function show(next: DocumentVisibilityState) {
  visibility = next;
  document.dispatchEvent(new Event('visibilitychange'));
  await Promise.resolve();
  await Promise.resolve();
}

it('is one tab, and the next where that one is left', async () => {
  setLocks(new Locks());
  const told: string[] = [];
  const [one, other] = ['one', 'other'].map((name) => new BrowserLead('ops', () => told.push(name)));
  one.start();
  other.start();
  expect([one.isLeader(), other.isLeader()]).toEqual([true, false]);
  one.stop();
  await show('visible');
  expect([one.isLeader(), other.isLeader()]).toEqual([false, true]);
  expect(told).toEqual(['one', 'other']);
  other.stop();
});

it('is given up by a tab that is hidden, and asked for again when it is looked at', async () => {
  setLocks(new Locks());
  const onLead = jest.fn();
  const lead = new BrowserLead('ops', onLead);
  lead.start();
  await show('hidden');
  expect(lead.isLeader()).toBe(false);
  await show('visible');
  expect(lead.isLeader()).toBe(true);
  expect(onLead).toHaveBeenCalledTimes(2);
  lead.stop();
});

it('is every tab on plain http', () => {
  setLocks(undefined);
  const [one, other] = [new BrowserLead('ops', jest.fn()), new BrowserLead('ops', jest.fn())];
  one.start();
  other.start();
  expect([one.isLeader(), other.isLeader()]).toEqual([true, true]);
  one.stop();
  expect(one.isLeader()).toBe(false);
  other.stop();
});
