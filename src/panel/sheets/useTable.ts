import type { DataFrame, PanelData } from '@grafana/data';
import { LoadingState } from '@grafana/data';
import { isEqual } from 'lodash';
import { useMemo, useState } from 'react';

import { sheetTable } from '../../frames/sheetTable';
import type { SheetProblem, SheetTable } from '../../tables/sheet/table';
import { queryErrors } from '../../frames/queryErrors';
import type { FoundTable } from './readSheets';

const EMPTY: SheetTable = { headers: [], rows: [] };

/**
 * The table that a query returned. While it is asked again and where it fails, the former one still counts: a rule does
 * not end because a database was away.
 *
 * @param refId - The query's; undefined where nobody asks for a table.
 * @param frames - What it returned.
 * @returns undefined where nobody asks for one, and until the first answer
 */
export function useTable(
  data: PanelData,
  refId: string | undefined,
  frames: readonly DataFrame[]
): FoundTable | undefined {
  const [kept, setKept] = useState<Kept>({ frames: [] });
  if (frames.length > 0 && kept.frames !== frames) {
    setKept({ refId, frames, table: sameOr(kept.table, sheetTable(frames[0])) });
  }
  const standing = standingOf(data, refId, frames);
  const table = kept.refId === refId && standing !== 'missing' ? kept.table : undefined;
  const count = frames.length;
  return useMemo(
    () => (refId === undefined ? undefined : foundTable(table, { refId, standing, count })),
    [refId, standing, table, count]
  );
}

/** The last table of a query. */
interface Kept {
  refId?: string;
  frames: readonly DataFrame[];
  table?: SheetTable;
}

/** A sheet seldom changes: as long as it says the same, it is the same, and need not be read again. */
function sameOr(former: SheetTable | undefined, table: SheetTable): SheetTable {
  return former && isEqual(former, table) ? former : table;
}

type Standing = 'here' | 'awaited' | 'failed' | 'missing';

function foundTable(
  table: SheetTable | undefined,
  { refId, standing, count }: { refId: string; standing: Standing; count: number }
): FoundTable | undefined {
  if (!table) {
    return standing === 'awaited' ? undefined : { refId, table: EMPTY, problem: { code: 'noTable', found: refId } };
  }
  return { refId, table, problem: problemOf(standing, refId, count) };
}

function problemOf(standing: Standing, refId: string, count: number): SheetProblem | undefined {
  if (standing === 'failed') {
    return { code: 'formerTable', found: refId };
  }
  return count > 1 ? { code: 'severalTables', found: String(count) } : undefined;
}

/** Whether a query's table is here, under way, or not to be had. */
function standingOf(data: PanelData, refId: string | undefined, frames: readonly DataFrame[]): Standing {
  if (frames.length > 0) {
    return 'here';
  }
  if (data.state === LoadingState.Loading || data.state === LoadingState.NotStarted) {
    return 'awaited';
  }
  const failed = queryErrors(data).some((error) => error.refId === undefined || error.refId === refId);
  return failed ? 'failed' : 'missing';
}
