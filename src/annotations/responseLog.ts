import { isEqual, sortBy } from 'lodash';

import type { BreachAddress, Intervention, Responses, Said, Unwritten } from '../protocol/responses/intervention';
import { isObject } from '../rule/isObject';
import type { AnnotationStore, NewAnnotation, StoredAnnotation } from './annotationStore';
import type { Reader, Reading, Receive } from './dashboardReads';
import { DashboardReads } from './dashboardReads';
import type { KeptIntervention } from './interventionAnnotation';
import { readIntervention, readInterventions, toAnnotation, twinsOf } from './interventionAnnotation';
import type { OutboxListener, OutboxTools } from './outbox';
import { Outbox } from './outbox';
import type { OutboxEntry, OutboxStorage } from './outboxStorage';

/** Who speaks here, as Grafana knows them. */
export interface Me {
  login: string;
  /** As others read it. */
  name: string;
}

/** What the tabs of a browser tell each other. */
export interface Channel {
  send: (message: unknown) => void;
  /** What others send. */
  listen: (hear: (message: unknown) => void) => void;
}

/** What a log works with. */
export interface LogTools extends Omit<OutboxTools, 'store' | 'storage'> {
  store: AnnotationStore;
  storage: OutboxStorage;
  channel: Channel;
  me: Me;
  /** A new one at each call, of all people and screens. */
  newKey: () => string;
}

/** What a read told of the interventions. */
interface KeptReading extends Pick<Reading, 'at' | 'knownFrom'> {
  kept: readonly KeptIntervention[];
  /** The keys of those that this person wrote, as the store knows them. */
  own: ReadonlySet<string>;
}

/**
 * What people did about the breaches of one dashboard: by what is read of the store for all of its panels, and what is said
 * here, shown at once and written by its outbox.
 */
export class ResponseLog {
  private readonly outbox: Outbox;
  private readonly reads: DashboardReads;
  /** Written since the last read, by this tab or by others of the browser. */
  private readonly fresh = new Map<string, KeptIntervention & { at: number }>();
  private reading?: KeptReading;
  private told: Responses = { kind: 'awaited' };

  constructor(
    private readonly dashboardUid: string,
    private readonly tools: LogTools
  ) {
    this.reads = new DashboardReads(dashboardUid, tools);
    this.outbox = new Outbox(tools, this.listener());
    tools.channel.listen((message) => this.hear(message));
    this.outbox.wake();
  }

  /** What is known now: the very same object until something else is. */
  get responses(): Responses {
    return this.told;
  }

  /** @returns What ends it. */
  follow(reader: Reader): () => void {
    return this.reads.follow(reader);
  }

  /**
   * Tells of all that is read, the records of breaches included: one read serves both. What was read last is told at once.
   *
   * @returns What ends it.
   */
  onFound(receive: Receive): () => void {
    return this.reads.onFound(receive);
  }

  /** Asks the store what is there, unless that was done less than a minute ago. Never rejects. */
  read(): Promise<void> {
    return this.reads.read(
      () => this.outbox.wake(),
      async (reading) => {
        await (reading && this.take(reading));
        this.tell();
      }
    );
  }

  record(panelId: number, breach: BreachAddress, { said, note }: { said: Said; note?: string }): Intervention {
    const { newKey, now, me } = this.tools;
    const at = now();
    const intervention: Intervention = {
      key: newKey(),
      at,
      by: me.name,
      breach: atMoment(breach, at),
      said,
      ...(note?.trim() && { note: note.trim() }),
      source: 'annotations',
    };
    const { dashboardUid } = this;
    const annotation = toAnnotation(intervention, { dashboardUid, panelId, login: me.login });
    this.outbox.write(intervention.key, annotation);
    return intervention;
  }

  undo(key: string): void {
    const annotation = this.annotationOf(key);
    if (annotation) {
      this.outbox.remove(key, annotation);
    }
  }

  /** Whether this person recorded it: on this screen, in this browser, or as the store says. */
  isOwn(key: string): boolean {
    return (
      this.fresh.has(key) ||
      this.outbox.waiting().some((entry) => entry.key === key) ||
      this.reading?.own.has(key) === true
    );
  }

  retry(key: string): void {
    this.outbox.retry(key);
  }

  private async take({ found, knownFrom, at }: Reading): Promise<void> {
    const kept = readInterventions(found);
    this.reading = { kept, own: keysBy(this.tools.me.login, found), knownFrom, at };
    this.forgetRead(at);
    this.takeBack(kept);
    await this.dropTwins(found);
  }

  /** What was written before the read was asked for is in its answer, or was removed since. */
  private forgetRead(at: number): void {
    for (const [key, { at: written }] of this.fresh) {
      if (written < at) {
        this.fresh.delete(key);
      }
    }
  }

  /** What was taken back and has reached the store all the same. */
  private takeBack(kept: readonly KeptIntervention[]): void {
    const waiting = new Set(this.outbox.waiting().map(({ key }) => key));
    kept
      .filter(({ intervention: { key } }) => this.outbox.isUndone(key) && !waiting.has(key))
      .forEach(({ intervention }) => this.outbox.remove(intervention.key, this.annotationFor(intervention)));
  }

  /** They count once as it is; other charts would show them twice. What can't be removed now is met again. */
  private async dropTwins(found: readonly StoredAnnotation[]): Promise<void> {
    for (const id of twinsOf(found, this.tools.me.login)) {
      await this.tools.store.remove(id).catch(() => undefined);
    }
  }

  private annotationOf(key: string): NewAnnotation | undefined {
    const entry = this.outbox.waiting().find((one) => one.key === key);
    const kept = [...(this.reading?.kept ?? []), ...this.fresh.values()].find(
      ({ intervention }) => intervention.key === key
    );
    return entry?.annotation ?? (kept && this.annotationFor(kept.intervention));
  }

  /** As far as it takes to find it again. */
  private annotationFor(intervention: Intervention): NewAnnotation {
    const { dashboardUid, tools } = this;
    return toAnnotation(intervention, { dashboardUid, panelId: 0, login: tools.me.login });
  }

  private listener(): OutboxListener {
    return {
      onChange: () => {
        this.tell();
        this.tools.channel.send({ changed: true });
      },
      onWritten: (id, { data }) => {
        this.keepFresh(id, data);
        this.tools.channel.send({ written: id, data });
      },
      onRemoved: (key) => {
        this.forget(key);
        this.tools.channel.send({ removed: key });
      },
    };
  }

  private hear(message: unknown): void {
    if (isObject(message) && typeof message.removed === 'string') {
      this.forget(message.removed);
    } else if (isObject(message) && typeof message.written === 'number') {
      this.keepFresh(message.written, message.data);
    } else {
      this.tell();
    }
  }

  private keepFresh(id: number, data: unknown): void {
    const intervention = readIntervention({ data });
    if (intervention) {
      this.fresh.set(intervention.key, { id, intervention, at: this.tools.now() });
    }
    this.tell();
  }

  private forget(key: string): void {
    this.fresh.delete(key);
    if (this.reading) {
      const kept = this.reading.kept.filter(({ intervention }) => intervention.key !== key);
      this.reading = { ...this.reading, kept };
    }
    this.tell();
  }

  private tell(): void {
    const responses = this.now();
    if (!isEqual(responses, this.told)) {
      this.told = responses;
      this.reads.changed();
    }
  }

  private now(): Responses {
    const { reading } = this;
    const failure = this.reads.failed;
    const unwritten = this.unwritten();
    if (!reading && failure?.kind === 'refused') {
      return { kind: 'untracked', because: 'noRead' };
    }
    // What was said here has to be shown, though nothing is known of the rest.
    if (!reading && !failure && unwritten.length === 0 && this.fresh.size === 0) {
      return { kind: 'awaited' };
    }
    return {
      kind: 'tracked',
      interventions: this.interventions(unwritten),
      unwritten,
      readAt: reading?.at ?? 0,
      knownFrom: reading?.knownFrom ?? Infinity,
      ...(failure && { failed: failure.message }),
    };
  }

  private interventions(unwritten: readonly Unwritten[]): Intervention[] {
    const kept = [...(this.reading?.kept ?? []), ...this.fresh.values()].map(({ intervention }) => intervention);
    const sent = unwritten.filter(({ isUndo }) => !isUndo).map(({ intervention }) => intervention);
    const byKey = new Map([...sent, ...kept].map((one) => [one.key, one]));
    return sortBy(
      [...byKey.values()].filter(({ key }) => !this.outbox.isUndone(key)),
      ['at', 'key']
    );
  }

  private unwritten(): Unwritten[] {
    const all = this.outbox.waiting().map((entry) => this.unwrittenOf(entry));
    return sortBy(
      all.filter((one) => one !== undefined),
      ['intervention.at', 'intervention.key']
    );
  }

  private unwrittenOf({ key, task, annotation, nextTry, answer, tries }: OutboxEntry): Unwritten | undefined {
    const intervention = readIntervention({ data: annotation.data });
    if (!intervention) {
      return undefined;
    }
    const beside = {
      intervention,
      ...(answer !== undefined && { answer }),
      ...(task === 'remove' && { isUndo: true as const }),
    };
    if (nextTry === undefined) {
      return { ...beside, status: 'refused' };
    }
    return this.outbox.isRunning(key) || tries === 0
      ? { ...beside, status: 'writing' }
      : { ...beside, status: 'waiting', nextTry };
  }
}

/** The keys of the interventions that somebody wrote, as the store knows the writer. */
function keysBy(login: string, annotations: readonly StoredAnnotation[]): Set<string> {
  const own = annotations.filter((one) => one.login === login).map((one) => readIntervention(one)?.key);
  return new Set(own.filter((key) => key !== undefined));
}

/** What is open is so at the moment at which it is spoken of, whenever the panel was told last. */
function atMoment({ isOpen, ...breach }: BreachAddress, at: number): BreachAddress {
  const { from, to } = breach.stretch;
  return isOpen ? { ...breach, stretch: { from: Math.min(from, at), to: Math.max(to, at) } } : breach;
}
