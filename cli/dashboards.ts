import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import type { SavedDashboard } from '../src/frames/savedDashboard';
import { readSavedDashboard } from '../src/frames/savedDashboard';

/** A dashboard's file, read. */
export interface DashboardFile {
  /** As it was given, or found in a folder that was. */
  path: string;
  /** What its rules' file is called, without an ending. */
  name: string;
  dashboard: SavedDashboard;
}

/** A file that is no dashboard, and why. */
export interface UnreadFile {
  path: string;
  why: string;
}

/** The dashboards in files and folders, in the order of their names, and what of it can't be read. Never throws. */
export function readDashboards(given: readonly string[]): { read: DashboardFile[]; unread: UnreadFile[] } {
  const read: DashboardFile[] = [];
  const unread: UnreadFile[] = [];
  for (const root of given) {
    try {
      for (const path of jsonFiles(root)) {
        readOne(path, nameOf(path, root), read, unread);
      }
    } catch (error) {
      unread.push({ path: root, why: messageOf(error) });
    }
  }
  return { read, unread };
}

function readOne(path: string, name: string, read: DashboardFile[], unread: UnreadFile[]): void {
  try {
    const dashboard = readSavedDashboard(JSON.parse(readFileSync(path, 'utf8')));
    if (dashboard.problems.some(({ code }) => code === 'notADashboard')) {
      unread.push({ path, why: 'it is no dashboard' });
    } else {
      read.push({ path, name, dashboard });
    }
  } catch (error) {
    unread.push({ path, why: messageOf(error) });
  }
}

function jsonFiles(root: string): string[] {
  if (!statSync(root).isDirectory()) {
    return [root];
  }
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => join(root, path));
}

/** The path in its folder, in one word: an engine reads no folders in folders. */
function nameOf(path: string, root: string): string {
  const inside = relative(root, path) || basename(path);
  return inside.replace(/\.json$/, '').replace(/[\\/]+/g, '-');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
