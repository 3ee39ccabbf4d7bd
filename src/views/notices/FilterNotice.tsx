import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import type { Finding } from '../../protocol/coverage';
import { NOTICE_HEIGHT } from './noticeStyle';
import { t } from '../../locales/t';
import { findingWords } from '../../words/findingWords';

interface FilterNoticeProps {
  filter: Finding;
  shown: number;
  of: number;
  onShowAll: () => void;
}

/** Which metrics are shown alone, and the way back to all. */
export function FilterNotice({ filter, shown, of, onShowAll }: FilterNoticeProps) {
  const styles = useStyles2(getStyles);
  const words = t('views.coverage.showing', 'Showing {{shown}} of {{of}}: {{what}}.', {
    shown,
    of,
    what: findingWords(t, filter),
  });
  return (
    <div className={styles.notice}>
      <p role="status" title={words}>
        {words}
      </p>
      <Button size="sm" fill="text" onClick={onShowAll}>
        {t('views.coverage.show-all', 'Show all')}
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    alignItems: 'center',
    height: NOTICE_HEIGHT,
    padding: theme.spacing(0, 1),
    color: theme.colors.text.primary,
    background: theme.colors.background.secondary,
    p: { margin: 0, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    button: { flexShrink: 0 },
  }),
});
