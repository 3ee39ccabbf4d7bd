import type { PanelProps } from '@grafana/data';
import { PanelPlugin, renderMarkdown, textUtil } from '@grafana/data';
import { RenderUserContentAsHTML, ScrollContainer } from '@grafana/ui';

interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

/** Stands for Grafana's Text: Markdown or sanitised HTML. */
export const plugin = new PanelPlugin<TextOptions>(TextPanel).setPanelOptions((builder) =>
  builder
    .addSelect({
      path: 'mode',
      name: 'Mode',
      defaultValue: 'markdown',
      settings: {
        options: [
          { value: 'markdown', label: 'Markdown' },
          { value: 'html', label: 'HTML' },
        ],
      },
    })
    .addTextInput({ path: 'content', name: 'Content', defaultValue: '', settings: { useTextarea: true, rows: 10 } })
);

function TextPanel({ options, replaceVariables }: PanelProps<TextOptions>) {
  const content = replaceVariables(options.content, {}, options.mode === 'html' ? 'html' : 'text');
  const html = options.mode === 'html' ? textUtil.sanitize(content) : renderMarkdown(content);
  return (
    <ScrollContainer minHeight="100%">
      <RenderUserContentAsHTML className="markdown-html" content={html} />
    </ScrollContainer>
  );
}
