import { isEqual, uniqWith } from 'lodash';

import type { FoundPanel, FoundQuery, StatedOverride } from '../../frames/foundPanel';
import type { RuleInput } from '../../rule/schema';
import type { Labels, Series } from './alert';
import { labelsOfName, nameOf } from './nameOf';
import type { Template } from './template';
import { filledTemplate, plainText } from './template';

/** A metric that is in the panel's data now, where somebody looks at the panel. */
export interface SeenMetric {
  refId?: string;
  name: string;
  labels: Labels;
  /** What a rule sheet or a rule file states for it. */
  row?: RuleInput;
}

/** Series of one query that state the same: their overrides, the oldest first, and their row. */
export interface Group {
  series: Series;
  overrides: readonly StatedOverride[];
  row?: RuleInput;
  /** Where all of them have one name. */
  name?: string;
}

/** The series of a query by what is stated for them, or the matcher that nobody can decide without the data. */
export type Grouping = { groups: readonly Group[]; undecided?: undefined } | { undecided: string };

/** Which series of the query a matcher picks; `undecided`: only the data say it. */
type Picked = 'all' | 'none' | 'undecided' | readonly Labels[];

/**
 * Finds which series of a query an override is for, without its data where what is saved decides it: by the query that
 * returns them, and by their names as the legend writes them. Overrides that pick by value, and all others that look at
 * the data, are for nobody to decide beforehand.
 *
 * @param seen - What is in the panel's data; left out, nothing is known of it.
 */
export function groupSeries(query: FoundQuery, panel: FoundPanel, seen?: readonly SeenMetric[]): Grouping {
  const name = nameOf(query, panel);
  const own = seen?.filter(({ refId }) => refId === query.refId);
  const picked = panel.overrides.map((override) => ({ override, of: pick(override, query, name, own) }));
  const undecided = picked.find(({ override, of }) => of === 'undecided' && saysWhatFires(override));
  if (undecided) {
    const { id, options } = undecided.override.matcher;
    return { undecided: [id, ...(typeof options === 'string' ? [options] : [])].join(' ') };
  }
  const withRow = (own ?? []).filter(({ row, labels }) => row !== undefined && Object.keys(labels).length > 0);
  const sets = uniqWith(
    [...picked.flatMap(({ of }) => (typeof of === 'string' ? [] : of)), ...withRow.map(({ labels }) => labels)],
    isEqual
  );
  const rowOfAll = own?.find(({ row, labels }) => row !== undefined && Object.keys(labels).length === 0)?.row;
  const stated = (set?: Labels) => ({
    overrides: picked
      .filter(({ of }) => of === 'all' || (set && typeof of !== 'string' && of.some((one) => isEqual(one, set))))
      .map(({ override }) => override),
    row: set ? (withRow.find(({ labels }) => isEqual(labels, set))?.row ?? rowOfAll) : rowOfAll,
  });
  const rest = { ...stated(), series: sets.length > 0 ? { kind: 'rest' as const, sets } : { kind: 'all' as const } };
  const apart = sets.map((set) => ({ set, ...stated(set) }));
  // What states the same as the rest needs no alert of its own.
  const others = apart.filter((one) => !isSame(one, rest));
  const asRest = sets.filter((set) => others.some((one) => isEqual(one.set, set)));
  return {
    groups: [
      {
        ...rest,
        series: asRest.length > 0 ? { kind: 'rest', sets: asRest } : { kind: 'all' },
        name: name && plainText(name),
      },
      ...merged(others, (labels) => nameOfLabels(labels, own, name)),
    ],
  };
}

/** What a series is called: as the data call it, else as the legend writes it, else by its labels. */
function nameOfLabels(labels: Labels, seen: readonly SeenMetric[] = [], template?: Template): string {
  const found = seen.filter((one) => isEqual(one.labels, labels));
  return found.length === 1
    ? found[0].name
    : ((template && filledTemplate(template, labels)) ?? Object.values(labels).join(' '));
}

function merged(
  apart: ReadonlyArray<Omit<Group, 'series'> & { set: Labels }>,
  nameOfSet: (set: Labels) => string
): Group[] {
  const kinds = uniqWith(apart, isSame);
  return kinds.map((kind) => {
    const sets = apart.filter((one) => isSame(one, kind)).map(({ set }) => set);
    const [first] = sets;
    const name = sets.length === 1 ? nameOfSet(first) : undefined;
    return { series: { kind: 'only', sets }, overrides: kind.overrides, row: kind.row, name };
  });
}

function isSame(a: Omit<Group, 'series'>, b: Omit<Group, 'series'>): boolean {
  return isEqual(a.overrides, b.overrides) && isEqual(a.row, b.row);
}

/** Whether an override says something of a rule or its levels, and not only what a series is called. */
function saysWhatFires({ states }: StatedOverride): boolean {
  return Object.keys(states).some((name) => name !== 'displayName');
}

function pick(
  { matcher: { id, options } }: StatedOverride,
  { refId }: FoundQuery,
  name: Template | undefined,
  seen: readonly SeenMetric[] | undefined
): Picked {
  switch (id) {
    case 'byFrameRefID':
      return options === refId ? 'all' : 'none';
    case 'byType':
      return options === 'number' ? 'all' : 'none';
    case 'numeric':
      return 'all';
    case 'byName':
      return typeof options === 'string' ? named(options, name, seen) : 'undecided';
    case 'byRegexp':
      return typeof options === 'string' ? matching(options, name, seen) : 'undecided';
    default:
      return 'undecided';
  }
}

function named(wanted: string, name: Template | undefined, seen: readonly SeenMetric[] | undefined): Picked {
  const plain = name && plainText(name);
  if (plain !== undefined) {
    return plain === wanted ? 'all' : 'none';
  }
  const read = name ? labelsOfName(name, wanted) : 'undecided';
  return read === 'undecided' ? seenOnes(seen, (one) => one === wanted) : read ? [read] : 'none';
}

function matching(pattern: string, name: Template | undefined, seen: readonly SeenMetric[] | undefined): Picked {
  const regexp = toRegExp(pattern);
  if (!regexp) {
    return 'undecided';
  }
  const plain = name && plainText(name);
  if (plain !== undefined) {
    return regexp.test(plain) ? 'all' : 'none';
  }
  return seenOnes(seen, (one) => regexp.test(one));
}

/** What is in the data decides, by all labels of a series: one without any is the only one of its query. */
function seenOnes(seen: readonly SeenMetric[] | undefined, fits: (name: string) => boolean): Picked {
  if (!seen || seen.length === 0) {
    return 'undecided';
  }
  const found = seen.filter(({ name }) => fits(name));
  if (found.length === seen.length && seen.length === 1) {
    return 'all';
  }
  return found.every(({ labels }) => Object.keys(labels).length > 0) ? found.map(({ labels }) => labels) : 'undecided';
}

/** As Grafana reads a pattern: between slashes with flags, or bare. */
function toRegExp(pattern: string): RegExp | undefined {
  const [, inner, flags] = /^\/(.*)\/([a-z]*)$/.exec(pattern) ?? [];
  try {
    return inner === undefined ? new RegExp(`^${pattern}$`) : new RegExp(inner, flags.replace('g', ''));
  } catch {
    return undefined;
  }
}
