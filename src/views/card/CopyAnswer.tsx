import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, useStyles2 } from '@grafana/ui';
import type { MouseEvent } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import type { PanelLink } from '../../words/answerSentence';
import { FailedPart } from '../parts/FailedPart';
import { lateValue } from '../parts/lateValue';
import { fullAddress } from '../text/linkTo';
import { copiedSteps } from '../text/markdown';
import type { TimeWords } from '../../words/whenWords';

interface CopyAnswerProps {
  metric: MetricProtocol;
  times: TimeWords;
  panel?: PanelLink;
  /** Only a glyph, for a card of one line. */
  compact?: boolean;
}

/** With the words of every state: loaded as soon as the button is pointed at or has the focus. */
const useSentence = lateValue(() => import(/* webpackChunkName: "answer" */ '../../words/answerSentence'));

/** Copies the answer for chat. Grafana's button also works on plain http, where there is no clipboard API. */
export function CopyAnswer({ metric, times, panel, compact = false }: CopyAnswerProps) {
  const styles = useStyles2(getStyles);
  const [isNear, setNear] = useState(false);
  const [isPressed, setPressed] = useState(false);
  const waiting = useRef<HTMLElement>();
  const { value: words, hasFailed, tries, tryAgain } = useSentence(isNear);
  useEffect(() => {
    if (words) {
      // Once more, with the answer: the browser lets who has just pressed a button copy for some seconds.
      waiting.current?.click();
      waiting.current = undefined;
    }
  }, [words]);
  const getText = useCallback(
    () => words?.answerSentence(t, metric, { times, panel, steps: copiedSteps, address: fullAddress }) ?? '',
    [words, metric, times, panel]
  );
  const near = () => setNear(true);
  const wait = (event: MouseEvent<HTMLElement>) => {
    near();
    setPressed(true);
    waiting.current = event.currentTarget;
  };
  const label = t('views.card.copy-answer', 'Copy answer');
  if (hasFailed && isPressed) {
    return (
      <FailedPart
        what={t('views.card.answer-part', 'The answer to copy')}
        isTriedAgain={tries > 0}
        onTryAgain={tryAgain}
      />
    );
  }
  return (
    <ClipboardButton
      getText={getText}
      onPointerEnter={near}
      onFocus={near}
      {...(words ? {} : { onClick: wait })}
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
