import type { Refusal } from '../rule/cells/quantity';
import type { ProblemCode } from '../rule/rule';
import { plain as t } from '../testing/plain';
import { PROBLEM_WORDS } from './problemWords';
import { REFUSAL_WORDS } from './refusalWords';
import { wordsFor } from './wordsByCode';

/** What two lines hold below an input of a pane of 300 px, with what was found beside it. */
const MOST = 90;

const ofRules = Object.keys(PROBLEM_WORDS) as ProblemCode[];
const ofCells = Object.keys(REFUSAL_WORDS) as Array<Refusal['code']>;

it.each(ofRules)('%s is told briefly beside its input', (code) => {
  for (const found of ['', 'x']) {
    const { what, mend } = PROBLEM_WORDS[code](t, { found, example: '' });
    expect(`${what} ${mend}`.length).toBeLessThanOrEqual(MOST);
    expect(`${what} ${mend}`).toMatch(/[.?] [A-Z].+\.$/);
  }
});

it.each(ofCells)('%s is told briefly beside its input, where a cell has it', (code) => {
  const refused = { code, found: '', unit: '', readings: ['', ''] } as unknown as Refusal & { found: string };
  const { what, mend } = wordsFor(t, REFUSAL_WORDS, refused);
  expect(`${what} ${mend}`.length).toBeLessThanOrEqual(MOST);
  expect(`${what} ${mend}`).toMatch(/[.?] [A-Z].+\.$/);
});
