import { lastValueFrom } from 'rxjs';
import type {
  DataQuery,
  DataQueryRequest,
  DataSourceInstanceSettings,
  MetricFindValue,
  ScopedVars,
  DataSourceJsonData,
} from '@grafana/data';
import { DataSourceWithBackend, getBackendSrv, getTemplateSrv } from '@grafana/runtime';
import type { PrometheusQuery } from './query';

interface PrometheusJsonData extends DataSourceJsonData {
  timeInterval?: string;
}

type PrometheusPageQuery = Omit<PrometheusQuery, 'refId'> & DataQuery;

/** Prometheus as the page sees it: variables are filled in here, steps and requests are the server's. */
export class PrometheusSource extends DataSourceWithBackend<PrometheusPageQuery, PrometheusJsonData> {
  constructor(settings: DataSourceInstanceSettings<PrometheusJsonData>) {
    super(settings);
    this.interval = settings.jsonData.timeInterval || '15s';
  }

  query(request: DataQueryRequest<PrometheusPageQuery>) {
    const utcOffsetSec = -request.range.to.toDate().getTimezoneOffset() * 60;
    const targets = request.targets
      .filter((query) => !query.hide && query.expr)
      .flatMap(splitBoth)
      .map((query) => ({ ...query, utcOffsetSec: request.timezone === 'utc' ? 0 : utcOffsetSec }));
    return super.query({ ...request, targets });
  }

  applyTemplateVariables(query: PrometheusPageQuery, scopedVars: ScopedVars): PrometheusPageQuery {
    // The server knows the step, so these stay as they are until there.
    const { __interval, __interval_ms, ...others } = scopedVars;
    return {
      ...query,
      expr: getTemplateSrv().replace(query.expr, others, escapeForPromQL),
      interval: getTemplateSrv().replace(query.interval, others),
      legendFormat: getTemplateSrv().replace(query.legendFormat, others),
    };
  }

  /** `label_values(label)` and `label_values(metric, label)` for query variables. */
  async metricFindQuery(query: string): Promise<MetricFindValue[]> {
    const [, metric, label] = /^label_values\((?:(.+),\s*)?([\w$]+)\)$/.exec(query.trim()) ?? [];
    if (!label) {
      return [];
    }
    const response = await lastValueFrom(
      getBackendSrv().fetch<{ data: string[] }>({
        url: `/api/datasources/proxy/uid/${this.uid}/api/v1/label/${label}/values`,
        params: metric ? { 'match[]': metric } : {},
      })
    );
    return response.data.data.map((text) => ({ text }));
  }
}

/** A query for range and instant becomes two. */
function splitBoth(query: PrometheusPageQuery): PrometheusPageQuery[] {
  return query.range && query.instant
    ? [
        { ...query, instant: false },
        { ...query, range: false, refId: `${query.refId}_Instant` },
      ]
    : [query];
}

/** One value is escaped for a matcher, several become a regular expression. */
function escapeForPromQL(value: unknown, variable: { multi?: boolean; includeAll?: boolean } = {}): string {
  const quoteEscaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const regexEscaped = (text: string) => text.replace(/[$^*{}[\]'+?.()|\\]/g, '\\\\$&');
  if (Array.isArray(value)) {
    const texts = value.map((entry) => regexEscaped(String(entry)));
    return texts.length === 1 ? texts[0] : `(${texts.join('|')})`;
  }
  return variable.multi || variable.includeAll ? regexEscaped(String(value)) : quoteEscaped(String(value));
}
