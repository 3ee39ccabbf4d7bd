import { draw } from './draw';
import type { Example } from './example';
import { EXAMPLES } from './examples';
import { fillPage } from './page';

/** Where the page and its drawings lie in the project. */
export const PAGE = 'docs/evaluation.md';
export const DRAWINGS = 'docs/img/evaluation';

/**
 * The page and its drawings as they have to be.
 *
 * @param page - The page as it is: its text stays, the drawings' places in it are filled anew.
 * @returns Text by path, relative to the project.
 */
export function filesOf(page: string, examples: readonly Example[] = EXAMPLES): Map<string, string> {
  const drawn = examples.map((example) => ({ example, ...draw(example) }));
  const files = new Map(drawn.map(({ example, svg }) => [`${DRAWINGS}/${example.name}.svg`, svg]));
  const entries = drawn.map(({ example, description }) => ({ name: example.name, description, rule: example.rule }));
  return files.set(PAGE, fillPage(page, entries));
}
