import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** The colour of a series, as its chart draws it, beside its name: which line is whose. */
export function SeriesColor({ color }: { color: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span aria-hidden="true" className={styles.bar} data-testid="protocol-series-color" style={{ background: color }} />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'inline-block',
    width: 12,
    height: 4,
    marginRight: theme.spacing(0.75),
    borderRadius: theme.shape.radius.pill,
    verticalAlign: 'middle',
  }),
});
