import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import { breachCount } from '../../words/figuresWords';

interface OpenBreachesProps {
  metric: MetricProtocol;
  onOpen: () => void;
}

/** "2 breaches", which opens the list of them. */
export function OpenBreaches({ metric, onOpen }: OpenBreachesProps) {
  const styles = useStyles2(getStyles);
  const breaches = breachCount(t, metric.view.figures.breaches);
  return (
    <button
      type="button"
      className={styles.button}
      aria-haspopup="dialog"
      aria-label={t('views.card.breaches-of', '{{breaches}}: {{name}}', { breaches, name: metric.name })}
      onClick={onOpen}
    >
      {breaches}
    </button>
  );
}

/** Whether there is a list to open. */
export function hasBreaches({ kind, inView, view }: MetricProtocol): boolean {
  return kind === 'ruled' && inView && view.figures.breaches > 0;
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    padding: 0,
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    font: 'inherit',
    color: theme.colors.text.link,
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'underline' },
  }),
});
