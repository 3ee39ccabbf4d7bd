import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Modal, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';

import type { Refusal } from '../../alerting/export/alert';
import type { GrafanaRule } from '../../alerting/export/grafana/grafanaRules';
import type { MadeRule } from '../../alerting/export/prometheus/prometheusRules';
import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import { conditionWords, severityWords } from '../../words/conditionWords';
import { durationWords } from '../../words/durationWords';
import type { AlertPlace } from './alertPlace';
import { useAlertPlace } from './alertPlace';
import { AlertFile } from './AlertFile';
import { FormList } from './FormList';
import { exportedRules } from './exportedRules';
import type { ShownPanel } from './panelToExport';
import { panelToExport } from './panelToExport';
import { RefusedList } from './RefusedList';
import type { PanelToExport } from '../../alerting/export/alertsOf';

const NOTHING: readonly Refusal[] = [];

interface AlertDialogProps {
  panel: ShownPanel;
  /** The metric whose card was pressed. */
  metric: MetricProtocol;
  /** Told once: the panel goes on living behind the dialog. */
  stated: () => readonly StatedMetric[];
  onClose: () => void;
}

/** From the rule of a card to an alert rule: Grafana's form filled in, level by level, or the panel's rules as a file. */
export default function AlertDialog({ panel, metric, stated, onClose }: AlertDialogProps) {
  const styles = useStyles2(getStyles);
  const { name } = metric;
  // Not at every refresh: what a person reads must not change under the mouse.
  const [exported] = useState(() => panelToExport(panel, stated()));
  const place = useAlertPlace(exported?.dashboard.uid);
  return (
    <Modal
      isOpen
      title={t('editors.alerts.dialog', 'Alert rules of {{name}}', { name })}
      onDismiss={onClose}
      className={styles.dialog}
    >
      {exported ? (
        <div className={styles.body}>
          <p>
            {t(
              'editors.alerts.about',
              'The panel runs no alerts: an engine does. What it is to do is filled in from the rule; you look at it and save it there.'
            )}
          </p>
          <Rules panel={exported} metric={metric} place={place} />
        </div>
      ) : (
        <p>
          {t(
            'editors.alerts.no-scene',
            'This page does not tell how the panel asks for its data. The command line exports the saved dashboard.'
          )}
        </p>
      )}
    </Modal>
  );
}

/** For each level of a metric the way to the form, or why there is none; then the file of all. */
function Rules({ panel, metric, place }: { panel: PanelToExport; metric: MetricProtocol; place: AlertPlace }) {
  const styles = useStyles2(getStyles);
  const { rules, refused } = useMemo(() => exportedRules(panel, 'grafana', place), [panel, place]);
  const own = rules.filter(({ alert }) => isFor(alert, panel, metric));
  const reasons = own.length === 0 ? refused.filter((refusal) => isAbout(refusal, metric)) : NOTHING;
  return (
    <>
      {own.length > 0 && <FormList rules={own} place={place} words={(one) => levelWords(one, metric)} />}
      {reasons.length > 0 && <RefusedList refused={reasons} />}
      <h3 className={styles.heading}>{t('editors.alerts.all', 'All rules of this panel as a file')}</h3>
      <AlertFile panel={panel} place={place} said={reasons} />
    </>
  );
}

/** "Critical: below 20 % for 2 days" */
function levelWords({ alert: { level, rule } }: MadeRule<GrafanaRule>, { formatLevel }: MetricProtocol): string {
  const severity = severityWords(t, level.severity);
  const condition = conditionWords(t, level.condition, formatLevel);
  const duration = durationWords(t, rule.forMs);
  return rule.forMs > 0
    ? t('editors.alerts.level-for', '{{severity}}: {{condition}} for {{duration}}', { severity, condition, duration })
    : t('editors.alerts.level', '{{severity}}: {{condition}}', { severity, condition });
}

/** Whether an alert is for the series of a card. */
function isFor(
  { query, series }: MadeRule<GrafanaRule>['alert'],
  panel: PanelToExport,
  metric: MetricProtocol
): boolean {
  const labels = panel.seen?.find(({ refId, name }) => refId === metric.refId && name === metric.name)?.labels ?? {};
  const isIn = (sets: ReadonlyArray<Readonly<Record<string, string>>>) =>
    sets.some((set) => Object.entries(set).every(([label, value]) => labels[label] === value));
  return query.refId === metric.refId && (series.kind === 'all' || (series.kind === 'only') === isIn(series.sets));
}

/** What is said of the whole panel or of the query is said of its metrics, too. */
function isAbout({ about, home }: Refusal, { name, refId }: MetricProtocol): boolean {
  return about === undefined || about === name || about === refId || about === home.panelTitle;
}

const getStyles = (theme: GrafanaTheme2) => ({
  dialog: css({ width: 720, maxWidth: '92vw' }),
  body: css({ display: 'grid', gap: theme.spacing(1.5), overflowWrap: 'anywhere', p: { margin: 0 } }),
  heading: css({ ...theme.typography.h5, margin: theme.spacing(1, 0, 0) }),
});
