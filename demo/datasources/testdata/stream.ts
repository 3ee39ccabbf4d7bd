import { Observable } from 'rxjs';
import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { CircularDataFrame, FieldType, LoadingState } from '@grafana/data';

export interface StreamOptions {
  /** Milliseconds from sample to sample. */
  speed?: number;
  spread?: number;
  noise?: number;
}

/** The `streaming_client` scenario: a sample every `speed` milliseconds until nobody listens. */
export function streamRandomWalk(
  refId: string,
  { speed = 250, spread = 3.5, noise = 2.2 }: StreamOptions,
  { maxDataPoints = 1000 }: Pick<DataQueryRequest, 'maxDataPoints'>
): Observable<DataQueryResponse> {
  return new Observable((subscriber) => {
    const frame = new CircularDataFrame({ append: 'tail', capacity: maxDataPoints });
    frame.refId = refId;
    frame.name = `Signal ${refId}`;
    frame.addField({ name: 'time', type: FieldType.time });
    frame.addField({ name: 'value', type: FieldType.number });

    let value = Math.random() * 100;
    const push = () => {
      value += (Math.random() - 0.5) * spread;
      frame.add({ time: Date.now(), value: value + Math.random() * noise });
      subscriber.next({ data: [frame], key: refId, state: LoadingState.Streaming });
    };
    push();
    const timer = setInterval(push, speed);
    return () => clearInterval(timer);
  });
}
