import type { DataSourceApi, DataSourceInstanceSettings, DataSourceRef, ScopedVars } from '@grafana/data';
import type { DataSourceSrv, GetDataSourceListFilters, RuntimeDataSourceRegistration } from '@grafana/runtime';
import { getTemplateSrv } from '@grafana/runtime';
import { instanceSettings } from '../datasources/dataSourceTypes';
import { DASHBOARD_UID, DashboardSource } from '../datasources/DashboardSource';
import { GrafanaSource } from '../datasources/GrafanaSource';
import { MIXED_UID, MixedSource } from '../datasources/MixedSource';
import { PrometheusSource } from '../datasources/prometheus/PrometheusSource';
import { TestDataSource } from '../datasources/testdata/TestDataSource';

/** A data source as the host's server reads it from provisioning/datasources. */
export interface ProvisionedDataSource {
  name: string;
  type: string;
  uid: string;
  isDefault: boolean;
  timeInterval?: string;
}

type Reference = DataSourceRef | string | null | undefined;

const TYPES: Record<string, (settings: DataSourceInstanceSettings) => DataSourceApi> = {
  'grafana-testdata-datasource': (settings) => new TestDataSource(settings),
  prometheus: (settings) => new PrometheusSource(settings),
  grafana: (settings) => new GrafanaSource(settings),
  mixed: (settings) => new MixedSource(settings),
  dashboard: (settings) => new DashboardSource(settings),
};

const BUILT_IN = [
  { id: -1, uid: 'grafana', name: '-- Grafana --', type: 'grafana' },
  { id: -2, uid: MIXED_UID, name: '-- Mixed --', type: 'mixed' },
  { id: -3, uid: DASHBOARD_UID, name: '-- Dashboard --', type: 'dashboard' },
];

/**
 * Finds data sources as Grafana does, by uid or name. A reference that fits none is answered by the first of its type,
 * because a dashboard may name the uid of another Grafana; without a reference it is the default one.
 */
export class DataSourceService implements DataSourceSrv {
  private readonly settings: DataSourceInstanceSettings[];
  private readonly sources = new Map<string, DataSourceApi>();

  constructor(provisioned: ProvisionedDataSource[]) {
    const known = provisioned
      .map((entry) => ({ ...entry, type: canonicalType(entry.type) }))
      .filter(({ type }) => type in TYPES)
      .map((entry, index) => ({ ...entry, id: index + 1 }));
    const missing = ['grafana-testdata-datasource', 'prometheus']
      .filter((type) => !known.some((entry) => entry.type === type))
      .map((type, index) => ({ id: 100 + index, uid: type, name: type, type }));
    this.settings = [...known, ...missing, ...BUILT_IN].map(instanceSettings);
  }

  get(ref?: Reference, scopedVars?: ScopedVars): Promise<DataSourceApi> {
    const settings = this.getInstanceSettings(ref, scopedVars);
    if (settings === undefined) {
      return Promise.reject(new Error(`Datasource ${describe(ref)} was not found`));
    }
    const source = this.sources.get(settings.uid) ?? TYPES[settings.type](settings);
    this.sources.set(settings.uid, source);
    return Promise.resolve(source);
  }

  getInstanceSettings(ref?: Reference, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
    const { uid, type } = typeof ref === 'string' ? { uid: ref, type: undefined } : (ref ?? {});
    const id = uid === undefined ? undefined : getTemplateSrv().replace(uid, scopedVars);
    if (id === undefined && type === undefined) {
      return this.settings.find(({ isDefault }) => isDefault) ?? this.settings[0];
    }
    return (
      this.settings.find((entry) => entry.uid === id || entry.name === id) ??
      this.settings.find((entry) => entry.type === canonicalType(type ?? ''))
    );
  }

  getList(filters: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    const { mixed, dashboard, type, pluginId, filter = () => true } = filters;
    const types = type === undefined ? undefined : [type].flat();
    return this.settings
      .filter((entry) => (entry.type !== 'mixed' || mixed) && (entry.type !== 'dashboard' || dashboard))
      .filter((entry) => types === undefined || types.includes(entry.type))
      .filter((entry) => pluginId === undefined || entry.type === pluginId)
      .filter(filter);
  }

  reload(): void {}

  registerRuntimeDataSource(_: RuntimeDataSourceRegistration): void {}
}

function canonicalType(type: string): string {
  return type === 'testdata' ? 'grafana-testdata-datasource' : type === 'datasource' ? 'grafana' : type;
}

function describe(ref: Reference): string {
  return typeof ref === 'string' ? ref : JSON.stringify(ref);
}
