import { PanelPlugin } from '@grafana/data';
import { TablePanel } from './TablePanel';

/** Stands for Grafana's Table. */
export const plugin = new PanelPlugin(TablePanel).useFieldConfig();
