import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { isEqual } from 'lodash';
import { useMemo, useState } from 'react';

import type { Refusal, Target } from '../../alerting/export/alert';
import type { PanelToExport } from '../../alerting/export/alertsOf';
import { t } from '../../locales/t';
import { download } from '../../views/text/download';
import type { AlertPlace } from './alertPlace';
import { exportedRules } from './exportedRules';
import { RefusedList } from './RefusedList';

interface AlertFileProps {
  panel: PanelToExport;
  place: AlertPlace;
  /** What was said before of what can't be exported. */
  said?: readonly Refusal[];
  /** Whether what can't be exported opens when somebody asks: among other options nobody has, yet. */
  isFolded?: boolean;
}

/** The rules of a panel as a file for an engine: to download, to copy, and what of them it can't have. */
export function AlertFile({ panel, place, said = [], isFolded = false }: AlertFileProps) {
  const styles = useStyles2(getStyles);
  const [target, setTarget] = useState<Target>('grafana');
  const { text, alerts, refused } = useMemo(() => exportedRules(panel, target, place), [panel, target, place]);
  const others = refused.filter((refusal) => !said.some((one) => isEqual(one, refusal)));
  const name = target === 'grafana' ? 'protocol-alert-rules.yaml' : 'protocol-rules.prometheus.yaml';
  return (
    <div className={styles.frame} role="group" aria-label={t('editors.alerts.title', 'Alert rules')}>
      <RadioButtonGroup<Target>
        size="sm"
        aria-label={t('editors.alerts.engine', 'Engine')}
        value={target}
        onChange={setTarget}
        options={[
          { value: 'grafana', label: t('editors.alerts.grafana', 'Grafana Alerting') },
          { value: 'prometheus', label: t('editors.alerts.prometheus', 'Prometheus, Mimir') },
        ]}
      />
      <p className={styles.count} role="status">
        {t('editors.alerts.count', '{{count}} alert rules', {
          count: alerts.length,
          defaultValue_one: '{{count}} alert rule',
          defaultValue_other: '{{count}} alert rules',
        })}
      </p>
      {text !== undefined && (
        <div className={styles.actions}>
          <Button
            size="sm"
            variant="secondary"
            icon="download-alt"
            onClick={() => download(text, { name, type: 'application/yaml' })}
          >
            {t('editors.alerts.download', 'Download (YAML)')}
          </Button>
          <ClipboardButton size="sm" variant="secondary" fill="text" icon="copy" getText={() => text}>
            {t('editors.alerts.copy', 'Copy')}
          </ClipboardButton>
        </div>
      )}
      {others.length > 0 && !isFolded && <RefusedList refused={others} />}
      {others.length > 0 && isFolded && (
        <details className={styles.folded}>
          <summary>{t('editors.alerts.why-not', 'Not exported, and why')}</summary>
          <RefusedList refused={others} />
        </details>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'grid', gap: theme.spacing(1), justifyItems: 'start' }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  folded: css({ ...theme.typography.bodySmall, '&[open] > summary': { marginBottom: theme.spacing(0.75) } }),
  count: css({ ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary }),
});
