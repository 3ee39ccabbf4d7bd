import type { CannotJudgeOn, SheetFindings } from '../protocol';
import { hasFindings } from '../sheetFindings';
import type { BadHours, WallInput, WallPanel } from './wallInput';

/** What a wall says in one line of a panel that it shows: something that was asked for and is not so. */
export type WallNotice = {
  /** Undefined for the wall's own queries. */
  panel?: string;
} & (
  | { kind: 'sheets'; sheets: SheetFindings }
  /** What is in view is judged, and not the look-back. */
  | { kind: 'noLookBack'; because: CannotJudgeOn }
  /** Panels of the dashboard that may keep rules, and that the wall does not ask for. */
  | { kind: 'notShown'; titles: readonly string[] }
  /** Nobody can read when the wall is looked at, so it never rests. */
  | { kind: 'badHours'; problem: BadHours }
);

/**
 * What is to be known beside the metrics: first which panels are not on the wall, then what is wrong with the wall itself, then what its panels have to say, in the
 * order of the dashboard. A wall over one panel says it once.
 */
export function wallNotices({ panels, notShown = [], badHours }: WallInput): WallNotice[] {
  return [
    ...(notShown.length > 0 ? [{ kind: 'notShown' as const, titles: notShown }] : []),
    ...(badHours ? [{ kind: 'badHours' as const, problem: badHours }] : []),
    ...panels.flatMap(noticesOf),
  ];
}

function noticesOf({ title, told }: WallPanel): WallNotice[] {
  if (!('protocol' in told)) {
    return [];
  }
  const { sheets, judgedOn } = told.protocol;
  const because = judgedOn.mode === 'view' ? judgedOn.because : undefined;
  return [
    ...(sheets && hasFindings(sheets) ? [{ kind: 'sheets' as const, panel: title, sheets }] : []),
    ...(because ? [{ kind: 'noLookBack' as const, panel: title, because }] : []),
  ];
}

/** Whether a panel has a table of rules of which nothing can be read: nobody knows then what is to be judged. */
export function lacksItsRules({ told }: WallPanel): boolean {
  const rules = 'protocol' in told ? told.protocol.sheets?.rules : undefined;
  return rules?.some(({ code }) => code === 'noTable' || code === 'noMetricColumn') ?? false;
}
