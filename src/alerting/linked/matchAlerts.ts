import type { AlertInstance, AlertRule, Texts } from '../../protocol/engine/alertRule';
import type { PanelAddress } from '../../protocol/identity';
import type { Metric } from '../../protocol/metric';
import type { PanelQuery } from './askedBy';
import { queriesOf, toAsked } from './askedBy';

/** A panel as alert rules are linked to it. */
export interface AskingPanel extends PanelAddress {
  queries: readonly PanelQuery[];
}

/** A metric, as far as alert rules tell it from others. */
export type MatchedMetric = Pick<Metric, 'name' | 'refId' | 'labels' | 'valueName'>;

/** An alert rule that is linked to a panel. */
export interface PanelAlert {
  rule: AlertRule;
  /** Whether it asks what the panel asks; undefined where that can't be made out. */
  asks?: 'same' | 'other';
}

/** Which alert rules are for which metrics of a panel. */
export interface MatchedAlerts {
  /** In the order of the metrics. */
  byMetric: ReadonlyArray<readonly PanelAlert[]>;
  /** Linked to the panel, and for none of its metrics that could be named. */
  apart: readonly PanelAlert[];
}

/** Whether an alert rule is linked to a panel, whichever of its repeats. */
export function isLinked({ panel }: AlertRule, { dashboardUid, panelId }: PanelAddress): boolean {
  return panel !== undefined && panel.dashboardUid === dashboardUid && panel.panelId === panelId;
}

/**
 * Tells for which metrics the alert rules of a panel are. A rule that asks what a query of the panel asks is for the
 * metrics of that query; of those for the ones that its labels pick, or that its title names. One that asks something else
 * is for the metric that it names, or the only one there is. In a repeated panel, where the links are the template's, a
 * rule that asks for another value than this repeat's is for none of it.
 */
export function matchAlerts(
  rules: readonly AlertRule[],
  panel: AskingPanel,
  metrics: readonly MatchedMetric[]
): MatchedAlerts {
  const queries = toAsked(panel.queries);
  const byMetric = metrics.map((): PanelAlert[] => []);
  const apart: PanelAlert[] = [];
  for (const rule of rules.filter((one) => isLinked(one, panel))) {
    const asked = queriesOf(rule, queries);
    const asks = asked && (asked.length > 0 ? 'same' : 'other');
    const places = placesOf(rule, asked ?? [], metrics);
    if (isOfAnotherRepeat(rule, asks, panel.repeat)) {
      continue;
    }
    places.forEach((place) => byMetric[place].push({ rule, asks }));
    if (places.length === 0) {
      apart.push({ rule, asks });
    }
  }
  return { byMetric, apart };
}

function placesOf(rule: AlertRule, asked: readonly PanelQuery[], metrics: readonly MatchedMetric[]): number[] {
  const all = metrics.map((_, place) => place);
  const ofQuery = all.filter((place) => asked.some(({ refId }) => refId === metrics[place].refId));
  const candidates = ofQuery.length > 0 ? ofQuery : all;
  const { picked } = rule;
  if (picked) {
    return candidates.filter((place) => isPicked(metrics[place], picked));
  }
  // Series that labels tell apart are all the rule's: each has an alert of its own.
  const unlabelled = candidates.filter((place) => Object.keys(textLabels(metrics[place])).length === 0);
  const named = namedBy(rule, unlabelled, metrics);
  if (ofQuery.length > 0) {
    return named.length > 0 ? named : ofQuery;
  }
  return named.length > 0 ? named : metrics.length === 1 ? all : namedBy(rule, candidates, metrics);
}

function isPicked(metric: MatchedMetric, { kind, sets }: NonNullable<AlertRule['picked']>): boolean {
  const labels = textLabels(metric);
  const isOne = sets.some((set) => Object.entries(set).every(([name, value]) => labels[name] === value));
  return isOne === (kind === 'only');
}

/** The metrics whose name stands in the title, or is a label; of names one in another the longest. */
function namedBy(rule: AlertRule, places: readonly number[], metrics: readonly MatchedMetric[]): number[] {
  const nameOf = (place: number) => metrics[place].name.trim().toLowerCase();
  const said = [rule.title, ...Object.values(rule.labels)].map((text) => text.toLowerCase());
  const found = places.filter((place) => nameOf(place) !== '' && said.some((text) => hasPhrase(text, nameOf(place))));
  const longest = Math.max(0, ...found.map((place) => nameOf(place).length));
  return found.filter((place) => nameOf(place).length === longest);
}

function hasPhrase(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + phrase.length] ?? ''}`);
}

/** The links name the panel's template: which of its repeats a rule is for, only its query, labels and title can tell. */
function isOfAnotherRepeat(rule: AlertRule, asks: PanelAlert['asks'], repeat: PanelAddress['repeat']): boolean {
  const values = Object.values(repeat);
  if (values.length === 0 || asks === 'same') {
    return false;
  }
  const said = [rule.title, ...Object.values(rule.labels)].map((text) => text.toLowerCase());
  return !values.every((value) => said.some((text) => hasPhrase(text, value.toLowerCase())));
}

/**
 * The alerts of a rule that are of one metric: those that have its labels, or, where it has none, its name; all of them
 * where it is the only metric of the rule and nothing tells them apart.
 */
export function instancesOf<T extends Pick<AlertInstance, 'labels'>>(
  instances: readonly T[],
  metric: MatchedMetric,
  { repeat, isAlone }: { repeat: PanelAddress['repeat']; isAlone: boolean }
): readonly T[] {
  const labels = Object.entries(textLabels(metric));
  const ofRepeat = instances.filter(({ labels: own }) =>
    Object.entries(repeat).every(([name, value]) => own[name] === undefined || own[name] === value)
  );
  if (labels.length > 0) {
    const own = ofRepeat.filter((instance) => labels.every(([name, value]) => instance.labels[name] === value));
    // An alert without any of the labels is of all series: a query that fails has one such.
    return own.length > 0 ? own : ofRepeat.filter((instance) => labels.every(([name]) => !(name in instance.labels)));
  }
  const named = ofRepeat.filter(
    ({ labels: { __name__: name } }) => name !== undefined && (name === metric.name || name === metric.valueName)
  );
  return named.length > 0 || !isAlone ? named : ofRepeat;
}

function textLabels({ labels = {} }: MatchedMetric): Texts {
  return Object.fromEntries(
    Object.entries(labels).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== '__name__'
    )
  );
}
