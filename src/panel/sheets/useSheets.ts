import type { PanelProps } from '@grafana/data';
import { useMemo } from 'react';

import { withoutInterventions } from '../../frames/withoutInterventions';
import { panelZone } from '../../time/timeZone';
import type { Late } from '../../views/parts/lateValue';
import type { ProtocolOptions } from '../options';
import type { ReadSheets } from '../../protocol/input';
import { chosenQuery, decimalOption } from './sheetOptions';
import type { SheetQueries } from './splitSheets';
import { splitSeries } from './splitSheets';
import { useSheetReader } from './useSheetReader';
import { useTable } from './useTable';

/** What a panel reads beside its metrics. */
export interface Sheets {
  queries: SheetQueries;
  /** Undefined where the panel has no sheets, and while they are awaited. */
  read?: ReadSheets;
  /** The sheets are still under way: without them nobody knows what to judge by. */
  awaited: boolean;
}

/** A panel's metrics, and what it reads beside them. */
export interface ApartFromSheets {
  /** The panel's props, with the metrics' data alone, and the annotations that are marks of a chart. */
  panel: PanelProps<ProtocolOptions>;
  sheets: Sheets;
  /** What reads the sheets. Where it could not be loaded they are awaited until somebody tries again. */
  reader: Pick<Late<unknown>, 'hasFailed' | 'tries' | 'tryAgain'>;
}

/** A panel's metrics apart from its sheets. */
export function useSheets(props: PanelProps<ProtocolOptions>): ApartFromSheets {
  const { data, options, timeZone } = props;
  const queries = useQueries(options);
  const split = useMemo(() => splitSeries(data.series, queries), [data.series, queries]);
  const annotations = useMemo(() => withoutInterventions(data.annotations), [data.annotations]);
  const ofMetrics = useMemo(
    () => ({ ...data, series: split.metrics, annotations }),
    [data, split.metrics, annotations]
  );
  const panel = useMemo(() => ({ ...props, data: ofMetrics }), [props, ofMetrics]);
  const ruleSheet = useTable(data, queries.ruleSheet, split.ruleSheet);
  const directory = useTable(data, queries.directory, split.directory);
  const responseSheet = useTable(data, queries.responseSheet, split.responseSheet);

  const { ruleFile, decimalMark } = options;
  const isNeeded = Boolean(queries.ruleSheet ?? queries.directory ?? queries.responseSheet ?? ruleFile);
  const awaitsTable =
    (queries.ruleSheet && !ruleSheet) || (queries.directory && !directory) || (queries.responseSheet && !responseSheet);
  const reader = useSheetReader(isNeeded);
  const readSheets = reader.value;
  const zone = panelZone(timeZone);
  const read = useMemo(
    () =>
      readSheets && isNeeded && !awaitsTable
        ? readSheets({
            ...{ ruleSheet, directory, responseSheet, ruleFile },
            decimal: decimalOption(decimalMark),
            timeZone: zone,
          })
        : undefined,
    [readSheets, isNeeded, awaitsTable, ruleSheet, directory, responseSheet, ruleFile, decimalMark, zone]
  );
  return {
    panel,
    sheets: useMemo(() => ({ queries, read, awaited: isNeeded && !read }), [queries, read, isNeeded]),
    reader,
  };
}

function useQueries({ ruleSheet, directory, responseSheet }: ProtocolOptions): SheetQueries {
  return useMemo(
    () => ({
      ruleSheet: chosenQuery(ruleSheet),
      directory: chosenQuery(directory),
      responseSheet: chosenQuery(responseSheet),
    }),
    [ruleSheet, directory, responseSheet]
  );
}
