import { fnv1a64 } from './fnv';

/** Where a metric is shown, as far as it tells metrics apart. */
export interface PanelAddress {
  /** Blank or undefined: the dashboard was never saved. */
  dashboardUid?: string;
  /** The id of the panel as it is saved: that of the template where the panel is repeated. */
  panelId: number;
  /** The variables by which the panel, its row or its tab is repeated, with this repeat's values; none elsewhere. */
  repeat: Readonly<Record<string, string>>;
}

/** What tells a metric from the others of its panel. */
export interface MetricMarks {
  /** As the panel shows it. */
  name: string;
  /** The labels that came with the data. */
  labels?: Readonly<Record<string, string>>;
  /** What the data source calls the value: the field's own name, whatever it is shown as. */
  valueName?: string;
  /** The key of the rule in force, its variables put in. */
  key?: string;
}

/** The version of the form. */
const FORM = 'i1';

/** What Grafana calls a value without a name; with several queries it adds the query, which is no part of an identity. */
const NAMELESS = /^Value(?: #.*)?$/;

/**
 * The identities of the metrics of one panel, in their order: what each is, whatever it is shown as, wherever it stands
 * and whichever query returns it. Labels decide where there are any, the name elsewhere (design: identity). Where the
 * labels of two metrics of the panel do not tell them apart, their names do; two that agree in all of it are one.
 *
 * The form is documented in docs/identity.md: whoever changes it changes every identity that is stored, and raises the
 * version in it.
 *
 * @returns Each a text of ASCII characters, equal for the same metric; undefined for one without a key on a dashboard
 * that was never saved.
 */
export function identitiesOf(metrics: readonly MetricMarks[], panel: PanelAddress): Array<string | undefined> {
  const alone = metrics.map((metric) => identityOf(metric, panel, false));
  const taken = new Map<string | undefined, number>();
  alone.forEach((identity) => taken.set(identity, (taken.get(identity) ?? 0) + 1));
  return alone.map((identity, index) =>
    taken.get(identity) === 1 ? identity : identityOf(metrics[index], panel, true)
  );
}

/**
 * A short name of an identity, for a tag or a file: `i1-` and 16 hexadecimal digits, without a colon and never taken for
 * a number. The same at all times and on all machines. Two of a million identities share theirs with a probability of
 * 3 in 100 million.
 */
export function identityHash(identity: string): string {
  return `${FORM}-${fnv1a64(identity)}`;
}

function identityOf(metric: MetricMarks, panel: PanelAddress, isNamed: boolean): string | undefined {
  const place = placeOf(metric, panel);
  const parts = place && [FORM, place, subjectOf(metric, isNamed), sorted(panel.repeat)];
  return parts && inAscii(JSON.stringify(parts));
}

function placeOf({ key = '' }: MetricMarks, { dashboardUid = '', panelId }: PanelAddress): unknown[] | undefined {
  if (key.trim() !== '') {
    return ['key', key.trim()];
  }
  return dashboardUid === '' ? undefined : ['panel', dashboardUid, panelId];
}

function subjectOf({ labels = {}, valueName = '', name }: MetricMarks, isNamed: boolean): unknown[] {
  const entries = sorted(labels);
  if (entries.length === 0) {
    return ['name', name];
  }
  return ['labels', entries, NAMELESS.test(valueName) ? '' : valueName, ...(isNamed ? [name] : [])];
}

/** In the order of their code units: that of a language would be another on each machine. */
function sorted(entries: Readonly<Record<string, string>>): Array<[string, string]> {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** JSON that says the same in ASCII alone. */
export function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
