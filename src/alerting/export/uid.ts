import { fnv1a64 } from '../../protocol/fnv';
import type { Severity } from '../../rule/level';
import type { Home, Series } from './alert';

/** The version of the form: whoever changes it makes new rules of all that were exported. */
const FORM = 'protocol1';

/** What tells an alert from all others. */
export interface Mark {
  home: Home;
  refId: string;
  series: Series;
  severity: Severity;
  /** The rule's own key, which stands for the place. */
  key?: string;
}

/**
 * A stable id of an alert rule: letters, digits and dashes, 32 characters, as Grafana takes it for a uid. The same level
 * of the same metric has the same one at every export, whatever its numbers and texts; what a metric is called, where its
 * panel stands and which levels it has beside play no part.
 */
export function uidOf({ home, refId, series, severity, key = '' }: Mark): string {
  const place = key.trim() === '' ? ['panel', home.dashboardUid, home.panelId, refId] : ['key', key.trim()];
  const parts = [FORM, place, seriesOf(series), sorted(home.repeat), severity];
  const ascii = JSON.stringify(parts).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  return `${FORM}-${fnv1a64(ascii)}-${severity === 'critical' ? 'crit' : 'warn'}`;
}

/** The rest of the series is the rest whichever are apart from it. */
function seriesOf(series: Series): unknown {
  return series.kind === 'only'
    ? series.sets
        .map(sorted)
        .map((set) => JSON.stringify(set))
        .sort()
    : 'all';
}

function sorted(entries: Readonly<Record<string, string>>): Array<[string, string]> {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}
