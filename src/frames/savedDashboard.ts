import { isRecord } from '../rule/isRecord';
import type { Placed } from './dashboardReader';
import { DashboardReader, isPlacedRecord, under } from './dashboardReader';
import type { DashboardProblem, FoundPanel } from './foundPanel';
import { panelsOfV1 } from './panelsOfV1';
import { panelsOfV2 } from './panelsOfV2';
import type { SavedVariable } from './savedVariables';
import { readVariables } from './savedVariables';
import { textOf } from './textOf';

/** A saved dashboard, as far as rules, levels and queries go. */
export interface SavedDashboard {
  uid?: string;
  title: string;
  panels: readonly FoundPanel[];
  variables: readonly SavedVariable[];
  problems: readonly DashboardProblem[];
}

/**
 * Reads the panels of a dashboard from its JSON: as it is exported or provisioned, as Grafana's API answers (`dashboard`
 * beside `meta`), or as a resource (`metadata` and `spec`), in the first schema or the second. What is in collapsed rows
 * and in tabs is there; what can't be read is reported, and the rest is read.
 *
 * @param json - Whatever it is. Never mutated.
 * @returns Never throws.
 */
export function readSavedDashboard(json: unknown): SavedDashboard {
  const reader = new DashboardReader();
  const dashboard = unwrap({ value: json, at: '' });
  if (!isDashboard(dashboard)) {
    reader.report(dashboard, 'notADashboard');
  }
  const isSecond = isRecord(under('elements', dashboard).value);
  const panels = isSecond ? panelsOfV2(reader, dashboard) : panelsOfV1(reader, dashboard);
  const uid = textOf(under('uid', dashboard).value) ?? resourceName(json);
  const title = textOf(under('title', dashboard).value) ?? '';
  const variables = readVariables(dashboard.value);
  return { ...(uid !== undefined && { uid }), title, panels, variables, problems: reader.problems };
}

function unwrap(json: Placed): Placed {
  const [answer, resource] = [under('dashboard', json), under('spec', json)];
  if (isPlacedRecord(answer)) {
    return isPlacedRecord(under('spec', answer)) ? under('spec', answer) : answer;
  }
  return isPlacedRecord(resource) ? resource : json;
}

/** A resource has its uid as its name. */
function resourceName(json: unknown): string | undefined {
  const placed = { value: json, at: '' };
  return [placed, under('dashboard', placed)]
    .map((one) => textOf(under('name', under('metadata', one)).value))
    .find((name) => name !== undefined);
}

/** One without panels has at least the version of its schema. */
function isDashboard({ value }: Placed): boolean {
  return isRecord(value) && ['panels', 'rows', 'elements', 'schemaVersion'].some((name) => Object.hasOwn(value, name));
}
