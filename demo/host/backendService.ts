import { lastValueFrom, mergeMap, Observable, of, throwError } from 'rxjs';
import { AppEvents } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { getAppEvents } from '@grafana/runtime';
import type { RoleName } from './bootData';

/** Grafana's HTTP client over `fetch`: a request with the id of a running one replaces that one. */
export class BackendService implements BackendSrv {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly role: RoleName) {}

  fetch<T>(request: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable<FetchResponse<T>>((subscriber) => {
      const { requestId } = request;
      const controller = new AbortController();
      if (requestId !== undefined) {
        this.running.get(requestId)?.abort();
        this.running.set(requestId, controller);
      }
      fetch(urlOf(request), this.init(request, controller.signal))
        .then((response) => readResponse<T>(request, response))
        .then(
          (response) => {
            subscriber.next(response);
            subscriber.complete();
          },
          (error: unknown) => subscriber.error(connectionError(request, error))
        );
      return () => {
        controller.abort();
        if (requestId !== undefined && this.running.get(requestId) === controller) {
          this.running.delete(requestId);
        }
      };
    }).pipe(mergeMap(failUnlessOk));
  }

  chunked(): Observable<FetchResponse<Uint8Array | undefined>> {
    return throwError(() => new Error('The local host has no chunked responses'));
  }

  request<T>(request: BackendSrvRequest): Promise<T> {
    return lastValueFrom(this.fetch<T>(request)).then(
      ({ data }) => data,
      (error: FetchError<{ message?: string }>) => {
        if (request.showErrorAlert !== false && !error.cancelled) {
          getAppEvents().publish({
            type: AppEvents.alertError.name,
            payload: [error.data?.message ?? error.statusText ?? 'Request failed'],
          });
        }
        throw error;
      }
    );
  }

  datasourceRequest<T>(request: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(request));
  }

  get<T>(url: string, params?: Record<string, unknown>, requestId?: string, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'GET', url, params, requestId });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'DELETE', url, data });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'POST', url, data });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PATCH', url, data });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>) {
    return this.request<T>({ ...options, method: 'PUT', url, data });
  }

  private init({ method = 'GET', data, headers, abortSignal }: BackendSrvRequest, signal: AbortSignal): RequestInit {
    return {
      method,
      signal: abortSignal ? AbortSignal.any([signal, abortSignal]) : signal,
      headers: {
        Accept: 'application/json, text/plain, */*',
        ...(data === undefined ? {} : { 'Content-Type': 'application/json' }),
        'X-Demo-Role': this.role,
        ...headers,
      },
      body: data === undefined ? undefined : JSON.stringify(data),
    };
  }
}

function urlOf({ url, params = {} }: BackendSrvRequest): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    values
      .filter((entry) => entry !== undefined && entry !== null)
      .forEach((entry) => query.append(name, String(entry)));
  }
  const text = query.toString();
  const path = /^(https?:)?\//.test(url) ? url : `/${url}`;
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

async function readResponse<T>(config: BackendSrvRequest, response: Response): Promise<FetchResponse<T>> {
  const text = await response.text();
  const { status, statusText, ok, headers, redirected, type, url } = response;
  return { data: parse(text, config) as T, status, statusText, ok, headers, redirected, type, url, config };
}

function parse(text: string, { responseType }: BackendSrvRequest): unknown {
  if (responseType === 'text' || text === '') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function failUnlessOk<T>(response: FetchResponse<T>): Observable<FetchResponse<T>> {
  if (response.ok) {
    return of(response);
  }
  const { status, statusText, data, config } = response;
  const error: FetchError<T> = { status, statusText, data, config };
  return throwError(() => error);
}

function connectionError(config: BackendSrvRequest, cause: unknown): FetchError<{ message: string }> {
  const cancelled = cause instanceof DOMException && cause.name === 'AbortError';
  const message = cancelled ? 'Request was aborted' : `Can't reach the local host: ${String(cause)}`;
  return { status: cancelled ? -1 : 502, statusText: message, cancelled, data: { message }, message, config };
}
