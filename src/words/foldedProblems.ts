import { groupBy, uniq } from 'lodash';

import type { FileProblem } from '../tables/file/fileProblem';
import type { SheetProblem } from '../tables/sheet/table';
import { fieldWords } from './fieldWords';
import { fileProblemWords } from './fileProblemWords';
import { nameList } from './nameList';
import { problemParts } from './problemWords';
import { sheetProblemParts, whereWords } from './sheetWords';
import type { Translate } from './translate';
import type { Wrong } from './wordsByCode';

/** A problem that others of its file may be like. */
type Alike = Extract<FileProblem, { code: 'sheet' | 'rule' }>;

/**
 * The problems of a file, a text each, in their order: those that are alike in many rows, or on many lines, in one, at the
 * place of the first: `Rows 3, 5, 9, column For: Is "5" seconds, minutes, hours or days? … The same for "7".`
 */
export function foldedProblems(t: Translate, problems: readonly FileProblem[]): string[] {
  const groups = groupBy(
    problems.map((problem, index) => ({ problem, key: keyOf(t, problem) ?? String(index) })),
    'key'
  );
  // A key that is a number would come first.
  const inOrder = uniq(problems.map((problem, index) => keyOf(t, problem) ?? String(index)));
  return inOrder.map((key) => {
    const [first, ...others] = groups[key].map(({ problem }) => problem);
    return others.length === 0 ? fileProblemWords(t, first) : foldedWords(t, [first, ...others].filter(isAlike));
  });
}

function isAlike(problem: FileProblem): problem is Alike {
  return problem.code === 'sheet' || problem.code === 'rule';
}

/** What problems that are told in one have in common; undefined for one that is told alone. */
function keyOf(t: Translate, problem: FileProblem): string | undefined {
  if (problem.code === 'rule') {
    const { field, code, version } = problem.problem;
    return JSON.stringify([field, code, version, mendOf(code, wrongOf(t, problem))]);
  }
  if (problem.code !== 'sheet' || problem.problem.row === undefined) {
    return undefined;
  }
  const { problem: found } = problem;
  const wrong = wrongOf(t, problem);
  return found.column === undefined
    ? JSON.stringify([found.code, wrong.what, wrong.mend])
    : JSON.stringify([found.code, innerCode(found), found.column, mendOf(innerCode(found), wrong)]);
}

/** The mend of these gives what was written as its example. */
function mendOf(code: string, { mend }: Wrong): string {
  return code === 'durationWithoutUnit' ? '' : mend;
}

function innerCode(problem: SheetProblem): string {
  return problem.code === 'rule' ? problem.problem.code : problem.code;
}

function wrongOf(t: Translate, problem: Alike): Wrong {
  return problem.code === 'rule' ? problemParts(t, problem.problem) : sheetProblemParts(t, problem.problem);
}

function foldedWords(t: Translate, alike: readonly Alike[]): string {
  const [{ what, mend }] = alike.map((problem) => wrongOf(t, problem));
  const [first, ...others] = uniq(alike.map(({ problem }) => problem.found)).filter((found) => found !== '');
  const values = {
    where: placesWords(t, alike),
    what,
    mend,
    found: nameList(
      t,
      others.map((found) => `"${found}"`)
    ),
  };
  return first === undefined || others.length === 0
    ? t('rule.file.folded', '{{where}}: {{what}} {{mend}}', values)
    : t('rule.file.folded-others', '{{where}}: {{what}} {{mend}} The same for {{found}}.', values);
}

function placesWords(t: Translate, alike: readonly Alike[]): string {
  const [first] = alike;
  if (first.code === 'sheet') {
    const rows = alike.flatMap((one) =>
      one.code === 'sheet' && one.problem.row !== undefined ? [one.problem.row] : []
    );
    return whereWords(t, first.problem, uniq(rows)) ?? '';
  }
  const rules = alike.filter((one) => one.code === 'rule');
  return t('rule.file.lines-field', '{{lines}}, {{field}}', {
    lines: linesWords(t, rules),
    field: fieldWords(t, first.problem.field),
  });
}

/** "Lines 3, 9"; of a text without lines the metrics of the rules. */
export function linesWords(t: Translate, rules: ReadonlyArray<{ line?: number; metric: string }>): string {
  const lines = rules.map(({ line }) => line).filter((line) => line !== undefined);
  if (lines.length < rules.length) {
    return nameList(t, uniq(rules.map(({ metric }) => metric)));
  }
  return lines.length === 1
    ? t('rule.file.line', 'Line {{line}}', { line: lines[0] })
    : t('rule.file.lines', 'Lines {{lines}}', { lines: nameList(t, lines.map(String)) });
}
