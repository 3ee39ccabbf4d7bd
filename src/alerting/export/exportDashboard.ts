import type { FoundPanel } from '../../frames/foundPanel';
import type { SavedDashboard } from '../../frames/savedDashboard';
import type { Alert, Exported, Refusal } from './alert';
import { alertsOf } from './alertsOf';
import type { Variables } from './variables';

/** More repeats of one panel than anybody looks at. */
const MOST_REPEATS = 500;

/**
 * The alerts of all panels of a saved dashboard. A repeated panel has its alerts once for each value that is chosen in
 * its variables.
 *
 * @param at - The moment at which rules with dates are taken, epoch ms; undefined: they are refused.
 */
export function dashboardAlerts(dashboard: SavedDashboard, at?: number): Exported<Alert> {
  const variables = new Map(dashboard.variables.map(({ name, values }) => [name, values]));
  const isFiltered = dashboard.variables.some(({ filters }) => filters === true);
  const exported = dashboard.panels.flatMap((panel) => {
    const repeats = repeatsOf(panel, variables);
    if (!repeats) {
      const home = { dashboardTitle: dashboard.title, panelId: panel.id, panelTitle: panel.title };
      const refused: Refusal[] = [{ code: 'repeatUnknown', home, found: panel.repeatedBy.join(', ') }];
      return [{ made: [], refused }];
    }
    return repeats.map((repeat) =>
      alertsOf({ panel, dashboard, variables: withRepeat(variables, repeat), isFiltered, repeat, at })
    );
  });
  return onlyOnce(
    exported.flatMap(({ made }) => made),
    exported.flatMap(({ refused }) => refused)
  );
}

/** One alert for each uid: a rule's key may make metrics of several panels one. */
export function onlyOnce(alerts: readonly Alert[], refused: readonly Refusal[]): Exported<Alert> {
  const seen = new Set<string>();
  const again: Refusal[] = [];
  const made = alerts.filter((alert) => {
    const isNew = !seen.has(alert.uid);
    seen.add(alert.uid);
    if (!isNew) {
      const { home, name, severity, rule } = alert;
      again.push({ code: 'sameKey', home, about: name ?? home.panelTitle, severity, found: rule.text.key?.value });
    }
    return isNew;
  });
  return { made, refused: [...refused, ...again] };
}

/** The values of a panel's variables, one set for each of its repeats; undefined where they are not known. */
function repeatsOf({ repeatedBy }: FoundPanel, variables: Variables): Array<Record<string, string>> | undefined {
  let repeats: Array<Record<string, string>> = [{}];
  for (const name of repeatedBy) {
    const values = variables.get(name);
    if (!values || values.length * repeats.length > MOST_REPEATS) {
      return undefined;
    }
    repeats = repeats.flatMap((repeat) => values.map((value) => ({ ...repeat, [name]: value })));
  }
  return repeats;
}

function withRepeat(variables: Variables, repeat: Readonly<Record<string, string>>): Variables {
  return new Map([...variables, ...Object.entries(repeat).map(([name, value]) => [name, [value]] as const)]);
}
