import type { BreachRecord, ComputedBreach, EngineRecord } from '../protocol/records/breachRecord';
import { BREACH_TAG, isSameBreach } from '../protocol/records/breachRecord';
import type { RecordEnd, RecordPlan } from '../protocol/records/planRecords';
import type { Stretch } from '../protocol/stretch';
import { isObject } from '../rule/isObject';
import { DAY, MINUTE } from '../time/units';
import type { AnnotationStore, Changes, NewAnnotation, StoredAnnotation } from './annotationStore';
import { StoreFailure } from './annotationStore';
import { readEngineChanges } from './breachAnnotation';
import { waitAfter } from './outbox';
import type { KeptPanel, PanelBreaches } from './panelPlans';
import { PanelPlans } from './panelPlans';
import type { Channel } from './responseLog';
import type { SeenBreaches } from './seenBreaches';

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

/** Where a store refuses, or can't heal, it is asked again after so long. */
const GIVEN_UP_FOR = 30 * MINUTE;

/**
 * Keeps the breaches of one dashboard on the record: plans what the store lacks, looks once more before it writes, writes
 * where this screen may and leads, and looks whether it was alone. Nothing of it throws; what fails is tried again.
 */
export class RecordKeeper<B extends ComputedBreach> {
  private readonly plans: PanelPlans<B>;
  /** What can't be removed from here. */
  private readonly irremovable = new Set<number>();
  private isWorking = false;
  private isAskedAgain = false;
  private tries = 0;
  private waitUntil = -Infinity;
  private failure?: StoreFailure;

  constructor(private readonly tools: KeeperTools) {
    this.plans = new PanelPlans(tools);
    tools.channel.listen((message) => this.hear(message));
  }

  /** What the store answered last where it does not take what is to be recorded; undefined where it does. */
  get failed(): StoreFailure | undefined {
    return this.failure;
  }

  /** @returns What tells of the panel's breaches, and what ends it. */
  follow(panel: KeptPanel<B>): { tell: (told: PanelBreaches<B>) => void; end: () => void } {
    const { tell, end } = this.plans.follow(panel);
    return {
      tell: (told) => {
        tell(told);
        void this.work();
      },
      end,
    };
  }

  /** What is on the record of a panel's breaches, and what is not; undefined until both are known. */
  planOf(panel: KeptPanel<B>): RecordPlan<B> | undefined {
    return this.plans.planOf(panel);
  }

  /** What the alert engine wrote for a panel. */
  engineOf(panel: KeptPanel<B>): readonly EngineRecord[] {
    return this.plans.engineOf(panel);
  }

  /** Whether the store was read. */
  get isKnown(): boolean {
    return this.plans.records.isKnown;
  }

  /** All records that are known, of the whole dashboard. */
  get known(): readonly BreachRecord[] {
    return this.plans.records.all;
  }

  /**
   * What the store has, by a read of the whole dashboard that others made.
   *
   * @param found - Among other annotations.
   * @param askedAt - When the read was asked for, epoch ms.
   */
  async receive(found: readonly StoredAnnotation[], askedAt: number): Promise<void> {
    // Where that fails, what was known of the engine still holds.
    await this.readEngine(this.plans.told().filter(({ isLinked }) => isLinked)).catch(() => undefined);
    this.plans.records.arrive(found, askedAt);
    if (!this.isWorking) {
      this.plans.records.takeArrived();
    }
    await this.work();
  }

  /** Writes breaches because a person asks for it. */
  record(breaches: readonly B[]): void {
    this.waitUntil = -Infinity;
    this.plans.ask(breaches);
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

  private async pass(): Promise<void> {
    this.plans.records.takeArrived();
    const { lead, now } = this.tools;
    if (!lead.isLeader() || now() < this.waitUntil || !this.hasWork()) {
      return;
    }
    try {
      await this.lookAgain();
      const created = await this.carryOut();
      this.succeeded();
      await this.lookForTwins(created);
    } catch (error) {
      this.hasFailed(error instanceof StoreFailure ? error : new StoreFailure('unreachable', String(error)));
    }
  }

  private hasWork(): boolean {
    return this.plans
      .all()
      .some(
        ({ plan: { creates, ends, removes } }) =>
          creates.length > 0 || ends.length > 0 || removes.some((id) => !this.irremovable.has(id))
      );
  }

  /** What the store has around what is to be written. */
  private async lookAgain(): Promise<void> {
    const creating = this.plans.all().filter(({ plan }) => plan.creates.length > 0);
    await this.readEngine(creating.flatMap(({ followed }) => followed.told ?? []));
    const stretches = this.plans
      .all()
      .flatMap(({ plan: { creates, ends, removes } }) => [
        ...creates.map(({ stretch }) => stretch),
        ...ends.map(({ record }) => record.stretch),
        ...this.known.filter(({ id }) => removes.includes(id)).map(({ stretch }) => stretch),
      ]);
    await this.readAround(stretches);
  }

  /**
   * Looking just before may be too early by a moment: another screen wrote, or the browser itself sent a request again whose
   * reply was lost, which it tells nobody of. Where this fails, the next read of the dashboard does it.
   */
  private async lookForTwins(created: readonly Stretch[]): Promise<void> {
    if (created.length > 0 && this.plans.told().some(({ may }) => may.remove)) {
      try {
        await this.readAround(created);
        await this.removeTwins();
      } catch {
        // Nothing of what was to be recorded is missing: there is nothing to tell.
      }
    }
  }

  /** Reads what the store has from the earliest of some stretches on. */
  private async readAround(stretches: readonly Stretch[]): Promise<void> {
    const from = Math.floor(Math.min(...stretches.map((stretch) => stretch.from)));
    const askedAt = this.tools.now();
    const to = askedAt + AHEAD;
    const isShared = this.plans.told().some((told) => told.isShared);
    const found = await this.tools.store.find({
      dashboardUid: isShared ? undefined : this.tools.dashboardUid,
      tags: [BREACH_TAG],
      from,
      to,
    });
    this.plans.records.takePart(found, { from, to }, askedAt);
  }

  /** @returns The times of the breaches that it put on the record. */
  private async carryOut(): Promise<Stretch[]> {
    const created: Stretch[] = [];
    for (const { followed, plan } of this.plans.all()) {
      for (const breach of plan.creates) {
        if (!this.isOnRecord(breach)) {
          await this.create(followed.panel.annotationOf(breach));
          created.push(breach.stretch);
        }
      }
      for (const end of plan.ends) {
        await this.end(end, followed.panel.changesOf(end));
      }
    }
    await this.removeTwins();
    this.plans.all().forEach(({ followed }) => this.plans.remember(followed));
    return created;
  }

  private async removeTwins(): Promise<void> {
    for (const id of new Set(this.plans.all().flatMap(({ plan }) => plan.removes))) {
      if (!this.irremovable.has(id)) {
        await this.remove(id);
      }
    }
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
      this.plans.records.forget(record.id);
    }
  }

  private async remove(id: number): Promise<void> {
    try {
      await this.tools.store.remove(id);
      this.tools.channel.send({ removed: id });
      this.plans.records.forget(id);
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
    this.plans.takeChanges(readEngineChanges(found));
  }

  private succeeded(): void {
    this.tries = 0;
    this.waitUntil = -Infinity;
    if (this.failure) {
      this.failure = undefined;
      this.plans.changed();
    }
  }

  private hasFailed(failure: StoreFailure): void {
    const { now, later, random } = this.tools;
    this.tries += 1;
    const wait = waitAfter(failure, this.tries, random()) ?? GIVEN_UP_FOR;
    this.failure = failure;
    this.waitUntil = now() + wait;
    later(() => void this.work(), wait);
    this.plans.changed();
  }

  private tellAll(annotation: StoredAnnotation): void {
    this.tools.channel.send({ recorded: annotation });
    this.plans.records.keep(annotation);
  }

  private hear(message: unknown): void {
    const { recorded, removed } = isObject(message) ? message : {};
    const annotation = readSent(recorded);
    if (annotation) {
      this.plans.records.keep(annotation);
    } else if (typeof removed === 'number') {
      this.plans.records.forget(removed);
    }
  }
}

/** Anybody on the page may send. */
function readSent(value: unknown): StoredAnnotation | undefined {
  if (!isObject(value) || typeof value.id !== 'number' || !Array.isArray(value.tags)) {
    return undefined;
  }
  const { id, time, timeEnd, tags, data } = value;
  return typeof time === 'number' && typeof timeEnd === 'number' ? { id, time, timeEnd, tags, data } : undefined;
}
