import type { Observable } from 'rxjs';
import { delay, merge, of, throwError } from 'rxjs';
import type {
  AnnotationQuery,
  AnnotationSupport,
  DataQuery,
  DataQueryRequest,
  DataQueryResponse,
  ScopedVars,
  TimeRange,
} from '@grafana/data';
import { arrayToDataFrame, DataTopic, LoadingState, toDataFrame } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { TestDataQuery } from './query';
import type { StreamOptions } from './stream';
import { streamRandomWalk } from './stream';

export interface TestDataPageQuery extends Omit<TestDataQuery, 'refId'>, DataQuery {
  rawFrameContent?: string;
  errorType?: string;
  lines?: number;
  stream?: StreamOptions;
}

const INTERPOLATED = ['labels', 'alias', 'scenarioId', 'stringInput', 'csvContent', 'rawFrameContent'] as const;

/** TestData as the page sees it: a few scenarios are answered here, as in Grafana, and the rest by the server. */
export class TestDataSource extends DataSourceWithBackend<TestDataPageQuery> {
  annotations: AnnotationSupport<TestDataPageQuery> = {
    prepareAnnotation: (annotation: AnnotationQuery<TestDataPageQuery>) => ({
      ...annotation,
      target: annotation.target?.scenarioId
        ? annotation.target
        : { refId: 'Anno', scenarioId: 'annotations', lines: 10 },
    }),
  };

  getDefaultQuery(): Partial<TestDataPageQuery> {
    return { scenarioId: 'random_walk', seriesCount: 1 };
  }

  query(request: DataQueryRequest<TestDataPageQuery>): Observable<DataQueryResponse> {
    const forServer: TestDataPageQuery[] = [];
    const streams: Array<Observable<DataQueryResponse>> = [];
    for (const saved of request.targets.filter(({ hide }) => !hide)) {
      const query = this.applyTemplateVariables(saved, request.scopedVars);
      const answer = answerInPage(query, request);
      if (answer === undefined) {
        forServer.push(query);
      } else {
        streams.push(answer);
      }
    }
    if (forServer.length > 0) {
      streams.push(super.query({ ...request, targets: forServer }));
    }
    return streams.length > 0 ? merge(...streams) : of({ data: [] });
  }

  applyTemplateVariables(query: TestDataPageQuery, scopedVars: ScopedVars): TestDataPageQuery {
    const replaced = { ...query };
    for (const property of INTERPOLATED) {
      const text = replaced[property];
      if (text) {
        replaced[property] = getTemplateSrv().replace(text, scopedVars);
      }
    }
    return replaced;
  }

  testDatasource() {
    return Promise.resolve({ status: 'success', message: 'Data source is working' });
  }
}

function answerInPage(
  query: TestDataPageQuery,
  request: DataQueryRequest<TestDataPageQuery>
): Observable<DataQueryResponse> | undefined {
  switch (query.scenarioId) {
    case 'annotations':
      return annotationEvents(query, request.range);
    case 'raw_frame':
      return rawFrames(query);
    case 'streaming_client':
      return streamRandomWalk(query.refId, query.stream ?? {}, request);
    case 'server_error_500':
      return frontendError(query);
    default:
      return undefined;
  }
}

function rawFrames({ refId, rawFrameContent }: TestDataPageQuery): Observable<DataQueryResponse> {
  try {
    const parsed: unknown = JSON.parse(rawFrameContent ?? '[]');
    const frames = (Array.isArray(parsed) ? parsed : []).map((json: unknown) => ({ ...toDataFrame(json), refId }));
    return of({ data: frames, state: LoadingState.Done, key: refId }).pipe(delay(100));
  } catch (error) {
    return throwError(() => error);
  }
}

function frontendError({ errorType }: TestDataPageQuery): Observable<DataQueryResponse> | undefined {
  if (errorType === 'frontend_exception') {
    throw new Error('Scenario threw an exception in the frontend because the input was invalid.');
  }
  if (errorType === 'frontend_observable') {
    return throwError(() => new Error('Scenario observed an error in the frontend because the input was invalid.'));
  }
  return undefined;
}

function annotationEvents({ refId, lines = 10 }: TestDataPageQuery, range: TimeRange): Observable<DataQueryResponse> {
  const from = range.from.valueOf();
  const step = (range.to.valueOf() - from) / lines;
  const frame = arrayToDataFrame(
    Array.from({ length: lines }, (_, index) => ({
      time: from + index * step,
      text: `Event ${index + 1}`,
      tags: ['text', 'server'],
    }))
  );
  return of({ key: refId, data: [{ ...frame, meta: { dataTopic: DataTopic.Annotations } }] }).pipe(delay(100));
}
