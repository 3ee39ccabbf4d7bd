import type { DataSourceInstanceSettings, DataSourcePluginMeta } from '@grafana/data';
import { PluginType } from '@grafana/data';

interface Description {
  id: number;
  uid: string;
  name: string;
  type: string;
  isDefault?: boolean;
  /** Prometheus's scrape interval. */
  timeInterval?: string;
}

/** The settings that a data source of the local host is made of. */
export function instanceSettings({ timeInterval, ...description }: Description): DataSourceInstanceSettings {
  return {
    ...description,
    url: `/api/datasources/proxy/uid/${description.uid}`,
    access: 'proxy',
    readOnly: true,
    jsonData: timeInterval ? { timeInterval } : {},
    meta: dataSourceMeta(description.type, description.name),
  } as DataSourceInstanceSettings;
}

function dataSourceMeta(id: string, name: string): DataSourcePluginMeta {
  return {
    id,
    name,
    type: PluginType.datasource,
    module: `core:plugin/${id}`,
    baseUrl: `public/plugins/${id}`,
    metrics: true,
    alerting: ['prometheus', 'grafana-testdata-datasource'].includes(id),
    annotations: id !== 'mixed' && id !== 'dashboard',
    builtIn: ['grafana', 'mixed', 'dashboard'].includes(id),
    mixed: id === 'mixed',
    info: {
      author: { name: 'Local host' },
      description: '',
      links: [],
      logos: { small: '', large: '' },
      screenshots: [],
      updated: '',
      version: '',
    },
  };
}
