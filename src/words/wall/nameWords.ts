import type { CutName } from '../../protocol/wall/tellingCut';
import { NAME_OF, tellingCut } from '../../protocol/wall/tellingCut';
import type { StripItem, Wall } from '../../protocol/wall/tellWall';
import type { WallMetric } from '../../protocol/wall/wallMetrics';
import type { Translate } from '../translate';
import { unreadCell } from './stripWords';

/** What something on a wall is called, and the panel or the query that it is of. */
export interface WallName {
  name: string;
  of?: string;
}

/** How the things on a wall are told from one another. */
export interface WallNames {
  /** Several things have this name, so that what each is of has to be said with it. */
  isShared(name: string): boolean;
  /** How they are cut, so that they stay different. */
  cut: CutName;
}

/** Names the things of a wall again and again. */
export class WallNamer {
  private labels: readonly string[] = [];
  private names: WallNames = { isShared: () => false, cut: tellingCut([]) };

  /** @returns How its things are told apart; the same as long as they have the same names. */
  name(t: Translate, { firing, strip }: Pick<Wall, 'firing' | 'strip'>): WallNames {
    const all = [...firing.map(metricName), ...strip.map((item) => itemName(t, item))];
    const seen = new Set<string>();
    const shared = new Set(all.flatMap(({ name }) => (seen.size === seen.add(name).size ? [name] : [])));
    const isShared = (name: string) => shared.has(name);
    const labels = all.flatMap((one) => [
      fullName(one, isShared),
      ...(one.of !== undefined && isShared(one.name) ? [one.of] : []),
    ]);
    if (labels.length !== this.labels.length || labels.some((label, place) => label !== this.labels[place])) {
      this.labels = labels;
      this.names = { isShared, cut: tellingCut(labels) };
    }
    return this.names;
  }
}

/** The name, with what it is of where others have the same: "Win rate · EMEA". */
export function fullName({ name, of }: WallName, isShared: WallNames['isShared']): string {
  return of !== undefined && isShared(name) ? `${name} ${NAME_OF} ${of}` : name;
}

function itemName(t: Translate, item: StripItem): WallName {
  return item.kind === 'metric' ? metricName(item.of) : unreadCell(t, item.of);
}

function metricName({ metric, panel }: WallMetric): WallName {
  return { name: metric.name, of: panel };
}
