import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import { useCallback } from 'react';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { answerSentence } from './answerSentence';
import type { TimeWords } from '../../words/whenWords';

interface CopyAnswerProps {
  metric: MetricProtocol;
  times: TimeWords;
  panelUrl?: string;
  /** Only a glyph, for a card of one line. */
  compact?: boolean;
}

/** Copies the answer for chat. Grafana's button also works on plain http, where there is no clipboard API. */
export function CopyAnswer({ metric, times, panelUrl, compact = false }: CopyAnswerProps) {
  const styles = useStyles2(getStyles);
  const getText = useCallback(() => answerSentence(t, metric, { times, panelUrl }), [metric, times, panelUrl]);
  const label = t('views.card.copy-answer', 'Copy answer');
  return (
    <ClipboardButton
      getText={getText}
      size="sm"
      fill="text"
      variant={compact ? 'secondary' : 'primary'}
      aria-label={t('views.card.copy-answer-of', 'Copy answer: {{name}}', { name: metric.name })}
      title={compact ? label : undefined}
      className={cx(compact && styles.quiet)}
    >
      {compact ? <CopyGlyph className={styles.glyph} /> : label}
    </ClipboardButton>
  );
}

/** Inline, so that a list of cards fetches nothing. */
function CopyGlyph({ className }: { className: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M5.5 4.5v-3h8v9h-3M2.5 4.5h8v10h-8Z" />
    </svg>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  quiet: css({ color: theme.colors.text.secondary }),
  glyph: css({
    display: 'block',
    width: 13,
    height: 13,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 1.4,
    strokeLinejoin: 'round',
  }),
});
