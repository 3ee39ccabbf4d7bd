import type { GrafanaConfig } from '@grafana/data';
import {
  EventBusSrv,
  locationUtil,
  setTimeZoneResolver,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformersRegistry,
} from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginLinksHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from '@grafana-runtime-internal/components/PanelDataErrorView';
import { loadResources as loadSceneTexts } from '@grafana/scenes';
import { BackendService } from './backendService';
import { currentRole } from './bootData';
import type { ProvisionedDataSource } from './dataSourceService';
import { DataSourceService } from './dataSourceService';

import { getHostFieldConfigItems, getHostOptionEditors } from '../edit/standardEditors';
import { PanelDataErrorView } from './PanelDataErrorView';
import { registerPlugins } from './plugins';
import { runRequest } from './runRequest';
import { TemplateService } from './templateService';
import { transformers } from './transformers';

/** Everything that Grafana sets up before its first page, in the order that its parts need. */
export async function registerServices(): Promise<void> {
  await initPluginTranslations('grafana-scenes', [loadSceneTexts]);
  await initPluginTranslations('grafana');
  setTimeZoneResolver(() => config.bootData.user.timezone);
  locationUtil.initialize({
    config: config as unknown as GrafanaConfig,
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });

  standardEditorsRegistry.setInit(getHostOptionEditors);
  standardFieldConfigEditorRegistry.setInit(getHostFieldConfigItems);
  standardTransformersRegistry.setInit(transformers);

  const backend = new BackendService(currentRole());
  setAppEvents(new EventBusSrv());
  setCurrentUser(config.bootData.user);
  setEchoSrv({ flush: () => {}, addBackend: () => {}, addEvent: () => {} });
  setBackendSrv(backend);
  setLocationSrv(locationService);
  setTemplateSrv(new TemplateService());
  setRunRequest(runRequest);
  setPanelDataErrorView(PanelDataErrorView);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));

  const [provisioned] = await Promise.all([
    backend.get<ProvisionedDataSource[]>('/api/datasources'),
    registerPlugins(),
  ]);
  const dataSources = new DataSourceService(provisioned);
  setDataSourceSrv(dataSources);
  for (const settings of dataSources.getList({ all: true, mixed: true, dashboard: true })) {
    config.datasources[settings.name] = settings;
  }
  config.defaultDatasource = dataSources.getInstanceSettings(null)?.name ?? '';
}
