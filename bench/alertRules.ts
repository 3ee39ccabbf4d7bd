import { matchAlerts } from '../src/alerting/linked/matchAlerts';
import { panelOf, readGrafanaRules } from '../src/alerting/linked/readGrafanaRules';
import { readGrafanaStates } from '../src/alerting/linked/readStates';

const RULES = 5000;
const ROUNDS = 15;
/** So many of them are linked to the dashboard, and half of those to the panel. */
const LINKED = 40;

/** What 5,000 alert rules in the replies cost one panel: read, and matched with its metrics; ms, the median of some rounds. */
export function alertRulesMs(): number {
  const [states, definitions] = [
    JSON.parse(JSON.stringify(statesReply())),
    JSON.parse(JSON.stringify(definitionsReply())),
  ];
  const metrics = Array.from({ length: 20 }, (_, team) => ({
    name: `Team ${team}`,
    refId: 'A',
    labels: { team: `${team}` },
  }));
  const panel = {
    dashboardUid: 'ops',
    panelId: 1,
    repeat: {},
    queries: [{ refId: 'A', dataSourceUid: 'prom', model: { expr: 'sum by (team) (rate(leads_total[5m]))' } }],
  };
  const isOwn = (annotations: Readonly<Record<string, string>>) => panelOf(annotations)?.dashboardUid === 'ops';
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    const told = readGrafanaStates(states, isOwn);
    const rules = readGrafanaRules(definitions, isOwn);
    const { byMetric } = matchAlerts(rules, panel, metrics);
    const ms = performance.now() - begin;
    if (told.length !== LINKED || byMetric[0].length !== LINKED / 2) {
      throw new Error('The rules were not read.');
    }
    return ms;
  });
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

function annotationsOf(index: number) {
  return index < LINKED ? { __dashboardUid__: 'ops', __panelId__: String(1 + (index % 2)) } : { summary: 'elsewhere' };
}

function statesReply() {
  const rules = Array.from({ length: RULES }, (_, index) => ({
    state: 'firing',
    name: `Rule ${index}`,
    uid: `u${index}`,
    type: 'alerting',
    health: 'ok',
    duration: 300,
    annotations: annotationsOf(index),
    lastEvaluation: '2026-11-23T09:09:40Z',
    alerts: [
      { labels: { team: '1', alertname: `Rule ${index}` }, state: 'Alerting', activeAt: '2026-11-23T09:09:40Z' },
    ],
  }));
  return { data: { groups: [{ name: 'g', file: 'F', interval: 60, rules }] } };
}

function definitionsReply() {
  const rules = Array.from({ length: RULES }, (_, index) => ({
    for: '5m',
    labels: { severity: 'critical', team: 'x' },
    annotations: annotationsOf(index),
    grafana_alert: {
      title: `Rule ${index}`,
      uid: `u${index}`,
      condition: 'C',
      data: [
        { refId: 'A', datasourceUid: 'prom', model: { expr: 'sum by (team) (rate(leads_total[5m]))' } },
        { refId: 'B', datasourceUid: '__expr__', model: { type: 'reduce', reducer: 'last', expression: 'A' } },
        {
          refId: 'C',
          datasourceUid: '__expr__',
          model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'lt', params: [20] } }] },
        },
      ],
    },
  }));
  return { F: [{ name: 'g', interval: '1m', rules }] };
}
