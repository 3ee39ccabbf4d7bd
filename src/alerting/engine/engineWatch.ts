import { isEqual } from 'lodash';

import type {
  AlertRule,
  AlertRuleState,
  EngineKnown,
  FailedDelivery,
  RoutedAlert,
  Silence,
} from '../../protocol/engine/alertRule';
import { MINUTE, SECOND } from '../../time/units';
import { readAlerts, readFailures, readSilences } from '../linked/readAlertmanager';
import { panelOf, readGrafanaRules, readRuleOfState } from '../linked/readGrafanaRules';
import { readSourceRules } from '../linked/readSourceRules';
import type { Wanted } from '../linked/readGrafanaRules';
import type { ToldRule } from '../linked/readStates';
import { readGrafanaStates, readSourceStates } from '../linked/readStates';
import type { EngineApi } from './engineApi';
import { EngineFailure } from './engineApi';
import { Pace } from './pace';

/** The shortest time from one question for states to the next: with all others that makes ten questions a minute. */
export const STATES_MS = 15 * SECOND;

/** Where a dashboard has no alert rule, and where nothing of it fires, ms. */
const QUIET_MS = MINUTE;
const FIRING_MS = 30 * SECOND;

/** A timer may run early by so much, ms. */
const SLACK_MS = SECOND;

/** What one data source's engine told. */
interface Source {
  pace: Pace;
  rules: readonly AlertRule[];
  states: readonly AlertRuleState[];
  /** Whether it answered, or is known to have no rules to tell. */
  hasTold: boolean;
}

/**
 * Watches the alert rules of one dashboard, for all of its panels. It asks no more than it has to: states; definitions on
 * opening, and when a state names a rule that is not known; alerts and silences only while something fires; of a data
 * source its rules once a minute. What fails is asked ever more seldom.
 */
export class EngineWatch {
  private readonly listeners = new Set<() => void>();
  private readonly paces = {
    states: new Pace(STATES_MS),
    quiet: new Pace(QUIET_MS),
    definitions: new Pace(MINUTE),
    alerts: new Pace(FIRING_MS),
    silences: new Pace(FIRING_MS),
    receivers: new Pace(MINUTE),
  };
  private readonly sources = new Map<string, Source>();
  /** Of each that follows, the data sources that its panel asks. */
  private readonly wanted = new Map<() => void, readonly string[]>();
  private definitions?: readonly AlertRule[];
  private told: readonly ToldRule[] = [];
  private haveStates = false;
  private routed: { alerts: readonly RoutedAlert[]; silences: readonly Silence[]; failed: readonly FailedDelivery[] } =
    {
      alerts: [],
      silences: [],
      failed: [],
    };
  /** Undefined until Grafana has told the states of its rules, or that it tells none. */
  known?: EngineKnown;

  constructor(
    private readonly dashboardUid: string,
    private readonly api: EngineApi,
    private readonly now: () => number
  ) {}

  /**
   * @param sources - The data sources that the panel asks, whose engines may have rules for it.
   * @returns What ends it.
   */
  follow(onChange: () => void, sources: readonly string[]): () => void {
    this.listeners.add(onChange);
    this.wanted.set(onChange, sources);
    return () => {
      this.listeners.delete(onChange);
      this.wanted.delete(onChange);
    };
  }

  /** Asks what is due. Never rejects. */
  async ask(): Promise<void> {
    await Promise.all([this.askGrafana(), ...this.sourceUids().map((uid) => this.askSource(uid))]);
    this.tell();
  }

  private async askGrafana(): Promise<void> {
    const pace = this.told.length > 0 || !this.haveStates ? this.paces.states : this.paces.quiet;
    const states = await this.asked(pace, () => this.api.states(this.dashboardUid));
    if (states) {
      this.paces.quiet.asked(this.now());
      this.told = readGrafanaStates(states.reply, this.isOwn);
      this.haveStates = true;
    }
    await Promise.all([this.askDefinitions(), this.askRouting()]);
  }

  private async askDefinitions(): Promise<void> {
    const ids = new Set(this.definitions?.map(({ id }) => id));
    if (this.told.every(({ state }) => ids.has(state.id))) {
      return;
    }
    const answer = await this.asked(this.paces.definitions, () => this.api.definitions(this.dashboardUid));
    if (answer) {
      this.definitions = readGrafanaRules(answer.reply, this.isOwn);
    }
  }

  private async askRouting(): Promise<void> {
    const fires = this.told.some(({ state }) => state.instances.some((one) => one.state !== 'normal'));
    if (!fires) {
      this.routed = { alerts: [], silences: [], failed: [] };
      return;
    }
    const { paces, api } = this;
    const [alerts, silences, receivers] = await Promise.all([
      this.asked(paces.alerts, () => api.alerts()),
      this.asked(paces.silences, () => api.silences()),
      this.asked(paces.receivers, () => api.receivers()),
    ]);
    this.routed = {
      alerts: alerts ? readAlerts(alerts.reply) : this.routed.alerts,
      silences: silences ? readSilences(silences.reply) : this.routed.silences,
      failed: receivers ? readFailures(receivers.reply) : this.routed.failed,
    };
  }

  private async askSource(uid: string): Promise<void> {
    const source = this.sources.get(uid) ?? { pace: new Pace(MINUTE), rules: [], states: [], hasTold: false };
    this.sources.set(uid, source);
    const answer = await this.asked(
      source.pace,
      () => this.api.sourceRules(uid),
      () => (source.hasTold = true)
    );
    if (answer) {
      source.rules = readSourceRules(answer.reply, uid, this.isOwn);
      const ids = new Set(source.rules.map(({ id }) => id));
      source.states = ids.size === 0 ? [] : readSourceStates(answer.reply, uid).filter(({ id }) => ids.has(id));
      source.hasTold = true;
    }
  }

  /** The answer where it was due and there is one. */
  private async asked(
    pace: Pace,
    ask: () => Promise<unknown>,
    onRefused?: () => void
  ): Promise<{ reply: unknown } | undefined> {
    if (!pace.isDue(this.now(), SLACK_MS)) {
      return undefined;
    }
    pace.asked(this.now());
    try {
      const reply = await ask();
      pace.succeeded();
      return { reply };
    } catch (error) {
      const isRefused = error instanceof EngineFailure && error.kind === 'refused';
      pace.failed(isRefused);
      if (isRefused) {
        onRefused?.();
      }
      return undefined;
    }
  }

  /** Whether a rule is linked to a panel of the dashboard. */
  private readonly isOwn: Wanted = (annotations) => panelOf(annotations)?.dashboardUid === this.dashboardUid;

  private sourceUids(): string[] {
    return [...new Set([...this.wanted.values()].flat())];
  }

  private tell(): void {
    if (!this.haveStates && [...this.sources.values()].every(({ rules }) => rules.length === 0)) {
      return;
    }
    const known = this.toKnown();
    if (!isEqual(known, this.known)) {
      this.known = known;
      this.listeners.forEach((listener) => listener());
    }
  }

  private toKnown(): EngineKnown {
    const defined = new Map(this.definitions?.map((rule) => [rule.id, rule]));
    const own = this.told.flatMap(({ state, rule, group }) => {
      const read = defined.get(state.id) ?? readRuleOfState(rule, group);
      return read ? [{ ...read, id: state.id }] : [];
    });
    const sources = this.sourceUids().map((uid) => this.sources.get(uid));
    const ofSources = sources.filter((source) => source !== undefined);
    const states = [...this.told.map(({ state }) => state), ...ofSources.flatMap((source) => source.states)];
    return {
      rules: [...own, ...ofSources.flatMap(({ rules }) => rules)],
      states: new Map(states.map((state) => [state.id, state])),
      ...this.routed,
      isWhole: this.haveStates && sources.every((source) => source?.hasTold === true),
    };
  }
}
