import { shorten } from '../../rule/read';
import type { Glob } from './glob';
import { covers, isGlob, literals, matchesGlob, toGlob } from './glob';
import { nearestGlob } from './nearestGlob';
import { NearNames } from './nearNames';
import type { SheetProblem } from './table';

/** To compare names takes time, and nobody reads more. */
const MOST_MEANT = 100;

/** A rule, or the versions of one, by the name or glob of its metrics. */
export interface NamedEntry {
  /** The name or glob, without spaces at its ends. */
  metric: string;
  /** Its rows in a sheet, at least one; none in a file. */
  rows: readonly number[];
}

/** An entry with its glob, ready to be matched. */
interface GlobEntry<Entry> {
  entry: Entry;
  glob: Glob;
}

/** Finds the entry of a metric, and remembers which entries were of use. */
export class EntryFinder<Entry extends NamedEntry> {
  private readonly byName: ReadonlyMap<string, Entry>;
  /** The most specific first; the sort keeps the order of the entries among equals. */
  private readonly globs: ReadonlyArray<GlobEntry<Entry>>;
  private readonly matched = new Set<Entry>();
  private readonly overlaps = new Map<string, SheetProblem>();

  constructor(
    private readonly entries: readonly Entry[],
    metrics: ReadonlyArray<{ name: string }>
  ) {
    this.byName = new Map(entries.map((entry) => [entry.metric, entry]));
    const names = new Set(metrics.map(({ name }) => name.trim()));
    this.globs = entries
      // A name with a star in it is a name where a metric is called so.
      .filter(({ metric }) => isGlob(metric) && !names.has(metric))
      .map((entry) => ({ entry, glob: toGlob(entry.metric) }))
      .sort((a, b) => literals(b.glob) - literals(a.glob));
  }

  entryOf(metric: string): Entry | undefined {
    const name = metric.trim();
    const matching = this.globs.filter(({ glob }) => matchesGlob(glob, toGlob(name)));
    matching.forEach(({ entry }) => this.matched.add(entry));
    const exact = this.byName.get(name);
    if (exact) {
      this.matched.add(exact);
      return exact;
    }
    this.noteOverlap(name, matching);
    return matching[0]?.entry;
  }

  /** What is to be said of entries that match nothing, of metrics without one, and of globs that compete. */
  problems(without: ReadonlyArray<{ name: string }>): SheetProblem[] {
    const names = without.map(({ name }) => name);
    const near = new NearNames(names);
    const meantBy = (metric: string) => near.nearest(metric) ?? nearestGlob(metric, names);
    const unmatched = this.entries.filter((entry) => !this.matched.has(entry));
    return [
      ...this.overlaps.values(),
      ...unmatched.flatMap((entry, index) =>
        matchesNothing(entry, index < MOST_MEANT ? meantBy(entry.metric) : undefined)
      ),
      ...[...new Set(names)].map((name) => ({ code: 'noRow', found: shorten(name) }) as const),
    ];
  }

  private noteOverlap(metric: string, [first, ...others]: ReadonlyArray<GlobEntry<Entry>>): void {
    const rivals = others.filter(({ glob }) => !covers(glob, first.glob));
    const row = first?.entry.rows[0];
    const key = [first?.entry.metric, ...rivals.map(({ entry }) => entry.metric)].join('\n');
    if (rivals.length > 0 && !this.overlaps.has(key)) {
      this.overlaps.set(key, {
        code: 'overlap',
        found: shorten(metric),
        counts: first.entry.metric,
        rivals: rivals.map(({ entry }) => entry.metric),
        ...(row !== undefined && { row }),
      });
    }
  }
}

/** A problem for each row, so that all of them are found in the sheet; one for an entry of a file. */
function matchesNothing({ metric, rows }: NamedEntry, meant: string | undefined): SheetProblem[] {
  const found = {
    code: 'matchesNothing',
    found: shorten(metric),
    ...(meant !== undefined && { meant }),
  } as const;
  return rows.length === 0 ? [found] : rows.map((row) => ({ ...found, row }));
}
