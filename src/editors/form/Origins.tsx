import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import { OriginList } from '../origin/OriginList';
import { ruleOrigins } from '../origin/ruleOrigins';
import { rulesFor } from './formPlace';
import { goToForm, goToThresholds } from './goToForm';
import type { FormScope } from './useFormScope';

interface OriginsProps {
  scope: FormScope;
  /** The metric from whose card somebody came. */
  asked?: string;
}

/** Who came from a card whose rule is written at several places is told which fields stand where, and led there. */
export function Origins({ scope: { panel, place, all }, asked }: OriginsProps) {
  const styles = useStyles2(getStyles);
  const metric = all.find(({ name }) => name === asked);
  const told = panel?.protocol?.metrics.find(({ id }) => id === metric?.id);
  if (!panel || !metric || !told) {
    return null;
  }
  const origins = ruleOrigins(told, rulesFor(metric, panel));
  return origins.some((origin) => origin.place !== place) ? (
    <div className={styles.origins}>
      <p className={styles.words}>
        {t('editors.origin.of', 'The rule of {{name}} is written in:', { name: metric.name })}
      </p>
      <OriginList
        metric={told}
        origins={origins}
        sheetLink={panel.sheetLink}
        here={place}
        onGo={(to) => (to === 'thresholds' ? goToThresholds() : goToForm({ place: to, metric: metric.name }))}
      />
    </div>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  origins: css({
    display: 'grid',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  words: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
