import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RuleFile } from './ruleFiles';
import { HEAD } from './ruleFiles';

/** What of a folder is not as the dashboards say. */
export interface Difference {
  name: string;
  is: 'missing' | 'changed' | 'left over';
}

/** How a folder differs from the files that belong there. Files that the program did not write are nobody's. */
export function differences(folder: string, files: readonly RuleFile[]): Difference[] {
  const found = files.flatMap(({ name, text }): Difference[] => {
    const there = textOf(join(folder, name));
    return there === text ? [] : [{ name, is: there === undefined ? 'missing' : 'changed' }];
  });
  return [...found, ...leftOver(folder, files).map((name) => ({ name, is: 'left over' as const }))];
}

/** Writes files into a folder, and takes those away that the program wrote for what is no more. */
export function writeFolder(folder: string, files: readonly RuleFile[]): void {
  mkdirSync(folder, { recursive: true });
  leftOver(folder, files).forEach((name) => rmSync(join(folder, name)));
  files.forEach(({ name, text }) => writeFileSync(join(folder, name), text));
}

function leftOver(folder: string, files: readonly RuleFile[]): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const own = new Set(files.map(({ name }) => name));
  return names
    .filter((name) => name.endsWith('.yaml') && !own.has(name) && textOf(join(folder, name))?.startsWith(HEAD))
    .sort();
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
