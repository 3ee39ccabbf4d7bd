import type { BreachMoment, ComputedBreach, EngineRecord } from '../protocol/records/breachRecord';
import { isSameBreach } from '../protocol/records/breachRecord';
import type { EngineChange } from '../protocol/records/engineRecords';
import type { RecordEnd, RecordPlan, Rights } from '../protocol/records/planRecords';
import { planRecords } from '../protocol/records/planRecords';
import { DAY, MINUTE } from '../time/units';
import type { Changes, NewAnnotation } from './annotationStore';
import { KnownRecords } from './knownRecords';
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

/** What came late: a breach that ended so long ago may have ended while somebody looked. */
const LATE_STEPS = 3;
const LATE_LEAST = 5 * MINUTE;

/** No look-back is longer, as a rule. */
const SEEN_FOR = 90 * DAY;

/** An alert engine evaluates each minute, as a rule: where one may record a breach, it is given the time to. */
const ENGINE_TAKES = 3 * MINUTE;

/** What is known of a panel that is followed. */
export interface Followed<B extends ComputedBreach> {
  panel: KeptPanel<B>;
  told?: PanelBreaches<B>;
  /** Since when this screen has looked without a gap, epoch ms. */
  lookingSince: number;
  /** How far back a breach counts as one that this screen saw end, ms. */
  lookedForMs: number;
  plan?: { of: PanelBreaches<B>; version: number; plan: RecordPlan<B> };
}

/** What plans are made with. */
interface PlanTools {
  seen: SeenBreaches;
  /** Epoch ms. */
  now: () => number;
}

/** What the store lacks of the breaches of the panels of one dashboard: planned anew when something else is known. */
export class PanelPlans<B extends ComputedBreach> {
  /** What is on the record: each change of it makes plans anew. */
  readonly records: KnownRecords;
  private readonly panels = new Set<Followed<B>>();
  private changes: readonly EngineChange[] = [];
  /** Of what is known. */
  private version = 0;
  /** What a person asked for, though nobody saw it live. */
  private asked: BreachMoment[] = [];
  private readonly seen: SeenBreaches;
  private readonly now: () => number;

  constructor({ seen, now }: PlanTools) {
    this.seen = seen;
    this.now = now;
    this.records = new KnownRecords(now, () => this.changed());
  }

  follow(panel: KeptPanel<B>): { tell: (told: PanelBreaches<B>) => void; end: () => void } {
    const followed: Followed<B> = { panel, lookingSince: Infinity, lookedForMs: 0 };
    this.panels.add(followed);
    return {
      tell: (told) => {
        look(followed, told);
        this.remember(followed);
        panel.onChange();
      },
      end: () => this.panels.delete(followed),
    };
  }

  /** What the panels tell, of those that have told anything. */
  told(): Array<PanelBreaches<B>> {
    return [...this.panels].map(({ told }) => told).filter((told) => told !== undefined);
  }

  /** Undefined until what is on the record and what the panel tells are known. */
  planOf(panel: KeptPanel<B>): RecordPlan<B> | undefined {
    const followed = this.followedOf(panel);
    return followed && this.plan(followed);
  }

  /** What the alert engine wrote for a panel. */
  engineOf(panel: KeptPanel<B>): readonly EngineRecord[] {
    return this.followedOf(panel)?.told?.engineRecords(this.changes) ?? [];
  }

  /** What the alert engine wrote on the dashboard. */
  takeChanges(changes: readonly EngineChange[]): void {
    this.changes = changes;
  }

  /** A person asks for these to be written. */
  ask(breaches: readonly B[]): void {
    this.asked.push(...breaches);
    this.changed();
  }

  all(): Array<{ followed: Followed<B>; plan: RecordPlan<B> }> {
    return [...this.panels].flatMap((followed) => {
      const plan = this.plan(followed);
      return plan ? [{ followed, plan }] : [];
    });
  }

  /** Tells the panels that something is another. */
  changed(): void {
    this.version += 1;
    this.panels.forEach(({ panel }) => panel.onChange());
  }

  /** What is live and not on the record yet is kept, in case that this screen does not come to write it. */
  remember(followed: Followed<B>): void {
    const { seen } = this;
    const plan = this.plan(followed);
    if (!plan || !followed.told?.may.write) {
      return;
    }
    const known = seen.all();
    plan.creates
      .filter((breach) => !known.some((one) => isSameBreach(one, breach)))
      .forEach(({ identity, severity, stretch, isOpen }) => seen.put({ identity, severity, stretch, isOpen }));
    const written = [...plan.onRecord.keys(), ...plan.byEngine.keys()];
    const longAgo = this.now() - SEEN_FOR;
    seen.drop((one) => one.stretch.to < longAgo || written.some((breach) => isSameBreach(one, breach)));
    this.asked = this.asked.filter((one) => !written.some((breach) => isSameBreach(one, breach)));
  }

  private followedOf(panel: KeptPanel<B>): Followed<B> | undefined {
    return [...this.panels].find((one) => one.panel === panel);
  }

  private plan(followed: Followed<B>): RecordPlan<B> | undefined {
    const { told, plan: former } = followed;
    if (!told || !this.records.isKnown) {
      return undefined;
    }
    if (former?.of !== told || former.version !== this.version) {
      const seen = [...this.seen.all(), ...this.asked];
      const plan = planRecords({
        breaches: told.breaches,
        records: this.records.all,
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
