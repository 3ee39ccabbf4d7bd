import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import { markdownHtml } from './markdown';

interface MarkdownProps {
  text: string;
  className?: string;
}

/** Markdown that a user wrote, sanitised. */
export function Markdown({ text, className }: MarkdownProps) {
  const styles = useStyles2(getStyles);
  const html = useMemo(() => ({ __html: markdownHtml(text) }), [text]);
  // Safe: `markdownHtml` passes Grafana's sanitiser and then keeps only listed elements, without attributes but the
  // checked address of a link. No other place of the panel inserts HTML.
  return <div className={cx(styles.prose, className)} dangerouslySetInnerHTML={html} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  prose: css({
    overflowWrap: 'anywhere',
    'p, ul, ol, pre, blockquote': { margin: 0 },
    'p + p, p + ul, p + ol, ul + p, ol + p': { marginTop: theme.spacing(0.5) },
    ol: { paddingLeft: '1.35em' },
    ul: { paddingLeft: '1.2em' },
    'ol > li::marker': { fontVariantNumeric: 'tabular-nums' },
    a: { color: theme.colors.text.link, '&:hover': { textDecoration: 'underline' } },
    code: { fontSize: theme.typography.bodySmall.fontSize },
    blockquote: { paddingLeft: theme.spacing(1), borderLeft: `2px solid ${theme.colors.border.medium}` },
  }),
});
