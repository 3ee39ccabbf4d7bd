import type { BreachMoment, BreachRecord, ComputedBreach, EngineRecord } from '../protocol/records/breachRecord';
import { BREACH_TAG, isSameBreach } from '../protocol/records/breachRecord';
import type { EngineChange } from '../protocol/records/engineRecords';
import type { RecordEnd, RecordPlan, Rights } from '../protocol/records/planRecords';
import { planRecords } from '../protocol/records/planRecords';
import type { Stretch } from '../protocol/stretch';
import { isObject } from '../rule/isObject';
import { DAY, MINUTE } from '../time/units';
import type { AnnotationStore, Changes, NewAnnotation, StoredAnnotation } from './annotationStore';
import { StoreFailure } from './annotationStore';
import { readBreachRecord, readBreachRecords, readEngineChanges } from './breachAnnotation';
import { waitAfter } from './outbox';
import type { Channel } from './responseLog';
import type { SeenBreaches } from './seenBreaches';

/** What a panel tells of its breaches, each time that its look-back is answered. */
export interface PanelBreaches<B extends ComputedBreach> {
  panelId: number;
  /** All that may be recorded, of all of its metrics. */
  breaches: readonly B[];
  /** When they were judged, epoch ms. */
  at: number;
  /** The look-back and its step, ms. */
  lookBackMs: number;
  stepMs: number;
  may: Rights;
  /** Whether one of its metrics is that of other dashboards, too. */
  isShared: boolean;
  /** Tells which metric an alert of the engine is of. */
  engineRecords: (changes: readonly EngineChange[]) => readonly EngineRecord[];
  /** Whether an alert rule is linked to the panel: then what the engine writes is followed, too. */
  isLinked: boolean;
}

/** A panel that is followed. */
export interface KeptPanel<B extends ComputedBreach> {
  /** Something else is on the record than before, or what is to be recorded fails, or no longer does. */
  onChange: () => void;
  /** How a breach of it is written. */
  annotationOf: (breach: B) => NewAnnotation;
  changesOf: (end: RecordEnd<B>) => Changes;
}

/** Which of the tabs of a browser writes. */
export interface Leadership {
  isLeader: () => boolean;
}

/** What a keeper works with. */
export interface KeeperTools {
  store: AnnotationStore;
  dashboardUid: string;
  seen: SeenBreaches;
  lead: Leadership;
  /** To the other tabs of the browser. */
  channel: Channel;
  /** Epoch ms. */
  now: () => number;
  /** Calls once, after a time, ms. */
  later: (call: () => void, ms: number) => void;
  /** From 0 to 1: so that many screens do not come back at one moment. */
  random: () => number;
}

/** Clocks of other screens may be ahead. */
const AHEAD = DAY;

/** What came late: a breach that ended so long ago may have ended while somebody looked. */
const LATE_STEPS = 3;
const LATE_LEAST = 5 * MINUTE;

/** No look-back is longer, as a rule. */
const SEEN_FOR = 90 * DAY;

/** An alert engine evaluates each minute, as a rule: where one may record a breach, it is given the time to. */
const ENGINE_TAKES = 3 * MINUTE;

/** Where a store refuses, or can't heal, it is asked again after so long. */
const GIVEN_UP_FOR = 30 * MINUTE;

/** What a keeper knows of a panel that is followed. */
interface Followed<B extends ComputedBreach> {
  panel: KeptPanel<B>;
  told?: PanelBreaches<B>;
  /** Since when this screen has looked without a gap, epoch ms. */
  lookingSince: number;
  /** How far back a breach counts as one that this screen saw end, ms. */
  lookedForMs: number;
  plan?: { of: PanelBreaches<B>; version: number; plan: RecordPlan<B> };
}

/**
 * Keeps the breaches of one dashboard on the record: plans what the store lacks, looks once more before it writes, and
 * writes where this screen may and leads. Nothing of it throws; what fails is tried again.
 */
export class RecordKeeper<B extends ComputedBreach> {
  private readonly panels = new Set<Followed<B>>();
  private records?: readonly BreachRecord[];
  private arrived?: { found: readonly StoredAnnotation[]; askedAt: number };
  /** What this browser wrote or removed (undefined), and when: a read that was asked for before does not know of it. */
  private readonly fresh = new Map<number, { record?: BreachRecord; at: number }>();
  private changes: readonly EngineChange[] = [];
  /** Of what is known; each change of it makes plans anew. */
  private version = 0;
  /** What a person asked for, though nobody saw it live. */
  private asked: BreachMoment[] = [];
  /** What can't be removed from here. */
  private readonly irremovable = new Set<number>();
  private isWorking = false;
  private isAskedAgain = false;
  private tries = 0;
  private waitUntil = -Infinity;
  private failure?: StoreFailure;

  constructor(private readonly tools: KeeperTools) {
    tools.channel.listen((message) => this.hear(message));
  }

  /** What the store answered last where it does not take what is to be recorded; undefined where it does. */
  get failed(): StoreFailure | undefined {
    return this.failure;
  }

  /** @returns What tells of the panel's breaches, and what ends it. */
  follow(panel: KeptPanel<B>): { tell: (told: PanelBreaches<B>) => void; end: () => void } {
    const followed: Followed<B> = { panel, lookingSince: Infinity, lookedForMs: 0 };
    this.panels.add(followed);
    return {
      tell: (told) => {
        look(followed, told);
        this.remember(followed);
        panel.onChange();
        void this.work();
      },
      end: () => this.panels.delete(followed),
    };
  }

  /** What is on the record of a panel's breaches, and what is not; undefined until both are known. */
  planOf(panel: KeptPanel<B>): RecordPlan<B> | undefined {
    const followed = [...this.panels].find((one) => one.panel === panel);
    return followed && this.plan(followed);
  }

  /** What the alert engine wrote for a panel. */
  engineOf(panel: KeptPanel<B>): readonly EngineRecord[] {
    const told = [...this.panels].find((one) => one.panel === panel)?.told;
    return told?.engineRecords(this.changes) ?? [];
  }

  /** Whether the store was read. */
  get isKnown(): boolean {
    return this.records !== undefined;
  }

  /** All records that are known, of the whole dashboard. */
  get known(): readonly BreachRecord[] {
    return this.records ?? [];
  }

  /**
   * What the store has, by a read of the whole dashboard that others made.
   *
   * @param found - Among other annotations.
   * @param askedAt - When the read was asked for, epoch ms.
   */
  async receive(found: readonly StoredAnnotation[], askedAt: number): Promise<void> {
    // Where that fails, what was known of the engine still holds.
    await this.readEngine(this.told().filter(({ isLinked }) => isLinked)).catch(() => undefined);
    this.arrived = { found, askedAt };
    if (!this.isWorking) {
      this.takeArrived();
    }
    await this.work();
  }

  /** Writes breaches because a person asks for it. */
  record(breaches: readonly B[]): void {
    this.asked.push(...breaches);
    this.waitUntil = -Infinity;
    this.changed();
    void this.work();
  }

  /** Does what is to be done, where this screen leads: once more when it begins to. */
  async work(): Promise<void> {
    if (this.isWorking) {
      this.isAskedAgain = true;
      return;
    }
    this.isWorking = true;
    do {
      this.isAskedAgain = false;
      await this.pass();
    } while (this.isAskedAgain);
    this.isWorking = false;
  }

  /** What was read while something was written may not know of it. */
  private takeArrived(): void {
    if (this.arrived) {
      const { found, askedAt } = this.arrived;
      this.arrived = undefined;
      this.records = this.withFresh(readBreachRecords(found), askedAt);
      this.changed();
    }
  }

  private withFresh(records: readonly BreachRecord[], askedAt: number): BreachRecord[] {
    for (const [id, { at }] of this.fresh) {
      if (at < askedAt) {
        this.fresh.delete(id);
      }
    }
    const written = [...this.fresh.values()].flatMap(({ record }) => record ?? []);
    return [...records.filter(({ id }) => !this.fresh.has(id)), ...written];
  }

  private async pass(): Promise<void> {
    this.takeArrived();
    const { lead, now } = this.tools;
    if (!lead.isLeader() || now() < this.waitUntil || !this.hasWork()) {
      return;
    }
    try {
      // Whoever looks again just before may still be too early or too late by a moment: twins are removed with the next read.
      await this.lookAgain();
      await this.carryOut();
      this.succeeded();
    } catch (error) {
      this.hasFailed(error instanceof StoreFailure ? error : new StoreFailure('unreachable', String(error)));
    }
  }

  private plans(): Array<{ followed: Followed<B>; plan: RecordPlan<B> }> {
    return [...this.panels].flatMap((followed) => {
      const plan = this.plan(followed);
      return plan ? [{ followed, plan }] : [];
    });
  }

  private plan(followed: Followed<B>): RecordPlan<B> | undefined {
    const { told, plan: former } = followed;
    if (!told || !this.records) {
      return undefined;
    }
    if (former?.of !== told || former.version !== this.version) {
      const seen = [...this.tools.seen.all(), ...this.asked];
      const plan = planRecords({
        breaches: told.breaches,
        records: this.records,
        engine: told.engineRecords(this.changes),
        isLive: (breach) =>
          seen.some((one) => isSameBreach(one, breach)) ||
          ((breach.isOpen || breach.judgedTo - breach.stretch.to < followed.lookedForMs) &&
            !(told.isLinked && breach.judgedTo - breach.firedAt < ENGINE_TAKES)),
        may: told.may,
      });
      followed.plan = { of: told, version: this.version, plan };
      return plan;
    }
    return former.plan;
  }

  private hasWork(): boolean {
    return this.plans().some(
      ({ plan: { creates, ends, removes } }) =>
        creates.length > 0 || ends.length > 0 || removes.some((id) => !this.irremovable.has(id))
    );
  }

  /** What is live and not on the record yet is kept, in case that this screen does not come to write it. */
  private remember(followed: Followed<B>): void {
    const { seen } = this.tools;
    const plan = this.plan(followed);
    if (!plan || !followed.told?.may.write) {
      return;
    }
    const known = seen.all();
    plan.creates
      .filter((breach) => !known.some((one) => isSameBreach(one, breach)))
      .forEach(({ identity, severity, stretch, isOpen }) => seen.put({ identity, severity, stretch, isOpen }));
    const written = [...plan.onRecord.keys(), ...plan.byEngine.keys()];
    const longAgo = this.tools.now() - SEEN_FOR;
    seen.drop((one) => one.stretch.to < longAgo || written.some((breach) => isSameBreach(one, breach)));
    this.asked = this.asked.filter((one) => !written.some((breach) => isSameBreach(one, breach)));
  }

  /** What the store has around what is to be written. */
  private async lookAgain(): Promise<void> {
    const creating = this.plans().filter(({ plan }) => plan.creates.length > 0);
    await this.readEngine(creating.flatMap(({ followed }) => followed.told ?? []));
    const stretches = this.plans().flatMap(({ plan: { creates, ends, removes } }) => [
      ...creates.map(({ stretch }) => stretch),
      ...ends.map(({ record }) => record.stretch),
      ...this.known.filter(({ id }) => removes.includes(id)).map(({ stretch }) => stretch),
    ]);
    const from = Math.floor(Math.min(...stretches.map((stretch) => stretch.from)));
    const askedAt = this.tools.now();
    const to = askedAt + AHEAD;
    const isShared = this.told().some((told) => told.isShared);
    const found = await this.tools.store.find({
      dashboardUid: isShared ? undefined : this.tools.dashboardUid,
      tags: [BREACH_TAG],
      from,
      to,
    });
    const beside = this.known.filter(({ shown }) => !overlapsInclusive(shown, { from, to }));
    this.records = this.withFresh([...beside, ...readBreachRecords(found)], askedAt);
    this.changed();
  }

  private async carryOut(): Promise<void> {
    for (const { followed, plan } of this.plans()) {
      for (const breach of plan.creates) {
        if (!this.isOnRecord(breach)) {
          await this.create(followed.panel.annotationOf(breach));
        }
      }
      for (const end of plan.ends) {
        await this.end(end, followed.panel.changesOf(end));
      }
    }
    for (const id of new Set(this.plans().flatMap(({ plan }) => plan.removes))) {
      if (!this.irremovable.has(id)) {
        await this.remove(id);
      }
    }
    this.plans().forEach(({ followed }) => this.remember(followed));
  }

  /** Two panels may show one metric. */
  private isOnRecord(breach: B): boolean {
    return this.known.some((record) => isSameBreach(record, breach));
  }

  private async create(annotation: NewAnnotation): Promise<void> {
    const id = await this.tools.store.create(annotation);
    const { time, timeEnd = time, tags, data } = annotation;
    this.tellAll({ id, time, timeEnd, tags, data });
  }

  private async end({ record, end }: RecordEnd<B>, changes: Changes): Promise<void> {
    const now = this.known.find(({ id }) => id === record.id);
    if (!now || (!now.isOpen && now.stretch.to >= end)) {
      return;
    }
    try {
      await this.tools.store.patch(record.id, changes);
      const { from: time, to } = record.shown;
      this.tellAll({ id: record.id, time, timeEnd: changes.timeEnd ?? to, tags: [BREACH_TAG], data: changes.data });
    } catch (error) {
      if (!(error instanceof StoreFailure && error.kind === 'notFound')) {
        throw error;
      }
      this.forget(record.id);
    }
  }

  private async remove(id: number): Promise<void> {
    try {
      await this.tools.store.remove(id);
      this.tools.channel.send({ removed: id });
      this.forget(id);
    } catch (error) {
      const isRefused = error instanceof StoreFailure && (error.kind === 'refused' || error.kind === 'neverHeals');
      if (!isRefused) {
        throw error;
      }
      // Others may.
      this.irremovable.add(id);
    }
  }

  /** What the engine wrote is a record, too: asked before anything is written, and for linked panels with each read. */
  private async readEngine(panels: ReadonlyArray<PanelBreaches<B>>): Promise<void> {
    if (panels.length === 0) {
      return;
    }
    const from = Math.floor(Math.min(...panels.map(({ at, lookBackMs }) => at - lookBackMs)));
    const { store, dashboardUid, now } = this.tools;
    const found = await store.find({ dashboardUid, tags: [], isAlert: true, from, to: now() + AHEAD });
    this.changes = readEngineChanges(found);
  }

  private told(): Array<PanelBreaches<B>> {
    return [...this.panels].map(({ told }) => told).filter((told) => told !== undefined);
  }

  private succeeded(): void {
    this.tries = 0;
    this.waitUntil = -Infinity;
    if (this.failure) {
      this.failure = undefined;
      this.changed();
    }
  }

  private hasFailed(failure: StoreFailure): void {
    const { now, later, random } = this.tools;
    this.tries += 1;
    const wait = waitAfter(failure, this.tries, random()) ?? GIVEN_UP_FOR;
    this.failure = failure;
    this.waitUntil = now() + wait;
    later(() => void this.work(), wait);
    this.changed();
  }

  private tellAll(annotation: StoredAnnotation): void {
    this.tools.channel.send({ recorded: annotation });
    this.keep(annotation);
  }

  private hear(message: unknown): void {
    const { recorded, removed } = isObject(message) ? message : {};
    const annotation = readSent(recorded);
    if (annotation) {
      this.keep(annotation);
    } else if (typeof removed === 'number') {
      this.forget(removed);
    }
  }

  private keep(annotation: StoredAnnotation): void {
    const record = readBreachRecord(annotation);
    if (record && this.records) {
      this.fresh.set(record.id, { record, at: this.tools.now() });
      this.records = [...this.records.filter(({ id }) => id !== record.id), record];
      this.changed();
    }
  }

  private forget(id: number): void {
    this.fresh.set(id, { at: this.tools.now() });
    this.records = this.records?.filter((record) => record.id !== id);
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    this.panels.forEach(({ panel }) => panel.onChange());
  }
}

/**
 * A breach counts as one that ended while this screen looked back to when it looked last, and a little beyond, because data
 * come late; never to before it was opened. A screen that slept saw nothing end meanwhile.
 */
function look<B extends ComputedBreach>(followed: Followed<B>, told: PanelBreaches<B>): void {
  const { at, stepMs } = told;
  const late = Math.max(LATE_STEPS * stepMs, LATE_LEAST);
  const since = followed.told ? at - followed.told.at : Infinity;
  const isWithoutGap = since >= 0 && since <= late;
  followed.lookingSince = isWithoutGap ? followed.lookingSince : at;
  followed.lookedForMs = Math.min(since + late, at - followed.lookingSince);
  followed.told = told;
}

function overlapsInclusive(a: Stretch, b: Stretch): boolean {
  return a.from <= b.to && a.to >= b.from;
}

/** Anybody on the page may send. */
function readSent(value: unknown): StoredAnnotation | undefined {
  if (!isObject(value) || typeof value.id !== 'number' || !Array.isArray(value.tags)) {
    return undefined;
  }
  const { id, time, timeEnd, tags, data } = value;
  return typeof time === 'number' && typeof timeEnd === 'number' ? { id, time, timeEnd, tags, data } : undefined;
}
