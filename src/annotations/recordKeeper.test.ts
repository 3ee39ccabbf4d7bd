import type { ComputedBreach, EngineRecord } from '../protocol/records/breachRecord';
import { BREACH_TAG } from '../protocol/records/breachRecord';
import { CountedTime } from '../testing/countedTime';
import { IDENTITY } from '../testing/interventions';
import { MemoryAnnotations } from '../testing/memoryAnnotations';
import { NOW } from '../testing/metricProtocol';
import { DAY, HOUR, MINUTE } from '../time/units';
import { identityTag } from './interventionAnnotation';
import type { KeptPanel } from './panelPlans';
import { RecordKeeper } from './recordKeeper';
import type { SeenBreaches } from './seenBreaches';
import { seenBreaches } from './seenBreaches';

const MAY = { write: true, remove: true };

function memorySeen(): SeenBreaches {
  let kept: unknown = [];
  return seenBreaches(
    () => JSON.parse(JSON.stringify(kept)) as unknown,
    (seen) => (kept = seen)
  );
}

/** A store, a clock, and the screens that look at one dashboard. */
class World {
  readonly time = new CountedTime(NOW);
  readonly store = new MemoryAnnotations();
  readonly seen = memorySeen();
  readonly heard: Array<(message: unknown) => void> = [];
  /** When the one metric fires, and until when. */
  breaches: Array<[from: number, to: number]> = [];

  constructor() {
    this.store.later = this.time.later;
  }

  get records() {
    return [...this.store.items.values()].map(({ time, timeEnd }) => [time, timeEnd]);
  }

  get asked() {
    const { find, create, patch, remove } = this.store.asked;
    return { reads: find, writes: create + patch + remove };
  }
}

class Screen {
  isLeader = true;
  may = MAY;
  isLinked = false;
  lookBackMs = DAY;
  engine: EngineRecord[] = [];
  private readonly keeper: RecordKeeper<ComputedBreach>;
  private readonly tell: ReturnType<RecordKeeper<ComputedBreach>['follow']>['tell'];

  constructor(
    private readonly world: World,
    seen = world.seen
  ) {
    const { time, store, heard } = world;
    this.keeper = new RecordKeeper<ComputedBreach>({
      store,
      dashboardUid: 'ops',
      seen,
      lead: { isLeader: () => this.isLeader },
      channel: {
        send: (message) => heard.forEach((hear) => hear(message)),
        listen: (hear) => void heard.push(hear),
      },
      now: time.now,
      later: time.later,
      random: () => 0.5,
    });
    this.tell = this.keeper.follow(PANEL).tell;
  }

  get failed() {
    return this.keeper.failed?.message;
  }

  get offered() {
    return this.keeper.planOf(PANEL)?.offered ?? [];
  }

  recordOffered(): void {
    this.keeper.record(this.offered);
  }

  /** What the store has, as the log of the dashboard reads it each minute. */
  read(): Promise<void> {
    return this.keeper.receive([...this.world.store.items.values()], this.world.time.at);
  }

  look(): void {
    const { at } = this.world.time;
    const breaches = this.world.breaches
      .filter(([from]) => from <= at)
      .map(([from, to]): ComputedBreach => {
        const isOpen = to > at;
        const stretch = { from, to: Math.min(to, at) };
        return {
          identity: IDENTITY,
          severity: 'critical',
          stretch,
          isOpen,
          isSinceBefore: false,
          firedAt: from,
          judgedTo: at,
        };
      });
    const { may, isLinked, engine } = this;
    const span = { lookBackMs: this.lookBackMs, stepMs: MINUTE };
    this.tell({ panelId: 4, breaches, at, ...span, may, isLinked, isShared: false, engineRecords: () => engine });
  }

  /** Looks and reads each minute. */
  async pass(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      this.look();
      await this.read();
      await this.world.time.goTo(this.world.time.at + MINUTE);
    }
  }
}

const PANEL: KeptPanel<ComputedBreach> = {
  onChange: () => undefined,
  annotationOf: ({ identity, severity, stretch, isOpen, judgedTo }) => ({
    dashboardUid: 'ops',
    panelId: 4,
    time: stretch.from,
    ...(!isOpen && { timeEnd: stretch.to }),
    text: 'fired',
    tags: [BREACH_TAG, identityTag(identity)],
    data: { form: 1, identity, severity, from: stretch.from, seenTo: judgedTo, ...(!isOpen && { end: stretch.to }) },
  }),
  changesOf: ({ record, end }) => ({ timeEnd: end, data: { ...record.data, end } }),
};

const FIRES: [number, number] = [NOW + 3 * MINUTE, NOW + 10 * MINUTE];

describe('a screen', () => {
  it('writes nothing while nothing fires, and asks for nothing beyond what the log reads', async () => {
    const world = new World();
    await new Screen(world).pass(60);
    expect(world.asked).toEqual({ reads: 0, writes: 0 });
  });

  it('records a breach with two writes and four reads', async () => {
    const world = new World();
    world.breaches = [FIRES];
    await new Screen(world).pass(30);
    expect(world.records).toEqual([FIRES]);
    expect(world.asked.writes).toBe(2);
    expect(world.asked.reads).toBeLessThanOrEqual(4);
  });

  it('records what fired and ended between two looks', async () => {
    const world = new World();
    world.breaches = [[NOW + 5 * MINUTE + 10_000, NOW + 5 * MINUTE + 40_000]];
    await new Screen(world).pass(10);
    expect(world.records).toEqual(world.breaches);
  });

  it('offers what ended before it was opened, or while it slept, and writes that when asked', async () => {
    const world = new World();
    const slept: [number, number] = [NOW + 60 * MINUTE, NOW + 70 * MINUTE];
    world.breaches = [[NOW - HOUR, NOW - 2 * MINUTE], slept];
    const screen = new Screen(world);
    await screen.pass(30);
    expect(screen.offered).toHaveLength(1);
    await world.time.goTo(NOW + 2 * HOUR);
    await screen.pass(30);
    expect(screen.offered).toHaveLength(2);
    expect(world.records).toEqual([]);
    screen.recordOffered();
    await screen.pass(2);
    expect(world.records).toEqual(world.breaches);
    expect(screen.offered).toEqual([]);
  });

  it('that may not write, or does not lead, writes nothing', async () => {
    const world = new World();
    world.breaches = [FIRES];
    const [viewer, tab] = [new Screen(world, memorySeen()), new Screen(world)];
    viewer.may = { write: false, remove: false };
    tab.isLeader = false;
    await viewer.pass(20);
    await tab.pass(20);
    expect(world.asked).toEqual({ reads: 0, writes: 0 });
  });

  it('writes what another tab of its browser saw and could not write', async () => {
    const world = new World();
    world.breaches = [FIRES];
    const tab = new Screen(world);
    tab.isLeader = false;
    await tab.pass(8);
    await world.time.goTo(NOW + 30 * MINUTE);
    const next = new Screen(world);
    await next.pass(3);
    expect(world.records).toEqual([FIRES]);
    expect(world.seen.all()).toEqual([]);
  });

  it('does not forget what it saw because another panel looks less far back', async () => {
    const world = new World();
    world.breaches = [FIRES];
    world.store.faults = Array.from({ length: 500 }, () => 'unreachable' as const);
    const screen = new Screen(world);
    await screen.pass(15);
    const brief = new Screen(world);
    brief.lookBackMs = MINUTE;
    await brief.pass(1);
    world.store.faults = [];
    await screen.pass(30);
    expect(world.records).toEqual([FIRES]);
  });

  it('leaves to the alert engine what the engine has recorded', async () => {
    const world = new World();
    world.breaches = [FIRES];
    const screen = new Screen(world);
    screen.isLinked = true;
    screen.engine = [{ id: 1, identity: IDENTITY, name: 'Low', stretch: { from: FIRES[0] + MINUTE, to: Infinity } }];
    await screen.pass(20);
    expect(world.records).toEqual([]);
  });
});

describe('two browsers that look at once', () => {
  it('come to one record, the first', async () => {
    const world = new World();
    world.breaches = [[NOW, NOW + HOUR]];
    const [one, other] = [new Screen(world, memorySeen()), new Screen(world, memorySeen())];
    one.look();
    other.look();
    // Both have read before either writes.
    await Promise.all([one.read(), other.read()]);
    await one.pass(2);
    await other.pass(2);
    expect([...world.store.items.keys()]).toEqual([1]);
  });
});

describe('when the store fails', () => {
  it('and the browser sends a write again by itself, one record is there at once, without waiting for the next read', async () => {
    const world = new World();
    world.breaches = [[NOW, NOW + HOUR]];
    const screen = new Screen(world);
    screen.look();
    world.store.faults = [undefined, undefined, 'sentAgain'];
    await screen.read();
    expect([...world.store.items.keys()]).toEqual([1]);
    expect(screen.failed).toBeUndefined();
    await screen.pass(70);
    expect(world.records).toEqual([[NOW, NOW + HOUR]]);
  });

  it.each(['unreachable', 'broken'] as const)(
    'with %s after the write, the twin is removed with the next read, and nobody is told of a failure',
    async (fault) => {
      const world = new World();
      world.breaches = [[NOW, NOW + HOUR]];
      const screen = new Screen(world);
      screen.look();
      world.store.faults = [undefined, undefined, 'sentAgain', fault];
      await screen.read();
      expect(screen.failed).toBeUndefined();
      await screen.pass(2);
      expect([...world.store.items.keys()]).toEqual([1]);
    }
  );

  it.each(['unreachable', 'lostReply', 'busy', 'expired', 'broken', { lateMs: 90_000 }] as const)(
    'with %s, a breach is there once in the end, and why is said meanwhile',
    async (fault) => {
      const world = new World();
      world.breaches = [FIRES];
      const screen = new Screen(world);
      await screen.pass(3);
      // The two reads before the write go well.
      world.store.faults = [undefined, undefined, fault];
      screen.look();
      await screen.read();
      await world.time.goTo(world.time.at + 1);
      expect(screen.failed).toBeDefined();
      await screen.pass(30);
      expect(world.records).toEqual([FIRES]);
      expect(screen.failed).toBeUndefined();
    }
  );

  it('and refuses, is not asked each minute', async () => {
    const world = new World();
    world.breaches = [FIRES];
    world.store.faults = [undefined, undefined, 'refused'];
    const screen = new Screen(world);
    await screen.pass(25);
    expect(world.store.asked.create).toBe(1);
    await screen.pass(20);
    expect(world.records).toEqual([FIRES]);
  });

  it('what may not be removed is left to others, and nothing else waits for it', async () => {
    const world = new World();
    world.breaches = [[NOW, NOW + 5 * MINUTE]];
    const screen = new Screen(world);
    await screen.pass(2);
    const [first] = world.store.items.values();
    await world.store.create(first);
    world.store.faults = [undefined, 'refused'];
    await screen.pass(8);
    expect(world.records).toContainEqual([NOW, NOW + 5 * MINUTE]);
    expect(world.store.asked.remove).toBe(1);
  });
});
