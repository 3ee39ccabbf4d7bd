import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { nameList } from '../../words/nameList';

/** What a handover that asks for no panel of its dashboard needs. */
export function NoSources({ missing }: { missing: readonly string[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame}>
      <p className={styles.what}>{t('handover.no-sources', 'This panel asks for no other panel yet')}</p>
      <p>
        {t(
          'handover.no-sources-mend',
          'Give it the data source “-- Mixed --”, and for each panel that it is to tell of a query of the data source “-- Dashboard --”.'
        )}
      </p>
      {missing.length > 0 && (
        <p>{t('handover.no-sources-missing', 'On this dashboard: {{titles}}.', { titles: nameList(t, missing) })}</p>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    padding: theme.spacing(1),
    color: theme.colors.text.secondary,
    p: { margin: theme.spacing(0, 0, 0.5) },
  }),
  what: css({ color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium }),
});
