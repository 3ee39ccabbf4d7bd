import Papa from 'papaparse';

import type { BreachRow } from '../protocol/breaches/breachRows';
import { guardFormulas } from '../tables/file/formulaGuard';
import { HOUR } from '../time/units';
import type { BreachCells } from './breachCells';
import { cellLine } from './breachColumns';

/** A breach with what is said of it. */
export interface ToldBreach {
  row: BreachRow;
  cells: BreachCells;
}

/** What a file of breaches needs beside them. */
export interface BreachFileContext {
  metric: string;
  /** The zone that times are written in, as people name it. */
  timeZone: string;
  /** Writes a time, epoch ms, as a spreadsheet reads it: `2026-11-19 05:00:00`, in that zone. */
  stamp: (time: number) => string;
}

/** Spreadsheets take a file for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | undefined;

/**
 * The list as CSV, for a spreadsheet: a row a breach, times and numbers as such, the rest in words. What would be run as a
 * formula is made harmless, as in exported rules. Headers are English, as those of an exported rule are. Loaded lazily
 * with its writer.
 */
export function breachCsv(told: readonly ToldBreach[], context: BreachFileContext): string {
  const columns = columnsIn(context);
  const rows = told.map((breach) => columns.map(([, cell]) => cellText(cell(breach))));
  const headers = columns.map(([name]) => name);
  return BYTE_ORDER_MARK + Papa.unparse([headers, ...rows], { quotes: true, newline: '\r\n' });
}

function columnsIn({ metric, timeZone, stamp }: BreachFileContext): Array<[string, (told: ToldBreach) => Cell]> {
  const at = (time: number | null | undefined) => (typeof time === 'number' ? stamp(time) : undefined);
  return [
    ['Metric', () => metric],
    ['Severity', ({ cells }) => cells.severity],
    [`Since (${timeZone})`, ({ row }) => at(row.since)],
    [`Known to fire from (${timeZone})`, ({ row }) => at(row.knownFrom)],
    [`Until (${timeZone})`, ({ row }) => at(row.until)],
    ['Hours', ({ row }) => hours(row.lengthMs)],
    ['Worst', ({ row }) => row.worst?.value],
    [`Worst at (${timeZone})`, ({ row }) => at(row.worst?.time)],
    ['Rule then', ({ cells }) => cells.rule.words],
    [`Rule until (${timeZone})`, ({ row, cells }) => (cells.rule.aside === undefined ? undefined : at(row.ruleUntil))],
    ['Owner then', ({ cells }) => cellLine(cells.owner)],
    [`Due (${timeZone})`, ({ row: { deadline } }) => (deadline?.kind === 'at' ? at(deadline.at) : undefined)],
    ['Hours overdue', ({ row }) => (row.overdueMs === undefined ? undefined : hours(row.overdueMs))],
  ];
}

function hours(ms: number): number {
  return Math.round((ms / HOUR) * 100) / 100;
}

/** A number stays one, a negative one, too; a text is no formula. */
function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : guardFormulas(cell ?? '');
}
