import type { AnnotationStore, NewAnnotation, StoredAnnotation } from '../src/annotations/annotationStore';
import { StoreFailure } from '../src/annotations/annotationStore';
import { readBreachRecord } from '../src/annotations/breachAnnotation';
import { identityTag } from '../src/annotations/interventionAnnotation';
import type { KeptPanel } from '../src/annotations/panelPlans';
import { RecordKeeper } from '../src/annotations/recordKeeper';
import type { SeenBreaches } from '../src/annotations/seenBreaches';
import { seenBreaches } from '../src/annotations/seenBreaches';
import type { BreachRecord, ComputedBreach } from '../src/protocol/records/breachRecord';
import { BREACH_TAG, shareTime } from '../src/protocol/records/breachRecord';
import { CountedTime } from '../src/testing/countedTime';
import { DAY, HOUR, MINUTE, SECOND } from '../src/time/units';

/** What is simulated. */
export interface Simulated {
  breaches: number;
  screens: number;
  /** The same seed is the same run. */
  seed: number;
}

/** What came of it. */
export interface Outcome {
  breaches: number;
  /** Breaches with exactly one record. */
  once: number;
  lost: number;
  /** Records beyond the first of a breach, and those of none. */
  surplus: number;
  /** Records that don't say when their breach ended. */
  unended: number;
  foreign: number;
  foreignTouched: number;
  /** Written because they were live; the others were offered, and written when a person asked for it. */
  live: number;
  reads: number;
  creates: number;
  patches: number;
  removes: number;
  faults: number;
  crashes: number;
  sleeps: number;
  hours: number;
}

const DASHBOARD = 'simulated';
const BEGIN = Date.UTC(2026, 2, 2);
const LOOK_BACK = 3 * HOUR;
const STEP = MINUTE;
const PER_METRIC = 50;

/** Of each thousand requests, how many fail in which way. */
const FAULTS = { lostReply: 30, sentAgain: 10, unreachable: 20, late: 5, busy: 10, broken: 10, expired: 3 } as const;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A breach as it really was. */
interface True {
  identity: string;
  severity: 'warning' | 'critical';
  from: number;
  to: number;
}

/** The breaches of one metric, ascending and apart. */
function historyOf(metric: number, count: number, random: () => number): True[] {
  let at = BEGIN + random() * HOUR;
  return Array.from({ length: count }, (): True => {
    const from = at + MINUTE + random() * 40 * MINUTE;
    at = from + 10 * SECOND + random() ** 2 * 40 * MINUTE;
    const [begin, end] = [Math.round(from), Math.round(at)];
    const severity = metric % 2 === 0 ? 'critical' : 'warning';
    return { identity: `i1-${String(metric).padStart(16, '0')}`, severity, from: begin, to: end };
  });
}

/** The annotations of all, as a server keeps them. */
class Server {
  readonly items = new Map<number, StoredAnnotation>();
  readonly asked = { find: 0, create: 0, patch: 0, remove: 0 };
  faults = 0;
  private readonly byHour = new Map<number, Set<number>>();
  private nextId = 1;

  insert({ time, timeEnd = time, tags, data }: Pick<NewAnnotation, 'time' | 'timeEnd' | 'tags' | 'data'>): number {
    const id = this.nextId++;
    this.put({ id, time, timeEnd, tags, data });
    return id;
  }

  put(item: StoredAnnotation): void {
    const before = this.items.get(item.id);
    if (before) {
      hoursOf(before).forEach((hour) => this.byHour.get(hour)?.delete(item.id));
    }
    this.items.set(item.id, item);
    for (const hour of hoursOf(item)) {
      const ids = this.byHour.get(hour) ?? new Set();
      this.byHour.set(hour, ids.add(item.id));
    }
  }

  delete(id: number): void {
    const item = this.items.get(id);
    if (item) {
      hoursOf(item).forEach((hour) => this.byHour.get(hour)?.delete(id));
      this.items.delete(id);
    }
  }

  overlapping(from: number, to: number): StoredAnnotation[] {
    const last = Math.min(to, BEGIN + 60 * DAY);
    const ids = new Set(
      hoursOf({ time: Math.max(from, BEGIN - DAY), timeEnd: last }).flatMap((hour) => [
        ...(this.byHour.get(hour) ?? []),
      ])
    );
    return [...ids]
      .map((id) => this.items.get(id))
      .filter((item) => item !== undefined)
      .filter((item) => item.time <= to && item.timeEnd >= from);
  }
}

function hoursOf({ time, timeEnd }: Pick<StoredAnnotation, 'time' | 'timeEnd'>): number[] {
  const first = Math.floor(time / HOUR);
  return Array.from({ length: Math.floor(timeEnd / HOUR) - first + 1 }, (_, place) => first + place);
}

/** What the tabs of one browser share. */
interface Browser {
  seen: SeenBreaches;
  hasLocks: boolean;
  tabs: Screen[];
}

interface World {
  time: CountedTime;
  server: Server;
  random: () => number;
  history: ReadonlyArray<readonly True[]>;
  hasFaults: boolean;
}

/** One tab that looks at the dashboard: it crashes and comes back, it sleeps, its clock and its data are a little off. */
class Screen {
  crashes = 0;
  sleeps = 0;
  isAlive = false;
  private keeper?: RecordKeeper<ComputedBreach>;
  private tellKeeper?: ReturnType<RecordKeeper<ComputedBreach>['follow']>['tell'];
  private asleepUntil = -Infinity;
  private life = 0;
  private readonly heard: Array<(message: unknown) => void> = [];

  constructor(
    private readonly world: World,
    private readonly browser: Browser,
    private readonly traits: { skewMs: number; lateMs: number; mayWrite: boolean; mayRemove: boolean }
  ) {
    browser.tabs.push(this);
  }

  get isAwake(): boolean {
    return this.isAlive && this.world.time.at >= this.asleepUntil;
  }

  boot(): void {
    const { time, random } = this.world;
    const life = ++this.life;
    this.isAlive = true;
    this.heard.length = 0;
    const isThisLife = () => this.isAlive && this.life === life;
    this.keeper = new RecordKeeper<ComputedBreach>({
      store: this.storeFor(isThisLife),
      dashboardUid: DASHBOARD,
      seen: this.browser.seen,
      lead: { isLeader: () => isThisLife() && this.isLeader() },
      channel: {
        send: (message) =>
          this.browser.tabs
            .filter((tab) => tab !== this && tab.isAlive)
            .forEach((tab) => tab.heard.forEach((hear) => hear(message))),
        listen: (hear) => void this.heard.push(hear),
      },
      now: () => this.clock(),
      later: (call, ms) => time.later(() => isThisLife() && call(), ms),
      random,
    });
    this.tellKeeper = this.keeper.follow(PANEL).tell;
    time.later(() => this.minute(life), random() * MINUTE);
  }

  crash(forMs: number): void {
    this.isAlive = false;
    this.crashes += 1;
    this.world.time.later(() => this.boot(), forMs);
  }

  /** A person presses the button. */
  recordOffered(): number {
    const offered = this.keeper?.planOf(PANEL)?.offered ?? [];
    this.keeper?.record(offered);
    return offered.length;
  }

  /** Looks once at all that ever was. */
  lookAtAll(): Promise<void> {
    return this.look(60 * DAY);
  }

  private isLeader(): boolean {
    return !this.browser.hasLocks || this.browser.tabs.find((tab) => tab.isAwake) === this;
  }

  private clock(): number {
    return this.world.time.at + this.traits.skewMs;
  }

  private minute(life: number): void {
    const { time, random, hasFaults } = this.world;
    if (!this.isAlive || this.life !== life) {
      return;
    }
    if (hasFaults && random() < 1 / 300) {
      // In the middle of whatever it is about to do.
      time.later(() => this.life === life && this.isAlive && this.crash(random() * 20 * MINUTE), random() * 5 * SECOND);
    }
    if (hasFaults && random() < 1 / 500) {
      this.sleeps += 1;
      this.asleepUntil = time.at + random() * HOUR;
    }
    if (this.isAwake) {
      void this.look(LOOK_BACK);
    }
    time.later(() => this.minute(life), MINUTE);
  }

  private async look(lookBackMs: number): Promise<void> {
    const { keeper, tellKeeper, world, traits } = this;
    if (!keeper || !tellKeeper) {
      return;
    }
    const at = this.clock();
    const { mayWrite: write, mayRemove: remove } = traits;
    const breaches = computedAt(world, at, { lookBackMs, lateMs: traits.lateMs });
    tellKeeper({
      panelId: 1,
      breaches,
      at,
      lookBackMs,
      stepMs: STEP,
      may: { write, remove },
      isShared: false,
      isLinked: false,
      engineRecords: () => [],
    });
    const wanted = { dashboardUid: DASHBOARD, tags: [BREACH_TAG], from: at - lookBackMs - 2 * HOUR, to: at + DAY };
    const found = await this.storeFor(() => this.isAlive)
      .find(wanted)
      .catch(() => undefined);
    if (found) {
      await keeper.receive(found, at);
    }
  }

  private storeFor(isThisLife: () => boolean): AnnotationStore {
    const { server } = this.world;
    const { mayWrite, mayRemove } = this.traits;
    const only = (may: boolean) => {
      if (!may) {
        throw new StoreFailure('refused', 'not allowed');
      }
    };
    const ask = <T>(request: keyof Server['asked'], act: () => T) => this.ask(request, act, isThisLife);
    return {
      find: ({ tags, isAlert, from, to }) =>
        ask('find', () =>
          isAlert ? [] : server.overlapping(from, to).filter((item) => tags.every((tag) => item.tags.includes(tag)))
        ),
      create: (annotation) =>
        ask('create', () => {
          only(mayWrite);
          return server.insert(annotation);
        }),
      patch: (id, changes) =>
        ask('patch', () => {
          only(mayWrite);
          const item = server.items.get(id);
          if (!item) {
            throw new StoreFailure('notFound', 'gone');
          }
          server.put({ ...item, timeEnd: changes.timeEnd ?? item.timeEnd, data: changes.data ?? item.data });
        }),
      remove: (id) =>
        ask('remove', () => {
          only(mayRemove);
          server.delete(id);
        }),
    };
  }

  /** What a crashed screen asked for is done all the same, and it never hears of it. */
  private async ask<T>(request: keyof Server['asked'], act: () => T, isThisLife: () => boolean): Promise<T> {
    const { time, random, server } = this.world;
    const wait = (ms: number) => new Promise<void>((resolve) => time.later(resolve, ms));
    const latency = 10 + random() ** 3 * 4 * SECOND;
    server.asked[request] += 1;
    const fault = this.world.hasFaults ? faultBy(random()) : undefined;
    await wait(latency * random());
    let outcome: { value: T } | { error: unknown };
    try {
      outcome = { value: this.done(fault, act) };
    } catch (error) {
      outcome = { error };
    }
    await wait(latency);
    if (!isThisLife()) {
      return new Promise<T>(() => undefined);
    }
    if ('error' in outcome) {
      throw outcome.error;
    }
    return outcome.value;
  }

  private done<T>(fault: keyof typeof FAULTS | undefined, act: () => T): T {
    const { server, time, random } = this.world;
    server.faults += fault === undefined ? 0 : 1;
    if (fault === undefined) {
      return act();
    }
    if (fault === 'lostReply') {
      act();
      throw new StoreFailure('unreachable', 'no reply');
    }
    if (fault === 'sentAgain') {
      act();
      return act();
    }
    if (fault === 'late') {
      time.later(
        () => {
          try {
            act();
          } catch {
            // Its sender gave up long ago.
          }
        },
        (10 + 110 * random()) * SECOND
      );
      throw new StoreFailure('unreachable', 'timeout');
    }
    throw new StoreFailure(fault, fault);
  }
}

const PANEL: KeptPanel<ComputedBreach> = {
  onChange: () => undefined,
  annotationOf: ({ identity, severity, stretch, isOpen, judgedTo }) => ({
    dashboardUid: DASHBOARD,
    panelId: 1,
    time: stretch.from,
    ...(!isOpen && { timeEnd: stretch.to }),
    text: 'simulated',
    tags: [BREACH_TAG, identityTag(identity), `protocol-severity:${severity}`],
    data: { form: 1, identity, severity, from: stretch.from, seenTo: judgedTo, ...(!isOpen && { end: stretch.to }) },
  }),
  changesOf: ({ record, end }) => ({ timeEnd: Math.max(record.shown.from, end), data: { ...record.data, end } }),
};

/** What a screen computes at its moment: its data come late, and of what is to come it sees nothing. */
function computedAt(
  { history, time }: World,
  at: number,
  { lookBackMs, lateMs }: { lookBackMs: number; lateMs: number }
): ComputedBreach[] {
  const judgedTo = at - lateMs;
  const from = judgedTo - lookBackMs;
  // What a clock that is ahead asks for does not exist yet: the last value holds.
  const known = Math.min(judgedTo, time.at);
  return history.flatMap((metric) =>
    metric
      .filter((one) => one.from <= known && one.to > from)
      .map(({ identity, severity, ...one }): ComputedBreach => {
        const isOpen = one.to > known;
        const isSinceBefore = one.from < from;
        const stretch = { from: Math.max(one.from, from), to: isOpen ? judgedTo : one.to };
        const firedAt = stretch.from;
        return { identity, severity, stretch, isOpen, isSinceBefore, firedAt, judgedTo };
      })
  );
}

function faultBy(random: number): keyof typeof FAULTS | undefined {
  let rest = random * 1000;
  return (Object.keys(FAULTS) as Array<keyof typeof FAULTS>).find((kind) => (rest -= FAULTS[kind]) < 0);
}

/** What is not this plugin's, or not a breach's: nobody may touch it. */
function foreignOnes(
  history: World['history'],
  random: () => number
): Array<Omit<NewAnnotation, 'text' | 'dashboardUid' | 'panelId'>> {
  return history.flatMap((metric, place) =>
    metric
      .filter(() => random() < 0.05)
      .map(({ identity, severity, from, to }) => {
        const data = { form: 1, identity, severity, from, seenTo: to };
        return [
          { time: from, timeEnd: to, tags: ['deploy'], data: {} },
          { time: from, timeEnd: to, tags: ['protocol:intervention', identityTag(identity)], data },
          { time: from, timeEnd: to, tags: [BREACH_TAG, identityTag(identity)], data: { ...data, form: 99 } },
          { time: from, timeEnd: to, tags: [identityTag(identity)], data },
        ][(place + from) % 4];
      })
  );
}

/** Simulates screens that record the same breaches, with all that goes wrong, and counts what is there in the end. */
export async function simulate({ breaches, screens, seed }: Simulated): Promise<Outcome> {
  const random = randomFrom(seed);
  const metrics = Math.max(1, Math.ceil(breaches / PER_METRIC));
  const history = Array.from({ length: metrics }, (_, metric) =>
    historyOf(metric, Math.min(PER_METRIC, breaches - metric * PER_METRIC), random)
  );
  const time = new CountedTime(BEGIN);
  const server = new Server();
  const world: World = { time, server, random, history, hasFaults: true };
  const foreign = foreignOnes(history, random).map((one) => server.insert(one));
  const untouched = JSON.stringify(foreign.map((id) => server.items.get(id)));
  const all = openScreens(world, screens);
  all.forEach((screen) => screen.boot());
  const end = Math.max(...history.flat().map(({ to }) => to));
  await time.goTo(end + LOOK_BACK);
  const { live, hours } = { live: recordsIn(server).length, hours: (time.at - BEGIN) / HOUR };
  await comeToRest(world, all);
  return {
    ...judge(world, recordsIn(server)),
    foreign: foreign.length,
    foreignTouched: JSON.stringify(foreign.map((id) => server.items.get(id))) === untouched ? 0 : 1,
    live,
    reads: server.asked.find,
    creates: server.asked.create,
    patches: server.asked.patch,
    removes: server.asked.remove,
    faults: server.faults,
    crashes: all.reduce((sum, screen) => sum + screen.crashes, 0),
    sleeps: all.reduce((sum, screen) => sum + screen.sleeps, 0),
    hours: Math.round(hours),
  };
}

/** Two tabs of one browser with locks, two of one without, and browsers with one tab each; the last is a viewer's. */
function openScreens(world: World, count: number): Screen[] {
  const newBrowser = (hasLocks: boolean): Browser => {
    let kept: unknown = [];
    return {
      seen: seenBreaches(
        () => kept,
        (seen) => (kept = seen)
      ),
      hasLocks,
      tabs: [],
    };
  };
  const [withLocks, without] = [newBrowser(true), newBrowser(false)];
  return Array.from({ length: count }, (_, place) => {
    const browser = place < 2 ? withLocks : place < 4 ? without : newBrowser(true);
    const isViewer = count > 1 && place === count - 1;
    return new Screen(world, browser, {
      skewMs: place === 4 ? -40 * MINUTE : (world.random() - 0.5) * 4 * MINUTE,
      lateMs: world.random() * 2 * MINUTE,
      mayWrite: !isViewer,
      mayRemove: !isViewer && place !== 5,
    });
  });
}

/** Nothing fails any more: somebody records what was offered, and whatever is left to do is done. */
async function comeToRest(world: World, all: readonly Screen[]): Promise<void> {
  world.hasFaults = false;
  await world.time.goTo(world.time.at + 2 * HOUR);
  const [first] = all;
  for (let round = 0; round < 3; round++) {
    void first.lookAtAll();
    await world.time.goTo(world.time.at + 20 * SECOND);
    first.recordOffered();
    await world.time.goTo(world.time.at + 2 * HOUR);
  }
}

function recordsIn({ items }: Server): BreachRecord[] {
  return [...items.values()].map(readBreachRecord).filter((record) => record !== undefined);
}

function judge({ history }: World, records: readonly BreachRecord[]) {
  const byMetric = new Map<string, BreachRecord[]>();
  for (const record of records) {
    byMetric.set(record.identity, [...(byMetric.get(record.identity) ?? []), record]);
  }
  const counts = history.flatMap((metric) =>
    metric.map((one) => (byMetric.get(one.identity) ?? []).filter(({ stretch }) => shareTime(stretch, one)).length)
  );
  const once = counts.filter((count) => count === 1).length;
  const lost = counts.filter((count) => count === 0).length;
  return {
    breaches: counts.length,
    once,
    lost,
    surplus: records.length - counts.filter((count) => count > 0).length,
    unended: records.filter(({ isOpen }) => isOpen).length,
  };
}
