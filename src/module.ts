import { createPlugin } from './panel/createPlugin';

/** Grafana awaits the export: the panel needs its words and the host chart's options before it can say its own. */
export const plugin = createPlugin();
