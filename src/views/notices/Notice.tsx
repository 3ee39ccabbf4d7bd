import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import type { IconName } from '@grafana/ui';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';
import type { ReactElement, ReactNode } from 'react';

import { t } from '../../locales/t';
import type { Notice as NoticeOf, NoticeSeverity } from '../../protocol/notices';
import { noticeWords } from '../../words/noticeWords';
import { NOTICE_HEIGHT } from './noticeHeight';

interface Looks {
  role?: 'alert' | 'status';
  icon?: IconName;
}

const LOOKS: Readonly<Record<NoticeSeverity, Looks>> = {
  warning: { role: 'alert', icon: 'exclamation-triangle' },
  status: { role: 'status' },
  info: { icon: 'info-circle' },
};

interface NoticeProps {
  notice: NoticeOf;
  /** What the notice opens to say more; left out where there is no more, or nobody to press a button. */
  details?: ReactElement;
  /** What can be done about it, as a button. */
  action?: ReactNode;
}

/** A notice above the metrics: one quiet line, cut off where it is too long. */
export function Notice({ notice, details, action }: NoticeProps) {
  const styles = useStyles2(getStyles);
  const { role, icon } = LOOKS[notice.severity];
  const words = noticeWords(t, notice);
  const line = (
    <>
      {icon && <Icon name={icon} size="sm" />}
      <span role={role} title={words}>
        {words}
      </span>
    </>
  );
  return (
    <div className={styles[notice.severity]}>
      {details ? (
        <Toggletip placement="bottom-start" content={details}>
          <button type="button" className={styles.button}>
            {line}
            <Icon name="angle-down" size="sm" />
          </button>
        </Toggletip>
      ) : (
        line
      )}
      {action}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = {
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    height: NOTICE_HEIGHT,
    padding: theme.spacing(0, 1),
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    background: theme.colors.background.secondary,
    span: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
    'svg, & > button': { flexShrink: 0 },
  } as const;
  const { primary } = theme.colors.text;
  return {
    info: css(line),
    status: css(line, { color: primary }),
    warning: css(line, { color: primary, '& > svg': { color: theme.colors.warning.text } }),
    button: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      maxWidth: '100%',
      height: '100%',
      padding: theme.spacing(0, 0.5),
      border: 'none',
      borderRadius: theme.shape.radius.default,
      background: 'transparent',
      color: 'inherit',
      '&:hover': { color: primary, background: theme.colors.action.hover },
      // The line cuts off what is outside of it.
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
  };
};
