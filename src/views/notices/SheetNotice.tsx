import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';

import type { SheetFindings } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { noticeStyle } from './noticeStyle';
import { SheetProblems } from './SheetProblems';
import { sheetHeadlines } from '../../words/sheetFindingWords';

interface SheetNoticeProps {
  sheets: SheetFindings;
  /** Whether there is somebody to press a button: on a wall display there is nobody. */
  canOpen: boolean;
}

/** How much of the rule sheet and the directory can't be used, which opens to say what, where, and how to mend it. */
export default function SheetNotice({ sheets, canOpen }: SheetNoticeProps) {
  const styles = useStyles2(getStyles);
  const words = sheetHeadlines(t, sheets).join(' · ');
  if (!canOpen) {
    return (
      <p className={styles.notice} title={words}>
        {words}
      </p>
    );
  }
  return (
    <div className={styles.notice}>
      <Toggletip placement="bottom-start" content={<SheetProblems sheets={sheets} />}>
        <button type="button" className={styles.button} title={words}>
          <Icon name="info-circle" size="sm" />
          <span>{words}</span>
          <Icon name="angle-down" size="sm" />
        </button>
      </Toggletip>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: noticeStyle(theme),
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
    span: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
    svg: { flexShrink: 0 },
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
    // The line cuts off what is outside of it.
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
});
