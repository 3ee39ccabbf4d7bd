import { PanelPlugin } from '@grafana/data';
import type { TextOptions } from './TextPanel';
import { TextPanel } from './TextPanel';

/** Stands for Grafana's Text. */
export const plugin = new PanelPlugin<TextOptions>(TextPanel).setPanelOptions((builder) =>
  builder.addTextInput({
    path: 'content',
    name: 'Content',
    defaultValue: '',
    settings: { useTextarea: true, rows: 5 },
  })
);
