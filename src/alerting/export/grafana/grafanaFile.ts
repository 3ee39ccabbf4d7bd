import { promDuration } from '../promDuration';
import type { MadeRule } from '../prometheus/prometheusRules';
import { groupName } from '../prometheus/prometheusRules';
import type { GrafanaRule } from './grafanaRules';

/** A file that Grafana provisions alert rules from. */
export interface GrafanaFile {
  apiVersion: 1;
  groups: ReadonlyArray<{ orgId: number; name: string; folder: string; interval: string; rules: readonly object[] }>;
}

/**
 * The rules of one dashboard as a file for `provisioning/alerting`. What a person wrote stays as it is: Grafana puts the
 * server's environment in place of a `$` in a title or a label, but not in annotations and queries.
 *
 * @param folder - The folder of the rules; a slash in it is no path.
 */
export function grafanaFile(made: ReadonlyArray<MadeRule<GrafanaRule>>, folder: string): GrafanaFile {
  const steps = [...new Set(made.map(({ alert }) => alert.stepMs))].sort((a, b) => a - b);
  return {
    apiVersion: 1,
    groups: steps.map((stepMs) => ({
      orgId: 1,
      name: noEnvironment(groupName(made[0].alert, stepMs)),
      folder: noEnvironment(folder.replaceAll('/', '\\/')),
      interval: promDuration(stepMs),
      rules: made.filter(({ alert }) => alert.stepMs === stepMs).map(({ rule }) => escaped(rule)),
    })),
  };
}

function escaped({ uid, title, labels, notification_settings: settings, ...rule }: GrafanaRule): object {
  return {
    uid,
    title: noEnvironment(title),
    ...rule,
    labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, noEnvironment(value)])),
    ...(settings && { notification_settings: { receiver: noEnvironment(settings.receiver) } }),
  };
}

function noEnvironment(text: string): string {
  return text.replaceAll('$', '$$$$');
}
