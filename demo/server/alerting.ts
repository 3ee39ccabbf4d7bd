import type { Reply } from './annotations';

/** An alert rule of the local host, which evaluates none: its states are what somebody wants them to be. */
export interface DemoAlertRule {
  uid: string;
  title: string;
  folder: string;
  group: string;
  intervalSeconds: number;
  /** Queries and expressions, as Grafana keeps them. */
  data: unknown[];
  condition: string;
  /** As Grafana writes durations: `5m`. */
  for: string;
  keepFiringFor: string;
  noDataState: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  isPaused: boolean;
  receiver?: string;
  /** Epoch ms. */
  evaluatedAt?: number;
  error?: string;
  instances: DemoInstance[];
}

export interface DemoInstance {
  labels: Record<string, string>;
  /** `Normal`, `Pending`, `Alerting`, `Recovering`, `NoData`, `Error`. */
  state: string;
  /** Epoch ms. */
  activeAt: number;
  /** To whom an alert of it is routed. */
  receivers?: string[];
  silencedBy?: string[];
}

export interface DemoSilence {
  id: string;
  createdBy: string;
  comment: string;
  /** Epoch ms. */
  endsAt: number;
}

/** What somebody wants the alert engine of the local host to say of one dashboard. */
export interface DemoAlerting {
  rules: DemoAlertRule[];
  silences: DemoSilence[];
  /** By contact point, what its last notification failed with. */
  failures: Record<string, string>;
}

const NEVER = '0001-01-01T00:00:00Z';
const EMPTY: DemoAlerting = { rules: [], silences: [], failures: {} };

/** A fake of Grafana's alerting APIs: replies of the form that Grafana 12.4 gives, of states that are given. */
export class AlertingStore {
  private readonly byDashboard = new Map<string, DemoAlerting>();

  /** @param input - By dashboard; what is given replaces all that was said of it. */
  set(input: Record<string, Partial<DemoAlerting>>): void {
    Object.entries(input).forEach(([uid, given]) => this.byDashboard.set(uid, { ...EMPTY, ...given }));
  }

  /** Answers one of the APIs; undefined for what is none of them. */
  answer(path: string, params: URLSearchParams): Reply | undefined {
    switch (path) {
      case '/api/prometheus/grafana/api/v1/rules':
        return ok(this.states(this.wanted(params)));
      case '/api/ruler/grafana/api/v1/rules':
        return ok(this.definitions(this.wanted(params)));
      case '/api/alertmanager/grafana/api/v2/alerts':
        return ok(this.all().flatMap(({ rules }) => rules.flatMap(toAlerts)));
      case '/api/alertmanager/grafana/api/v2/silences':
        return ok(this.all().flatMap(({ silences }) => silences.map(toSilence)));
      case '/api/alertmanager/grafana/config/api/v1/receivers':
        return ok(this.all().flatMap(({ failures }) => Object.entries(failures).map(toReceiver)));
      default:
        return undefined;
    }
  }

  private all(): DemoAlerting[] {
    return [...this.byDashboard.values()];
  }

  private wanted(params: URLSearchParams): DemoAlertRule[] {
    const [dashboard, panel] = [params.get('dashboard_uid'), params.get('panel_id')];
    return this.all()
      .flatMap(({ rules }) => rules)
      .filter(
        ({ annotations }) =>
          (dashboard === null || annotations.__dashboardUid__ === dashboard) &&
          (panel === null || annotations.__panelId__ === panel)
      );
  }

  private states(rules: DemoAlertRule[]) {
    return {
      status: 'success',
      data: {
        groups: groupsOf(rules).map(([first, own]) => ({
          name: first.group,
          file: first.folder,
          folderUid: folderUid(first.folder),
          rules: own.map(toState),
          interval: first.intervalSeconds,
          lastEvaluation: timeOf(first.evaluatedAt),
          evaluationTime: 0.001,
        })),
      },
    };
  }

  private definitions(rules: DemoAlertRule[]) {
    const folders = [...new Set(rules.map(({ folder }) => folder))];
    return Object.fromEntries(
      folders.map((folder) => [
        folder,
        groupsOf(rules.filter((rule) => rule.folder === folder)).map(([first, own]) => ({
          name: first.group,
          interval: `${first.intervalSeconds}s`,
          rules: own.map(toDefinition),
        })),
      ])
    );
  }
}

function groupsOf(rules: DemoAlertRule[]): Array<[DemoAlertRule, DemoAlertRule[]]> {
  const groups = new Map<string, DemoAlertRule[]>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.folder, rule.group]);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((own) => [own[0], own]);
}

/** Grafana's word for a rule by that of its worst alert. */
const RULE_STATES = [
  ['Alerting', 'firing'],
  ['Recovering', 'recovering'],
  ['Pending', 'pending'],
] as const;

function toState(rule: DemoAlertRule) {
  const { uid, title, folder, labels, annotations, instances, error } = rule;
  const worst = RULE_STATES.find(([state]) => instances.some((one) => one.state.startsWith(state)));
  return {
    state: worst?.[1] ?? 'inactive',
    name: title,
    query: JSON.stringify(rule.data),
    queriedDatasourceUIDs: [],
    duration: seconds(rule.for),
    keepFiringFor: seconds(rule.keepFiringFor),
    annotations,
    alerts: instances.map((one) => ({
      labels: alertLabels(rule, one),
      annotations,
      state: one.state,
      activeAt: timeOf(one.activeAt),
      value: '',
    })),
    totals: {},
    totalsFiltered: {},
    uid,
    folderUid: folderUid(folder),
    labels,
    health: error === undefined ? 'ok' : 'error',
    ...(error !== undefined && { lastError: error }),
    type: 'alerting',
    lastEvaluation: timeOf(rule.evaluatedAt),
    evaluationTime: 0.001,
    isPaused: rule.isPaused,
    provenance: 'file',
  };
}

function toDefinition(rule: DemoAlertRule) {
  return {
    expr: '',
    for: rule.for,
    keep_firing_for: rule.keepFiringFor,
    labels: rule.labels,
    annotations: rule.annotations,
    grafana_alert: {
      title: rule.title,
      condition: rule.condition,
      data: rule.data,
      updated: '2026-01-01T00:00:00Z',
      intervalSeconds: rule.intervalSeconds,
      version: 1,
      uid: rule.uid,
      namespace_uid: folderUid(rule.folder),
      rule_group: rule.group,
      no_data_state: rule.noDataState,
      exec_err_state: 'Error',
      provenance: 'file',
      is_paused: rule.isPaused,
      ...(rule.receiver !== undefined && { notification_settings: { receiver: rule.receiver } }),
    },
  };
}

/** Only what fires, and what still does, is sent to the alert manager. */
function toAlerts(rule: DemoAlertRule) {
  return rule.instances
    .filter(({ state }) => /^(Alerting|Recovering|NoData|Error)/.test(state))
    .map((one) => ({
      annotations: { ...rule.annotations, __orgId__: '1' },
      endsAt: timeOf(one.activeAt + 240_000),
      fingerprint: `${rule.uid}-${Object.values(one.labels).join('-')}`,
      receivers: (one.receivers ?? []).map((name) => ({ name })),
      startsAt: timeOf(one.activeAt),
      status: {
        inhibitedBy: [],
        silencedBy: one.silencedBy ?? [],
        state: one.silencedBy ? 'suppressed' : 'active',
      },
      updatedAt: timeOf(rule.evaluatedAt),
      generatorURL: `http://localhost/alerting/grafana/${rule.uid}/view`,
      labels: { __alert_rule_uid__: rule.uid, ...alertLabels(rule, one) },
    }));
}

function alertLabels({ title, folder, labels }: DemoAlertRule, instance: DemoInstance) {
  return { alertname: title, grafana_folder: folder, ...labels, ...instance.labels };
}

function toSilence({ id, createdBy, comment, endsAt }: DemoSilence) {
  return {
    comment,
    createdBy,
    endsAt: timeOf(endsAt),
    id,
    matchers: [],
    startsAt: timeOf(endsAt - 3_600_000),
    status: { state: 'active' },
    updatedAt: timeOf(endsAt - 3_600_000),
  };
}

function toReceiver([name, error]: [string, string]) {
  return {
    active: true,
    name,
    integrations: [
      { name: 'email', sendResolved: true, lastNotifyAttempt: '2026-01-01T00:00:00Z', lastNotifyAttemptError: error },
    ],
  };
}

function folderUid(folder: string): string {
  return folder.toLowerCase().replace(/\W+/g, '-');
}

function timeOf(time: number | undefined): string {
  return time === undefined ? NEVER : new Date(time).toISOString();
}

/** One number with one unit is all that the local host's rules have. */
function seconds(duration: string): number {
  const [, number = '0', unit = 's'] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  return Number(number) * { s: 1, m: 60, h: 3600, d: 86_400 }[unit]!;
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}
