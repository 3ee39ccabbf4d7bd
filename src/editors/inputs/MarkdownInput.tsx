import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import { Markdown } from '../../views/text/Markdown';
import { DraftInput } from './DraftInput';

interface MarkdownInputProps {
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  describedBy?: string;
  invalid?: boolean;
  canonical?: (text: string) => string;
  onChange: (text: string) => void;
}

/** Markdown, to write and to see as the card shows it. */
export function MarkdownInput({ label, ...input }: MarkdownInputProps) {
  const styles = useStyles2(getStyles);
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  return (
    <>
      {mode === 'write' ? (
        <DraftInput {...input} rows={5} />
      ) : (
        <div
          className={styles.preview}
          role="region"
          aria-label={t('editors.markdown.preview-of', 'Preview: {{label}}', { label })}
        >
          <Markdown text={input.value || (input.placeholder ?? '')} />
        </div>
      )}
      <div className={styles.mode}>
        <RadioButtonGroup
          size="sm"
          aria-label={t('editors.markdown.mode', 'Write or preview')}
          value={mode}
          onChange={setMode}
          options={[
            { value: 'write', label: t('editors.markdown.write', 'Write') },
            { value: 'preview', label: t('editors.markdown.preview', 'Preview') },
          ]}
        />
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  preview: css({
    minHeight: theme.spacing(12),
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  mode: css({ marginTop: theme.spacing(0.5) }),
});
