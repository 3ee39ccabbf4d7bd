import fc from 'fast-check';

import type { Responses } from '../protocol/responses/intervention';
import { INTERVENTION_TAG } from '../protocol/responses/interventionTag';
import { CountedTime } from '../testing/countedTime';
import { IDENTITY } from '../testing/interventions';
import type { Fault } from '../testing/memoryAnnotations';
import { MemoryAnnotations, memoryOutbox } from '../testing/memoryAnnotations';
import { NOW } from '../testing/metricProtocol';
import { DAY, HOUR, MINUTE, SECOND } from '../time/units';
import type { OutboxStorage } from './outboxStorage';
import type { Reader } from './dashboardReads';
import { ResponseLog } from './responseLog';

const BREACH = { identity: IDENTITY, severity: 'critical', stretch: { from: NOW - HOUR, to: NOW } } as const;
const TAKEN = { said: { kind: 'taken' } } as const;
const READER: Reader = { onChange: () => undefined, from: NOW - DAY, isShared: () => false };

/** One browser: a clock, a storage, a store, and as many tabs as one opens. */
class Browser {
  readonly time = new CountedTime(NOW);
  readonly storage: OutboxStorage = memoryOutbox();
  readonly heard: Array<(message: unknown) => void> = [];
  private keys = 0;

  constructor(
    private readonly hasLocks = true,
    readonly store = new MemoryAnnotations()
  ) {
    store.later = this.time.later;
  }

  open(tab = 'tab 1'): Tab {
    return new Tab(this, tab);
  }

  logOf(tab: string): ResponseLog {
    let busy = Promise.resolve();
    return new ResponseLog('ops', {
      store: this.store,
      storage: this.storage,
      tab,
      now: this.time.now,
      later: this.time.later,
      random: () => 0.5,
      alone: (run) => (this.hasLocks ? (busy = busy.then(run, run)) : run()),
      channel: {
        send: (message) => this.heard.forEach((hear) => hear(message)),
        listen: (hear) => void this.heard.push(hear),
      },
      me: { login: 'ana', name: 'Ana' },
      newKey: () => `k${this.keys++}`,
    });
  }
}

class Tab {
  readonly log: ResponseLog;

  constructor(
    private readonly browser: Browser,
    tab: string
  ) {
    this.log = browser.logOf(tab);
    this.log.follow(READER);
  }

  record = () => this.log.record(4, BREACH, TAKEN).key;

  /** The time goes on, with a read a minute. */
  async pass(ms: number): Promise<void> {
    const { time } = this.browser;
    const end = time.at + ms;
    for (let at = time.at; at < end; at += MINUTE) {
      void this.log.read();
      await time.goTo(Math.min(end, at + MINUTE));
    }
  }
}

const shown = (responses: Responses) =>
  responses.kind === 'tracked' ? responses.interventions.map(({ key }) => key) : [];

const waiting = (responses: Responses) =>
  responses.kind === 'tracked'
    ? responses.unwritten.map(({ status, isUndo }) => (isUndo ? `undo ${status}` : status))
    : [];

describe('what is said', () => {
  it('is shown at once, and is an annotation that others can query and read', async () => {
    const browser = new Browser();
    const tab = browser.open();
    const { key } = tab.log.record(4, { ...BREACH, name: 'Leads' }, { said: { kind: 'acted' }, note: ' paused it ' });
    expect(shown(tab.log.responses)).toEqual([key]);
    expect(waiting(tab.log.responses)).toEqual(['writing']);
    await tab.pass(1);
    expect(waiting(tab.log.responses)).toEqual([]);
    expect([...browser.store.items.values()]).toEqual([
      expect.objectContaining({
        dashboardUid: 'ops',
        panelId: 4,
        time: NOW,
        text: 'Leads: Ana did something about it: paused it',
        tags: [INTERVENTION_TAG, `protocol-id:${IDENTITY}`, 'protocol-said:acted'],
      }),
    ]);
  });

  it('of a breach that is open speaks of it up to the moment at which it is said', () => {
    const { log } = new Browser().open();
    const stretch = { from: NOW - HOUR, to: NOW - MINUTE };
    expect(log.record(4, { ...BREACH, stretch, isOpen: true }, TAKEN).breach).toEqual({
      ...BREACH,
      stretch: { from: NOW - HOUR, to: NOW },
    });
    expect(log.record(4, { ...BREACH, stretch }, TAKEN).breach.stretch).toEqual(stretch);
  });

  it('is known to other tabs at once, to other browsers with their next read', async () => {
    const browser = new Browser();
    const [tab, other] = [browser.open(), browser.open('tab 2')];
    const elsewhere = new Browser(true, browser.store).open();
    await elsewhere.pass(1);
    const key = tab.record();
    expect(shown(other.log.responses)).toEqual([key]);
    await browser.time.goTo(NOW + 1);
    expect(shown(other.log.responses)).toEqual([key]);
    expect(shown(elsewhere.log.responses)).toEqual([]);
    await elsewhere.pass(2 * MINUTE);
    expect(shown(elsewhere.log.responses)).toEqual([key]);
  });

  it('is told by who is known to have written it, whatever the annotation says', async () => {
    const browser = new Browser();
    const tab = browser.open();
    tab.record();
    await tab.pass(1);
    const [item] = browser.store.items.values();
    browser.store.items.set(item.id, { ...item, login: 'mallory' });
    await tab.pass(2 * MINUTE);
    expect(tab.log.responses).toMatchObject({ interventions: [{ by: 'mallory' }] });
  });
});

describe('a read', () => {
  it('is made once a minute, however many panels ask', async () => {
    const browser = new Browser();
    const tab = browser.open();
    for (let second = 0; second < 600; second++) {
      void tab.log.read();
      await browser.time.goTo(browser.time.at + SECOND);
    }
    expect(browser.store.asked).toEqual({ find: 10, create: 0, patch: 0, remove: 0 });
  });

  it('claims nothing until it is answered, and keeps what it knows where the next one fails', async () => {
    const browser = new Browser();
    const tab = browser.open();
    expect(tab.log.responses).toEqual({ kind: 'awaited' });
    await tab.pass(2 * MINUTE);
    expect(tab.log.responses).toMatchObject({ kind: 'tracked', readAt: NOW + MINUTE });
    browser.store.faults = ['broken'];
    await tab.pass(MINUTE);
    expect(tab.log.responses).toMatchObject({ kind: 'tracked', readAt: NOW + MINUTE, failed: 'broken' });
  });

  it('knows as much as the widest panel shows', async () => {
    const browser = new Browser();
    const tab = browser.open();
    const from = NOW - 400 * DAY;
    tab.log.follow({ ...READER, from });
    await tab.pass(1);
    const { responses } = tab.log;
    expect(responses.kind === 'tracked' && responses.knownFrom).toBeLessThanOrEqual(from);
  });

  it('asks all dashboards where a metric is that of others, too', async () => {
    const browser = new Browser();
    const tab = browser.open();
    tab.record();
    await tab.pass(1);
    const [item] = browser.store.items.values();
    browser.store.items.set(item.id, { ...item, dashboardUid: 'other' });
    await tab.pass(2 * MINUTE);
    expect(shown(tab.log.responses)).toEqual([]);
    tab.log.follow({ ...READER, isShared: () => true });
    await tab.pass(MINUTE);
    expect(shown(tab.log.responses)).toHaveLength(1);
  });

  it('that is refused says that responses are not tracked, and is not asked for each minute', async () => {
    const browser = new Browser();
    const tab = browser.open();
    browser.store.faults = ['refused'];
    await tab.pass(20 * MINUTE);
    expect(tab.log.responses).toEqual({ kind: 'untracked', because: 'noRead' });
    expect(browser.store.asked.find).toBe(1);
  });
});

describe('what goes wrong', () => {
  it.each<[Fault, string, number]>([
    ['unreachable', 'waiting', 10 * SECOND],
    ['lostReply', 'waiting', 10 * SECOND],
    ['busy', 'waiting', 2 * MINUTE],
    ['expired', 'waiting', 2 * MINUTE],
    ['broken', 'waiting', 10 * SECOND],
  ])('%s: is shown as waiting, and is written later, once', async (fault, status, later) => {
    const browser = new Browser();
    const tab = browser.open();
    browser.store.faults = [fault];
    const key = tab.record();
    await browser.time.goTo(NOW + 1);
    expect(waiting(tab.log.responses)).toEqual([status]);
    await browser.time.goTo(NOW + later);
    expect(waiting(tab.log.responses)).toEqual([]);
    expect(shown(tab.log.responses)).toEqual([key]);
    expect(browser.store.items.size).toBe(1);
  });

  it.each<Fault>(['refused', 'neverHeals'])(
    '%s: is kept until somebody tries again or lets go of it',
    async (fault) => {
      const browser = new Browser();
      const tab = browser.open();
      browser.store.faults = [fault, fault];
      const [first, second] = [tab.record(), tab.record()];
      await browser.time.goTo(NOW + HOUR);
      expect(waiting(tab.log.responses)).toEqual(['refused', 'refused']);
      tab.log.retry(first);
      tab.log.undo(second);
      await tab.pass(MINUTE);
      expect(waiting(tab.log.responses)).toEqual([]);
      expect(shown(tab.log.responses)).toEqual([first]);
      expect(browser.store.items.size).toBe(1);
    }
  );

  it('a server that fails each time is told after a few tries', async () => {
    const browser = new Browser();
    const tab = browser.open();
    browser.store.faults = ['broken', undefined, 'broken', undefined, 'broken'];
    tab.record();
    await browser.time.goTo(NOW + HOUR);
    expect(waiting(tab.log.responses)).toEqual(['refused']);
    expect(browser.store.asked.create).toBe(3);
  });

  it('what could not be written is shown after a reload, and written', async () => {
    const browser = new Browser();
    const tab = browser.open();
    browser.store.faults = ['unreachable', 'unreachable'];
    const key = tab.record();
    await browser.time.goTo(NOW + 1);
    const reloaded = browser.open();
    expect(shown(reloaded.log.responses)).toEqual([key]);
    await reloaded.pass(MINUTE);
    expect(waiting(reloaded.log.responses)).toEqual([]);
    expect(browser.store.items.size).toBe(1);
  });

  it('what a closed tab left is written by another, a while later', async () => {
    const browser = new Browser();
    browser.store.faults = ['busy'];
    browser.open('closed').record();
    const closed = browser.storage.entries();
    await browser.time.goTo(NOW + 1);
    const other = new Browser();
    closed.forEach((entry) => other.storage.put(entry));
    const tab = other.open('tab 2');
    await tab.pass(1);
    expect(other.store.items.size).toBe(0);
    await tab.pass(5 * MINUTE);
    expect(other.store.items.size).toBe(1);
  });
});

describe('undo', () => {
  it('removes what is written, on all screens', async () => {
    const browser = new Browser();
    const [tab, other] = [browser.open(), browser.open('tab 2')];
    const key = tab.record();
    await other.pass(1);
    tab.log.undo(key);
    expect(shown(tab.log.responses)).toEqual([]);
    await browser.time.goTo(browser.time.at + 1);
    expect(browser.store.items.size).toBe(0);
    expect(shown(other.log.responses)).toEqual([]);
  });

  it('is of what this person recorded: on this screen, on another of theirs, or some time ago', async () => {
    const browser = new Browser();
    const [tab, other] = [browser.open(), browser.open('tab 2')];
    const key = tab.record();
    expect(tab.log.isOwn(key)).toBe(true);
    await other.pass(1);
    expect(other.log.isOwn(key)).toBe(true);
    await tab.pass(10 * MINUTE);
    expect(tab.log.isOwn(key)).toBe(true);

    const [mine] = browser.store.items.values();
    browser.store.items.set(mine.id, { ...mine, login: 'ben' });
    await tab.pass(2 * MINUTE);
    expect(shown(tab.log.responses)).toEqual([key]);
    expect(tab.log.isOwn(key)).toBe(false);
  });

  it('leaves nothing where a reply was lost, or a request arrives late', async () => {
    const browser = new Browser();
    const tab = browser.open();
    browser.store.faults = [{ lateMs: 10 * MINUTE }];
    const key = tab.record();
    await browser.time.goTo(NOW + 1);
    tab.log.undo(key);
    await tab.pass(30 * MINUTE);
    expect(browser.store.items.size).toBe(0);
    expect(shown(tab.log.responses)).toEqual([]);
  });

  it('that is refused says so, and can be let go of', async () => {
    const browser = new Browser();
    const tab = browser.open();
    const key = tab.record();
    await tab.pass(1);
    browser.store.faults = [undefined, 'refused'];
    tab.log.undo(key);
    await browser.time.goTo(browser.time.at + 1);
    expect(waiting(tab.log.responses)).toEqual(['undo refused']);
    tab.log.undo(key);
    await tab.pass(2 * MINUTE);
    expect(waiting(tab.log.responses)).toEqual([]);
    expect(shown(tab.log.responses)).toEqual([key]);
  });
});

describe('under any interleaving of faults', () => {
  const anyFault: fc.Arbitrary<Fault | undefined> = fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    fc.constantFrom('busy', 'expired', 'unreachable', 'broken', 'lostReply'),
    fc.constantFrom('refused' as const, 'neverHeals' as const),
    fc.integer({ min: 1, max: 20 * MINUTE }).map((lateMs) => ({ lateMs }))
  );
  const anyStep = fc.oneof(
    fc.record({ kind: fc.constantFrom('record' as const, 'reload' as const), tab: fc.nat(1) }),
    fc.record({ kind: fc.constantFrom('undo' as const, 'retry' as const), tab: fc.nat(1), which: fc.nat(9) }),
    fc.record({ kind: fc.constant('pass' as const), tab: fc.nat(1), ms: fc.integer({ min: 0, max: 5 * MINUTE }) })
  );
  type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

  async function act(browser: Browser, tabs: Tab[], steps: Step[]) {
    const recorded: string[] = [];
    const undone = new Set<string>();
    for (const step of steps) {
      const tab = tabs[step.tab];
      if (step.kind === 'record') {
        recorded.push(tab.record());
      } else if (step.kind === 'reload') {
        tabs[step.tab] = browser.open(`tab ${step.tab}`);
      } else if (step.kind === 'pass') {
        await tab.pass(step.ms);
      } else if ('which' in step && recorded.length > 0) {
        const key = recorded[step.which % recorded.length];
        if (step.kind === 'retry') {
          tab.log.retry(key);
        } else if (!undone.has(key) && shown(tab.log.responses).includes(key)) {
          tab.log.undo(key);
          undone.add(key);
        }
      }
    }
    return recorded.filter((key) => !undone.has(key));
  }

  /** The store is well again: what waits is tried, what was given up is asked for. */
  async function heal(browser: Browser, tabs: Tab[]) {
    browser.store.faults = [];
    for (let round = 0; round < 3; round++) {
      browser.storage.entries().forEach(({ key }) => tabs[0].log.retry(key));
      for (const tab of tabs) {
        await tab.pass(20 * MINUTE);
      }
    }
  }

  it.each([true, false])(
    'loses nothing and shows nothing twice (one tab at a time: %s)',
    async (hasLocks) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { minLength: 1, maxLength: 14 }),
          fc.array(anyFault, { maxLength: 25 }),
          async (steps, faults) => {
            const browser = new Browser(hasLocks);
            browser.store.faults = [...faults];
            const tabs = [browser.open('tab 0'), browser.open('tab 1')];
            const expected = await act(browser, tabs, steps);
            await heal(browser, tabs);
            tabs.forEach(({ log }) => {
              expect(shown(log.responses).sort()).toEqual([...expected].sort());
              expect(waiting(log.responses)).toEqual([]);
            });
            const kept = [...browser.store.items.values()].map(({ data }) => (data as { key: string }).key);
            expect(kept.sort()).toEqual([...expected].sort());
          }
        ),
        { numRuns: 150 }
      );
    },
    60_000
  );
});
