import type { DataFrame } from '@grafana/data';
import { config } from '@grafana/runtime';
import { isEqual } from 'lodash';

import { endChanges, toBreachAnnotation } from '../../annotations/breachAnnotation';
import type { KeptPanel, PanelBreaches } from '../../annotations/panelPlans';
import type { AlertedMetric, EngineChange } from '../../protocol/records/engineRecords';
import { engineRecords } from '../../protocol/records/engineRecords';
import type { PanelRecords } from '../../protocol/records/panelRecords';
import type { Rights } from '../../protocol/records/planRecords';
import type { RecordableBreach } from '../../protocol/records/recordableBreaches';
import { recordableBreaches } from '../../protocol/records/recordableBreaches';
import type { Told } from '../../protocol/tellProtocol';
import { MINUTE } from '../../time/units';
import { RecordOffer } from './RecordOffer';
import type { GivenRecords, RecordNotice } from './givenRecords';
import { recordMarks } from './recordMarks';
import { offerWords, recordNotice } from './recordNotice';
import type { RecordsAsking } from './recordsAsking';
import type { SharedKeeper } from './sharedKeeper';
import { sharedKeeper } from './sharedKeeper';

/** What the look-back decides begins at a moment that moves in so many steps. */
const LOOK_BACK_STEPS = 20;

type ToldProtocol = Extract<Told, { protocol: unknown }>;

/**
 * Records the breaches of a panel, and tells it what is on the record: after each answer of its look-back, and whenever the
 * store has something else.
 *
 * @returns What ends it.
 */
export function followRecords(given: RecordsAsking, onGiven: (records: GivenRecords) => void): () => void {
  const { asking, shared } = given;
  const { dashboardUid } = asking;
  if (!shared || !dashboardUid) {
    onGiven({ tell: () => undefined, notice: noticeAlone(given) });
    return () => undefined;
  }
  const follower = new Follower({ given, dashboardUid, keeper: sharedKeeper(dashboardUid, shared) }, onGiven);
  return () => follower.end();
}

function noticeAlone({ asking, cannotRecord }: RecordsAsking): RecordNotice | undefined {
  const words = asking.isRecording ? recordNotice({ cannotRecord }) : undefined;
  return words === undefined ? undefined : { words };
}

interface Followed {
  given: RecordsAsking;
  dashboardUid: string;
  keeper: SharedKeeper;
}

/** One panel that is followed. */
class Follower {
  readonly end: () => void;
  private readonly panel: KeptPanel<RecordableBreach>;
  private readonly tellKeeper: (told: PanelBreaches<RecordableBreach>) => void;
  private told?: ToldProtocol;
  private last?: { asked?: number; metrics: unknown };
  private known?: PanelRecords;
  private identities: ReadonlySet<string> = new Set();
  private given?: GivenRecords;

  constructor(
    private readonly followed: Followed,
    private readonly onGiven: (records: GivenRecords) => void
  ) {
    const { given, dashboardUid, keeper } = followed;
    const { panelId, isRecording } = given.asking;
    this.panel = {
      onChange: () => this.give(),
      annotationOf: (breach) => toBreachAnnotation(breach, { dashboardUid, panelId }),
      changesOf: ({ record, breach, end }) => endChanges(record, breach, end),
    };
    const { tell, end } = keeper.follow(this.panel, isRecording);
    this.tellKeeper = tell;
    this.end = end;
    this.give();
  }

  /** Only from a whole and fresh answer: what is held on to since a laptop slept says nothing of now. */
  private readonly tell = (told: Told): void => {
    if (!('protocol' in told)) {
      return;
    }
    const { protocol, spans } = told;
    const { judgedOn, metrics } = protocol;
    const { asked } = spans.judged;
    const isNews = this.last?.asked !== asked || this.last?.metrics !== metrics;
    this.told = told;
    this.last = { asked, metrics };
    if (!isNews) {
      return;
    }
    const at = Date.now();
    if (judgedOn.mode === 'fixed' && !judgedOn.awaited && at - (asked ?? at) <= judgedOn.stepMs + MINUTE) {
      const { lookBackMs, stepMs } = judgedOn;
      const breaches = recordableBreaches(protocol);
      const { isShared } = this.followed.given;
      this.tellKeeper({
        panelId: this.followed.given.asking.panelId,
        breaches,
        at,
        lookBackMs,
        stepMs,
        may: this.rights(),
        isShared: isShared(),
        engineRecords: this.engineRecords(told),
        isLinked: this.isLinked(),
      });
    }
    this.give();
  };

  private rights(): Rights {
    const { asking, cannotRecord } = this.followed.given;
    const write = asking.isRecording && cannotRecord === undefined;
    const { canDeleteAnnotations } = asking.context;
    const remove = canDeleteAnnotations
      ? canDeleteAnnotations(this.followed.dashboardUid)
      : Boolean(config.bootData.user.permissions?.['annotations:delete']);
    return { write, remove: write && remove };
  }

  /** Whether an alert rule is linked to the panel: Grafana gives it that rule's state, or what the engine wrote for it. */
  private isLinked(): boolean {
    const { newestData, panelId } = this.followed.given.asking;
    const { alertState, annotations } = newestData();
    return alertState !== undefined || (annotations ?? []).some((frame) => isOfEngine(frame, panelId));
  }

  private engineRecords(told: ToldProtocol): (changes: readonly EngineChange[]) => PanelRecords['engine'] {
    const { panelId } = this.followed.given.asking;
    const alerted = told.protocol.metrics.flatMap(({ identity, kind }, index): AlertedMetric[] =>
      identity === undefined || kind !== 'ruled' ? [] : [{ identity, labels: told.ruled[index]?.metric.labels ?? {} }]
    );
    return (changes) => engineRecords(changes, panelId, alerted);
  }

  /** What looks as it did is what it was: the chart makes its marks anew by it. */
  private give(): void {
    const { given: before } = this;
    const metrics = this.told?.protocol.metrics ?? [];
    const identities = new Set(metrics.flatMap(({ identity }) => identity ?? []));
    const known = this.knownOf(identities);
    const isSame = isEqual([known, identities], [this.known, this.identities]);
    const notice = this.notice();
    const isSameNotice = notice?.words === before?.notice?.words;
    if (isSame && isSameNotice && before) {
      return;
    }
    this.known = isSame ? this.known : known;
    this.identities = identities;
    const { panelId } = this.followed.given.asking;
    this.given = {
      tell: this.tell,
      known: this.known,
      marks: isSame
        ? before?.marks
        : known && recordMarks(known, { dashboardUid: this.followed.dashboardUid, panelId, identities }),
      notice: isSameNotice ? before?.notice : notice,
    };
    this.onGiven(this.given);
  }

  private knownOf(own: ReadonlySet<string>): PanelRecords | undefined {
    const { keeper } = this.followed.keeper;
    if (!keeper.isKnown) {
      return undefined;
    }
    return {
      records: keeper.known.filter(({ identity }) => own.has(identity)),
      engine: keeper.engineOf(this.panel),
      lookedFrom: this.lookedFrom(),
    };
  }

  /** In steps, so that it does not change with each answer. */
  private lookedFrom(): number | undefined {
    const { judgedOn, metrics } = this.told?.protocol ?? {};
    const at = metrics?.[0]?.now.at;
    if (judgedOn?.mode !== 'fixed' || at === undefined) {
      return undefined;
    }
    const step = judgedOn.lookBackMs / LOOK_BACK_STEPS;
    return Math.ceil((at - judgedOn.lookBackMs) / step) * step;
  }

  private notice(): RecordNotice | undefined {
    const { given, keeper } = this.followed;
    const { asking, cannotRecord } = given;
    if (!asking.isRecording) {
      return undefined;
    }
    const plan = keeper.keeper.planOf(this.panel);
    const lacking = plan ? plan.creates.length + plan.ends.length : 0;
    const words = recordNotice({
      cannotRecord,
      isSpeaker: keeper.isSpeaker(this.panel),
      judgedOn: this.told?.protocol.judgedOn,
      failure: keeper.keeper.failed,
      lacking,
    });
    if (words !== undefined) {
      return { words };
    }
    const offered = cannotRecord === undefined ? (plan?.offered ?? []) : [];
    return offered.length === 0
      ? undefined
      : {
          words: offerWords(offered, asking.panel.timeZone),
          action: <RecordOffer onRecord={() => this.recordOffered()} />,
        };
  }

  private recordOffered(): void {
    const { keeper } = this.followed.keeper;
    keeper.record(keeper.planOf(this.panel)?.offered ?? []);
  }
}

function isOfEngine({ fields, length }: DataFrame, panelId: number): boolean {
  const columnOf = (name: string): unknown[] => fields.find((field) => field.name === name)?.values ?? [];
  const [alerts, panels] = [columnOf('alertId'), columnOf('panelId')];
  return Array.from({ length }, (_, row) => row).some((row) => Number(alerts[row]) > 0 && panels[row] === panelId);
}
