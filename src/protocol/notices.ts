import type { Finding } from './coverage';
import type { CannotJudgeOn, Protocol, QueryError, SheetFindings } from './protocol';
import { hasFindings } from './sheetFindings';

/** What a reader has to know before the metrics: one line above them. */
export type Notice =
  /** The panel's options were saved by a newer version of the plugin, which may mean something else by them. */
  | { kind: 'newerVersion'; severity: 'info' }
  /** The view is judged and not the look-back that was asked for. */
  | { kind: 'cannotJudge'; severity: 'info'; because: CannotJudgeOn }
  /**
   * The range is over and its states are those of its end; a look-back could be judged instead, or is since the reader
   * chose it, which is to be saved. Who can't have one is told what they can do.
   */
  | { kind: 'lookBack'; severity: 'info' | 'status'; is: LookBackIs }
  /** A query failed; the others have data. */
  | { kind: 'queryFailed'; severity: 'warning'; error: QueryError }
  /** What is recorded of breaches, and what is not, in words. */
  | { kind: 'records'; severity: 'info'; words: string }
  /** Something of the rule sheet, the rule file or the directory can't be used. */
  | { kind: 'sheets'; severity: 'info'; sheets: SheetFindings }
  /** The host chart can't be had in this Grafana; what is agreed can. */
  | { kind: 'noChart'; severity: 'info' }
  /** None of the data can be judged. */
  | { kind: 'nothingToJudge'; severity: 'info' }
  /** The reader sees only the metrics that have something in common. */
  | { kind: 'filter'; severity: 'status'; filter: Finding; shown: number; of: number };

/** What becomes of a look-back in a range that is over: it is offered, was set a moment ago, or can't be had here. */
export type LookBackIs = 'offered' | 'set' | 'unavailable';

export type NoticeKind = Notice['kind'];

/** `warning` is announced at once, `status` when the reader pauses: it answers what they did; `info` waits to be read. */
export type NoticeSeverity = Notice['severity'];

/** What the panel knows beside its protocol. */
export interface PanelKnows {
  /** Its options were saved by a newer version of the plugin. */
  isNewer: boolean;
  /** The visualization that it shows can't be loaded. */
  isChartMissing: boolean;
  /** What there is to say of a look-back; undefined: nothing. */
  lookBack?: LookBackIs;
  /** What there is to say of what is recorded. */
  records?: string;
  /** What the metrics that are shown have in common, and how many they are; undefined while all are shown. */
  filter?: { finding: Finding; shown: number };
}

/**
 * The notices of a protocol, in the order in which they stand above the metrics: what the panel is, what was asked, what
 * the data lack, and last what the reader chose.
 */
export function noticesOf(
  { errors, judgedOn, sheets, metrics }: Pick<Protocol, 'errors' | 'judgedOn' | 'sheets' | 'metrics'>,
  { isNewer, isChartMissing, lookBack, records, filter }: PanelKnows
): Notice[] {
  const because = judgedOn.mode === 'view' ? judgedOn.because : undefined;
  const all: Array<Notice | false | undefined> = [
    isNewer && { kind: 'newerVersion', severity: 'info' },
    because && { kind: 'cannotJudge', severity: 'info', because },
    lookBack && { kind: 'lookBack', severity: lookBack === 'set' ? 'status' : 'info', is: lookBack },
    records !== undefined && { kind: 'records', severity: 'info', words: records },
    ...errors.map((error): Notice => ({ kind: 'queryFailed', severity: 'warning', error })),
    sheets && hasFindings(sheets) && { kind: 'sheets', severity: 'info', sheets },
    isChartMissing && { kind: 'noChart', severity: 'info' },
    filter && {
      kind: 'filter',
      severity: 'status',
      filter: filter.finding,
      shown: filter.shown,
      of: metrics.length,
    },
  ];
  return all.filter((notice) => notice !== undefined && notice !== false);
}

/** The one notice of a panel without a protocol: it has data, and nothing of it can be judged. */
export function noticeOfNothing({ isChartMissing }: Pick<PanelKnows, 'isChartMissing'>): Notice {
  return { kind: isChartMissing ? 'noChart' : 'nothingToJudge', severity: 'info' };
}
