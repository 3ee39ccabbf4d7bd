import Papa from 'papaparse';

import type { CalledFigures, Handover, HandoverSubject } from '../../protocol/handover/handover';
import { guardFormulas } from '../../tables/file/formulaGuard';
import { HOUR } from '../../time/units';

/** What a file of a review needs beside it. */
export interface ReviewFileContext {
  /** The zone that times are written in, as people name it. */
  timeZone: string;
  /** Writes a time, epoch ms, as a spreadsheet reads it: `2026-11-19 05:00:00`, in that zone. */
  stamp: (time: number) => string;
}

/** Spreadsheets take a file for UTF-8 if it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | undefined;

/**
 * The figures of a review as CSV, for a spreadsheet: a row a metric that called, or whose rule is to be looked at. Lengths
 * are hours, numbers are numbers, what is not known is blank, and no text is run as a formula. Headers are English, as those of
 * an exported rule are. Loaded lazily with its writer.
 */
export function reviewCsv({ figures, since, at }: Handover, { timeZone, stamp }: ReviewFileContext): string {
  const called = new Map(figures.metrics.map((one) => [one.id, one]));
  const wrong = new Map(figures.ruleWrong.map(({ id, said }) => [id, said.length]));
  const looked = [...figures.metrics, ...figures.ruleWrong, ...figures.reviewPast, ...figures.levelOnly];
  const all = [...new Map(looked.map((one) => [one.id, one])).values()];
  const isIn = (some: readonly HandoverSubject[], one: HandoverSubject) =>
    some.some(({ id }) => id === one.id) ? 'yes' : 'no';
  const headers = [
    ...[
      'Metric',
      'Panel',
      `From (${timeZone})`,
      `To (${timeZone})`,
      'Called',
      'Hours in breach',
      'Of these, known whether answered',
    ],
    ...['Hours to first response (median)', 'Hours to first response (worst)', 'Not answered', 'False alarms'],
    ...['Rule called wrong', 'Accepted', 'Answered in the response sheet', 'Past its review'],
    'Level with nothing agreed',
  ];
  const rows = all.map((one): Cell[] => [
    ...[one.name, one.panel.title, stamp(since), stamp(at)],
    ...figureCells(called.get(one.id), wrong.get(one.id), figures.isTracked),
    ...[isIn(figures.reviewPast, one), isIn(figures.levelOnly, one)],
  ]);
  return (
    BYTE_ORDER_MARK +
    Papa.unparse([headers, ...rows.map((row) => row.map(cellText))], { quotes: true, newline: '\r\n' })
  );
}

/** @param wrong - How often somebody called its rule wrong, where anybody did: of a breach from before, too. */
function figureCells(figures: CalledFigures | undefined, wrong: number | undefined, isTracked: boolean): Cell[] {
  const { called = 0, firedMs = 0, breaches, toFirst, unanswered, falseAlarms, accepted, fromSheet } = figures ?? {};
  const known = (n: number | undefined) => (isTracked && breaches ? n : undefined);
  return [
    ...[called, hours(firedMs), known(breaches), hours(toFirst?.medianMs), hours(toFirst?.worstMs)],
    ...[known(unanswered), known(falseAlarms), wrong ?? known(0), known(accepted), known(fromSheet)],
  ];
}

function hours(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round((ms / HOUR) * 100) / 100;
}

/** A number stays one; a text is no formula. */
function cellText(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : guardFormulas(cell ?? '');
}
