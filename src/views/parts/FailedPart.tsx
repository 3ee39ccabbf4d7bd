import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';

import { t } from '../../locales/t';
import { NOTICE_HEIGHT } from '../notices/noticeHeight';

interface FailedPartProps {
  /** What is missing: "The chart". */
  what: string;
  /** It failed once more: what a new version of the plugin took away comes back with the page. */
  isTriedAgain: boolean;
  onTryAgain: () => void;
  /** It is read from afar: large, and it is tried again by itself. */
  isFar?: boolean;
}

/** How long one waits where nobody is there to try again. */
const RETRY_MS = 20_000;

/** So many px of its own size are as wide as a screen that is read from afar: its type has 64 px on one of 1920. */
const FAR_WIDTH = 360;

/** In place of a part that failed: which, and the way on. The rest of the panel works. */
export function FailedPart({ what, isTriedAgain, onTryAgain, isFar }: FailedPartProps) {
  const styles = useStyles2(getStyles);
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed was gone while the part was tried.
    if (isTriedAgain) {
      again.current?.focus();
    }
  }, [isTriedAgain]);
  useEffect(() => {
    const timer = isFar && setInterval(onTryAgain, RETRY_MS);
    return () => clearInterval(timer || undefined);
  }, [isFar, onTryAgain]);
  return (
    <div
      className={styles.part}
      style={isFar ? { zoom: Math.max(innerWidth, innerHeight) / FAR_WIDTH, color: 'inherit' } : undefined}
    >
      <Icon name="exclamation-triangle" size="sm" />
      <span role="status">{t('views.parts.failed', "{{what}} can't be shown.", { what })}</span>
      {isFar ? (
        t('views.parts.far', 'It is tried again automatically. If this stays, reload the page.')
      ) : (
        <Button ref={again} size="sm" fill="text" onClick={onTryAgain}>
          {t('views.parts.try-again', 'Try again')}
        </Button>
      )}
      {isTriedAgain && !isFar && (
        <Button size="sm" fill="text" onClick={() => window.location.reload()}>
          {t('views.parts.reload', 'Reload the page')}
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  part: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.75),
    minHeight: NOTICE_HEIGHT,
    padding: theme.spacing(0, 1),
    color: theme.colors.text.secondary,
    '& > svg': { flexShrink: 0, color: theme.colors.warning.text },
  }),
});
