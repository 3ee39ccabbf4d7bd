import Papa from 'papaparse';

import type { Intervention } from '../protocol/responses/intervention';
import { guardFormulas } from '../tables/file/formulaGuard';
import { HOUR } from '../time/units';
import { cellLine } from './breachColumns';
import type { ToldBreach } from './breachTold';

/** What a file of breaches needs beside them. */
export interface BreachFileContext {
  metric: string;
  /** The zone that times are written in, as people name it. */
  timeZone: string;
  /** Writes a time, epoch ms, as a spreadsheet reads it: `2026-11-19 05:00:00`, in that zone. */
  stamp: (time: number) => string;
  /** Whether what people did is tracked: without it there are no columns for it. */
  isTracked: boolean;
  /** Whether breaches are recorded as annotations. */
  isRecorded?: boolean;
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

type Column = [string, (told: ToldBreach) => Cell];

function columnsIn(context: BreachFileContext): Column[] {
  const { metric, timeZone } = context;
  const at = stamper(context);
  const columns: Column[] = [
    ['Metric', () => metric],
    ['Severity', ({ cells }) => cells.severity],
    [`Since (${timeZone})`, ({ row }) => at(row?.since)],
    [`Known to fire from (${timeZone})`, ({ row }) => at(row?.knownFrom)],
    [
      `Critical since (${timeZone})`,
      ({ row }) => (row?.severity === 'critical' ? at(row.worstSince ?? row.since) : undefined),
    ],
    [`Until (${timeZone})`, ({ row }) => at(row?.until)],
    ['Hours', ({ row }) => hours(row?.lengthMs)],
    ['Worst', ({ row }) => row?.worst?.value],
    [`Worst at (${timeZone})`, ({ row }) => at(row?.worst?.time)],
    ['Rule then', ({ cells }) => cells.rule.words],
    [`Rule until (${timeZone})`, ({ row, cells }) => (cells.rule.aside === undefined ? undefined : at(row?.ruleUntil))],
    ['Owner then', ({ cells }) => cellLine(cells.owner)],
    [`Due (${timeZone})`, ({ row }) => (row?.deadline?.kind === 'at' ? at(row.deadline.at) : undefined)],
    ['Hours overdue', ({ row }) => hours(row?.overdueMs)],
  ];
  return [
    ...columns,
    ...(context.isTracked ? responseColumns(context) : []),
    ...(context.isRecorded ? [RECORDED] : []),
  ];
}

const RECORDED: Column = [
  'Recorded as an annotation',
  ({ row, recorded }) =>
    recorded === undefined
      ? 'no'
      : recorded.by === 'engine'
        ? `by the alert engine: ${recorded.name}`
        : row
          ? 'yes'
          : 'yes; the data or the rule was corrected since',
];

function responseColumns(context: BreachFileContext): Column[] {
  const at = stamper(context);
  return [
    [`First response (${context.timeZone})`, ({ response }) => at(response?.first.at)],
    ['First response by', ({ response }) => response?.first.by],
    ['First response from', ({ response }) => response && SOURCES[response.first.source]],
    [
      'Hours to first response',
      ({ row, response }) => (row && response ? hours(response.first.at - row.knownFrom) : undefined),
    ],
    ['What was done', ({ cells }) => cells.done?.words],
    [
      'On the record',
      ({ row, response, answer, recorded }) => {
        if (response) {
          return row ? 'yes' : 'only there';
        }
        return recorded ? 'the breach alone' : answer?.isUnanswered ? 'seen in the data only' : 'not known';
      },
    ],
  ];
}

/** Where a response is kept. English, as the headers are. */
const SOURCES: Readonly<Record<Intervention['source'], string>> = {
  annotations: 'Grafana',
  responseSheet: 'response sheet',
};

function stamper({ stamp }: BreachFileContext): (time: number | null | undefined) => string | undefined {
  return (time) => (typeof time === 'number' ? stamp(time) : undefined);
}

function hours(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round((ms / HOUR) * 100) / 100;
}

/** A number stays one, a negative one, too; a text is no formula. */
function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : guardFormulas(cell ?? '');
}
