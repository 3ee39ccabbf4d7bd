import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DRAWINGS, filesOf, PAGE } from './files';

/** Writes the page and all drawings into the project, removes drawings that are no more, and returns what it wrote. */
export async function main(project: string): Promise<string[]> {
  const files = filesOf(await readFile(join(project, PAGE), 'utf8'));
  const folder = join(project, DRAWINGS);
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).map((name) => `${DRAWINGS}/${name}`).filter((file) => !files.has(file));
  await Promise.all(old.map((file) => rm(join(project, file))));
  await Promise.all([...files].map(([file, text]) => writeFile(join(project, file), text)));
  return [...files.keys()];
}
