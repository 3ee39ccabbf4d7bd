import type { ReadSheets } from '../../protocol/input';
import type { RuleRow } from '../../protocol/protocol';
import { readDirectory } from '../../tables/directory/directory';
import { holderOf } from '../../tables/directory/holderOf';
import { readRuleFile } from '../../tables/file/ruleFile';
import { rulesOfFile } from '../../tables/file/rulesOfFile';
import { nearMisses } from '../../tables/responses/nearMisses';
import { readResponses } from '../../tables/responses/readResponses';
import { readSheet } from '../../tables/sheet/readSheet';
import type { SheetRule } from '../../tables/sheet/sheetRules';
import { rulesOfSheet } from '../../tables/sheet/sheetRules';
import type { SheetOptions, SheetProblem, SheetTable } from '../../tables/sheet/table';

/** A table that a query returned, with what is to be said of the query. */
export interface FoundTable {
  /** The query. */
  refId: string;
  table: SheetTable;
  problem?: SheetProblem;
}

/** What a panel has to be read beside its metrics. */
export interface UnreadSheets extends SheetOptions {
  ruleSheet?: FoundTable;
  directory?: FoundTable;
  responseSheet?: FoundTable;
  /** An imported rule file, as it was saved. */
  ruleFile?: unknown;
}

/** Reads the sheets of a panel. Loaded where a panel has some: most have none. */
export function readSheets({ directory: people, responseSheet, ...unread }: UnreadSheets): ReadSheets {
  const directory = people && withProblem(readDirectory(people.table, unread), people);
  const responses = responseSheet && withProblem(readResponses(responseSheet.table, unread), responseSheet);
  const rulesOf = ruleReader(unread);
  return {
    who: directory && { directory, holderOf },
    answers: responses?.answers,
    rulesOf: (metrics) => {
      const { found, ...stated } = rulesOf(metrics);
      const of = {
        directory: directory?.problems ?? [],
        ...(responses && { responses: [...responses.problems, ...nearMisses(responses.answers, metrics)] }),
      };
      return { ...stated, found: { ...found, ...of } };
    },
  };
}

/** What states rules for metrics: the rule sheet, else the rule file. */
function ruleReader({ ruleSheet, ruleFile, ...options }: Omit<UnreadSheets, 'directory' | 'responseSheet'>) {
  return ruleSheet ? sheetReader(ruleSheet, options) : fileReader(ruleFile);
}

function sheetReader(found: FoundTable, options: SheetOptions): ReadSheets['rulesOf'] {
  const sheet = withProblem(readSheet(found.table, options), found);
  const isTable = !sheet.problems.some(({ code }) => code === 'noTable' || code === 'noMetricColumn');
  return (metrics) => {
    const { rules, problems } = rulesOfSheet(sheet, metrics);
    return {
      rules: rules.map((rule) => rule?.input),
      rows: rules.map((rule) => rule && rowOf(rule, found.refId)),
      // What is wrong with the whole table is not said once more of each metric.
      found: { rules: isTable ? problems : sheet.problems, directory: [] },
    };
  };
}

function fileReader(ruleFile: unknown): ReadSheets['rulesOf'] {
  const file = ruleFile ? readRuleFile(ruleFile) : undefined;
  return (metrics) => {
    const { rules, names, problems } = file ? rulesOfFile(file.rules, metrics) : NO_RULES;
    const rows = names.map((metric): RuleRow | undefined =>
      metric === undefined ? undefined : { kind: 'file', metric }
    );
    return { rules, rows, found: { rules: problems, directory: [], file: file?.problems } };
  };
}

const NO_RULES = { rules: [], names: [], problems: [] };

function rowOf({ metric, rows }: SheetRule, query: string): RuleRow {
  return { kind: 'sheet', metric, query, rows };
}

/** Of a table that is not there, nothing is said but that. */
function withProblem<T extends { problems: readonly SheetProblem[] }>(reading: T, { table, problem }: FoundTable): T {
  if (!problem) {
    return reading;
  }
  return { ...reading, problems: table.headers.length === 0 ? [problem] : [problem, ...reading.problems] };
}
