import type { PanelPluginMeta } from '@grafana/data';
import { PluginState, PluginType } from '@grafana/data';

/** Strokes on a 24 by 24 grid, in a colour that shows on both themes. */
const icon = (path: string) =>
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#f58e30" stroke-width="2" ' +
      `stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`
  );

const NAMES: Record<string, { name: string; icon: string }> = {
  timeseries: { name: 'Time series', icon: icon('M3 3v18h18M6 16l4-6 4 3 6-8') },
  table: { name: 'Table', icon: icon('M3 5h18v14H3zM3 10h18M9 5v14') },
  text: { name: 'Text', icon: icon('M4 6h16M4 11h16M4 16h10') },
  stat: { name: 'Stat', icon: icon('M3 5h18v14H3zM7 10l2-1v6M13 9h4l-3 6') },
};

/** Meta data of a stand-in under the id and the name of the visualization that it stands for. */
export function panelMeta(id: string): PanelPluginMeta {
  const { name, icon: logo } = NAMES[id];
  return {
    id,
    name,
    type: PluginType.panel,
    module: `core:plugin/${id}`,
    baseUrl: `public/plugins/${id}`,
    sort: Object.keys(NAMES).indexOf(id),
    state: PluginState.stable,
    suggestions: false,
    info: {
      author: { name: 'Local host (stand-in)' },
      description: `Stands for Grafana's ${name}, which is not on npm.`,
      links: [],
      logos: { small: logo, large: logo },
      screenshots: [],
      updated: '',
      version: '',
    },
  };
}
