import type { Observable } from 'rxjs';
import { catchError, from, map, merge, of, share, takeUntil, timer } from 'rxjs';
import type {
  DataFrame,
  DataQueryRequest,
  DataQueryResponse,
  DataSourceApi,
  PanelData,
  TimeRange,
} from '@grafana/data';
import { CoreApp, dateMath, DataTopic, LoadingState, preProcessPanelData, toDataFrame } from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';

const SHOW_LOADING_AFTER_MS = 200;

interface Progress {
  packets: Map<string, DataQueryResponse>;
  data: PanelData;
}

/**
 * Runs a request as Grafana does: packets with the same key replace each other, what has arrived is shown while the
 * rest is on its way, and "loading" is said only where the answer takes its time.
 */
export function runRequest(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: typeof datasource.query
): Observable<PanelData> {
  const targets = request.targets
    .filter(({ hide }) => !hide)
    .map(withDefaults(datasource))
    .filter((query) => datasource.filterQuery?.(query) ?? true);
  const shown = { ...request, targets };
  const waiting: PanelData = { state: LoadingState.Loading, series: [], request: shown, timeRange: request.range };
  if (targets.length === 0) {
    return of({ ...waiting, request: { ...shown, endTime: Date.now() }, state: LoadingState.Done });
  }

  let progress: Progress = { packets: new Map(), data: waiting };
  const answers = callQuery(datasource, shown, queryFunction).pipe(
    map((packet) => {
      progress = addPacket(progress, packet, request);
      return progress.data;
    }),
    catchError((error: Error) => of({ ...progress.data, state: LoadingState.Error, ...errorsOf(error) })),
    share()
  );
  const loading = timer(SHOW_LOADING_AFTER_MS).pipe(
    map(() => waiting),
    takeUntil(answers)
  );
  return merge(loading, answers);
}

function withDefaults(datasource: DataSourceApi) {
  return (query: DataQueryRequest['targets'][number]) => ({
    ...datasource.getDefaultQuery?.(CoreApp.Dashboard),
    ...query,
  });
}

function callQuery(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: typeof datasource.query
): Observable<DataQueryResponse> {
  try {
    return from(queryFunction ? queryFunction(request) : datasource.query(request));
  } catch (error) {
    return of({ data: [], error: toDataQueryError(error as Error), state: LoadingState.Error });
  }
}

function addPacket({ packets }: Progress, packet: DataQueryResponse, request: DataQueryRequest): Progress {
  const all = new Map(packets).set(packet.key ?? 'A', packet);
  const frames = [...all.values()].flatMap(({ data }) => data).map((frame) => toDataFrame(frame));
  const errors = [...all.values()].flatMap((one) => one.errors ?? (one.error ? [one.error] : []));
  const state = stateOf(packet, errors.length > 0);
  const data: PanelData = {
    state,
    series: frames.filter((frame) => !isAnnotation(frame)),
    annotations: frames.filter(isAnnotation),
    errors: errors.length > 0 ? errors : undefined,
    error: errors[0],
    request: { ...request, endTime: Date.now() },
    timeRange: state === LoadingState.Streaming ? movedOn(request.range) : request.range,
  };
  return { packets: all, data: preProcessPanelData(data) };
}

/** A range that begins relative to now goes on with a stream. */
function movedOn(range: TimeRange): TimeRange {
  const { from, to } = range.raw;
  return typeof from === 'string' && dateMath.isMathString(from)
    ? {
        ...range,
        from: dateMath.toDateTime(from, {}) ?? range.from,
        to: dateMath.toDateTime(to, { roundUp: true }) ?? range.to,
      }
    : range;
}

/** What the newest packet says. */
function stateOf({ state = LoadingState.Done }: DataQueryResponse, failed: boolean): LoadingState {
  return failed ? LoadingState.Error : state;
}

function errorsOf(error: Error) {
  const queryError = toDataQueryError(error);
  return { error: queryError, errors: [queryError] };
}

function isAnnotation(frame: DataFrame): boolean {
  return frame.meta?.dataTopic === DataTopic.Annotations;
}
