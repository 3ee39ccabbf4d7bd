import { readSavedDashboard } from '../../frames/savedDashboard';
import { savedRules } from '../../frames/savedRules';
import type { Save, SavedHistory } from '../../protocol/handover/savedHistory';
import { isRecord } from '../../rule/isRecord';

/** Asks Grafana's API, by a path; rejects where it refuses. */
export type Ask = (path: string) => Promise<unknown>;

interface Version extends Save {
  version: number;
}

/** As many as somebody looks through. */
const MOST = 100;

/**
 * What was saved of a dashboard since a moment, epoch ms, and which of its rules became others with that. Grafana lets
 * those read it who may edit the dashboard; of others it is not asked but by their own hand.
 */
export async function readSavedHistory(ask: Ask, dashboardUid: string, since: number): Promise<SavedHistory> {
  const dashboard = `/api/dashboards/uid/${encodeURIComponent(dashboardUid)}`;
  const versions = readVersions(await ask(`${dashboard}/versions?limit=${MOST}`));
  const saves = versions.filter(({ at }) => at > since);
  const before = versions.find(({ at }) => at <= since);
  if (saves.length === 0) {
    return { saves, rules: [] };
  }
  if (!before) {
    return { saves: saves.map(toSave) };
  }
  const former = await ask(`${dashboard}/versions/${before.version}`);
  const now = await ask(dashboard);
  const data = isRecord(former) ? former.data : undefined;
  return { saves: saves.map(toSave), rules: savedRules(readSavedDashboard(data), readSavedDashboard(now)) };
}

/** Newest first. What can't be read is no version. */
function readVersions(answer: unknown): Version[] {
  const list: unknown = isRecord(answer) ? answer.versions : answer;
  return (Array.isArray(list) ? (list as unknown[]) : []).flatMap(readVersion).sort((a, b) => b.version - a.version);
}

function readVersion(given: unknown): Version[] {
  if (!isRecord(given) || typeof given.version !== 'number' || typeof given.created !== 'string') {
    return [];
  }
  const at = Date.parse(given.created);
  const message = typeof given.message === 'string' ? given.message.trim() : '';
  const by = typeof given.createdBy === 'string' ? given.createdBy : '';
  return Number.isNaN(at) ? [] : [{ version: given.version, at, by, ...(message !== '' && { message }) }];
}

function toSave({ at, by, message }: Version): Save {
  return { at, by, ...(message !== undefined && { message }) };
}
