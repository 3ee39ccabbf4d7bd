import { PluginState, PluginType, type PanelPluginMeta } from '@grafana/data';

const NAMES: Record<string, { name: string; icon: string }> = {
  timeseries: { name: 'Time series', icon: '/public/img/icons/unicons/chart-line.svg' },
  stat: { name: 'Stat', icon: '/public/img/icons/unicons/calculator-alt.svg' },
  text: { name: 'Text', icon: '/public/img/icons/unicons/document-info.svg' },
};

/** Meta data of a stand-in under the id and the name of the visualization that it stands for. */
export function panelMeta(id: string): PanelPluginMeta {
  const { name, icon } = NAMES[id];
  return {
    id,
    name,
    type: PluginType.panel,
    module: `core:plugin/${id}`,
    baseUrl: `public/plugins/${id}`,
    sort: Object.keys(NAMES).indexOf(id),
    state: PluginState.stable,
    skipDataQuery: id === 'text',
    suggestions: false,
    info: {
      author: { name: 'Local host (stand-in)' },
      description: `Stands for Grafana's ${name}, which is not on npm.`,
      links: [],
      logos: { small: icon, large: icon },
      screenshots: [],
      updated: '',
      version: '',
    },
  };
}
