import i18next from 'i18next';
import type { PanelPluginMeta } from '@grafana/data';
import { PanelPlugin } from '@grafana/data';
import { config, setPluginImportUtils } from '@grafana/runtime';
import { plugin as stat } from '../standins/stat/plugin';
import { plugin as table } from '../standins/table/plugin';
import { plugin as text } from '../standins/text/plugin';
import { plugin as timeseries } from '../standins/timeseries/plugin';
import { panelMeta } from '../standins/meta';
import { loadAmdModule } from './moduleLoader';

export const PROTOCOL_PLUGIN_ID = 'protocolops-protocol-panel';

const LANGUAGE = 'en-US';

/** Core visualizations are not on npm: these stand for them in the local host. */
const STAND_INS: Record<string, PanelPlugin> = { timeseries, stat, table, text };

const loaded = new Map<string, PanelPlugin>();
const loading = new Map<string, Promise<PanelPlugin>>();

/** Registers every visualization of the host with Grafana's runtime and in `config.panels`. */
export async function registerPlugins(): Promise<void> {
  for (const [id, plugin] of Object.entries(STAND_INS)) {
    plugin.meta = panelMeta(id);
    loaded.set(id, plugin);
    config.panels[id] = plugin.meta;
  }
  const built = await readBuiltMeta();
  if (built) {
    config.panels[built.id] = built;
  }
  setPluginImportUtils({
    importPanelPlugin,
    getPanelPluginFromCache: (id) => loaded.get(id),
  });
}

function importPanelPlugin(id: string): Promise<PanelPlugin> {
  const cached = loaded.get(id);
  if (cached) {
    return Promise.resolve(cached);
  }
  const running = loading.get(id) ?? importBuiltPlugin(id);
  loading.set(id, running);
  return running;
}

async function importBuiltPlugin(id: string): Promise<PanelPlugin> {
  const meta = config.panels[id];
  if (!meta) {
    throw new Error(`Plugin not found, no installed plugin with that ID: ${id}`);
  }
  await loadTranslations(meta);
  const module = await loadAmdModule(`/${meta.module}?_cache=${encodeURIComponent(meta.info.version)}`);
  const plugin = await pluginOf(module);
  plugin.meta = meta;
  loaded.set(id, plugin);
  return plugin;
}

/** The export may be the plugin or, as Grafana 12.4 allows, a promise of it. */
async function pluginOf(module: unknown): Promise<PanelPlugin> {
  const plugin: unknown =
    typeof module === 'object' && module !== null && 'plugin' in module ? await module.plugin : undefined;
  if (plugin instanceof PanelPlugin) {
    return plugin;
  }
  throw new Error('missing export: plugin');
}

async function loadTranslations({ id, baseUrl, languages }: PanelPluginMeta & { languages?: string[] }) {
  if (!languages?.includes(LANGUAGE)) {
    return;
  }
  const response = await fetch(`/${baseUrl}/locales/${LANGUAGE}/${id}.json`);
  if (response.ok) {
    i18next.addResourceBundle(LANGUAGE, id, await response.json(), true, false);
  }
}

async function readBuiltMeta(): Promise<PanelPluginMeta | undefined> {
  const baseUrl = `public/plugins/${PROTOCOL_PLUGIN_ID}`;
  const response = await fetch(`/${baseUrl}/plugin.json`);
  if (!response.ok) {
    return undefined;
  }
  const meta = (await response.json()) as PanelPluginMeta;
  const { logos } = meta.info;
  return {
    ...meta,
    baseUrl,
    module: `${baseUrl}/module.js`,
    sort: 100,
    info: { ...meta.info, logos: { small: `/${baseUrl}/${logos.small}`, large: `/${baseUrl}/${logos.large}` } },
  };
}
