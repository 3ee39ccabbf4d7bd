import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { latePart } from '../parts/latePart';
import type { BreachListProps } from './BreachList';

/** Loaded when somebody opens one: most are never asked for. */
const BreachList = latePart(() => import(/* webpackChunkName: "breaches" */ './BreachList'), {
  what: () => t('views.breaches.part', 'The list of breaches'),
});

/** The list of a metric's breaches, above the panel. */
export function OpenedBreaches(props: BreachListProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.failed}>
      <BreachList {...props} />
    </div>
  );
}

/** Over the panel, so that what is below keeps its place. */
const getStyles = (theme: GrafanaTheme2) => ({
  failed: css({ position: 'absolute', inset: 'auto 0 0', zIndex: 1, background: theme.colors.background.primary }),
});
