import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../src/rule/isRecord';

export interface StoredDashboard {
  uid: string;
  title: string;
  tags: string[];
  description?: string;
  json: Record<string, unknown>;
}

/** The provisioned dashboards, read anew at every request so that an edit needs a reload only. */
export class DashboardFolder {
  constructor(private readonly folders: string[]) {}

  /** All dashboards by title; of two with the same uid the later folder's wins. */
  list(): StoredDashboard[] {
    const byUid = new Map<string, StoredDashboard>();
    for (const folder of this.folders) {
      for (const path of jsonFiles(folder)) {
        const dashboard = readDashboard(path);
        if (dashboard) {
          byUid.set(dashboard.uid, dashboard);
        }
      }
    }
    return [...byUid.values()].sort((a, b) => a.title.localeCompare(b.title));
  }

  get(uid: string): StoredDashboard | undefined {
    return this.list().find((dashboard) => dashboard.uid === uid);
  }

  has(uid: string): boolean {
    return this.get(uid) !== undefined;
  }
}

/** Grafana's slug of a dashboard title, good enough for a readable URL. */
export function slugOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'dashboard'
  );
}

function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readDashboard(path: string): StoredDashboard | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    console.error(`Can't read the dashboard ${path}: ${String(error)}`);
    return undefined;
  }
  if (!isRecord(json) || !Array.isArray(json.panels)) {
    return undefined;
  }
  const title = typeof json.title === 'string' ? json.title : path;
  return {
    uid: typeof json.uid === 'string' && json.uid !== '' ? json.uid : slugOf(title),
    title,
    tags: Array.isArray(json.tags) ? json.tags.filter((tag) => typeof tag === 'string') : [],
    description: typeof json.description === 'string' ? json.description : undefined,
    json,
  };
}
