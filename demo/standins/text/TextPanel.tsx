import { css } from '@emotion/css';
import type { PanelProps } from '@grafana/data';
import { renderTextPanelMarkdown } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

/** The panel options of Text, as far as the stand-in reads them. */
export interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

/** The stand-in for Text: Markdown with the dashboard's variables put in, rendered and sanitised by @grafana/data. */
export function TextPanel({ options, replaceVariables }: PanelProps<TextOptions>) {
  const styles = useStyles2(() => ({ frame: css({ height: '100%' }) }));
  const content = replaceVariables(options.content, {}, 'html');
  const html = useMemo(() => renderTextPanelMarkdown(content), [content]);
  return (
    <div className={styles.frame}>
      <ScrollContainer>
        <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />
      </ScrollContainer>
    </div>
  );
}
