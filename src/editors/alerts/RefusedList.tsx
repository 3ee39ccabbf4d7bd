import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { groupBy } from 'lodash';

import type { Refusal } from '../../alerting/export/alert';
import { refusalWords } from '../../alerting/export/refusalWords';
import { t } from '../../locales/t';
import { nameList } from '../../words/nameList';

/** What can't be an alert rule, why, and what to do instead: each reason once, with what it is for. */
export function RefusedList({ refused }: { refused: readonly Refusal[] }) {
  const styles = useStyles2(getStyles);
  const reasons = Object.values(
    groupBy(refused, ({ code, found, isLeftOut }) => JSON.stringify([code, found, isLeftOut]))
  );
  return (
    <ul className={styles.list} aria-label={t('editors.alerts.refused', 'Not exported')}>
      {reasons.map((alike) => {
        const { what, instead } = refusalWords(t, alike[0]);
        const names = [...new Set(alike.map(({ about, home }) => about ?? home.panelTitle))];
        return (
          <li key={what} className={styles.item}>
            <Icon name="info-circle" size="sm" />
            <div>
              <b>{nameList(t, names)}</b>: {what} <span className={styles.instead}>{instead}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'grid', gap: theme.spacing(0.75), margin: 0, padding: 0, listStyle: 'none' }),
  item: css({
    ...theme.typography.bodySmall,
    display: 'flex',
    gap: theme.spacing(0.75),
    overflowWrap: 'anywhere',
    '& > svg': { flexShrink: 0, marginTop: 2, color: theme.colors.text.secondary },
  }),
  instead: css({ color: theme.colors.text.secondary }),
});
