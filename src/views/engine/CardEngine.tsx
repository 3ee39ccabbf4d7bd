import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { LinkedAlert } from '../../protocol/engine/metricEngine';
import type { MetricProtocol } from '../../protocol/protocol';
import { TONES } from '../../words/badge';
import { driftWords } from '../../words/engine/driftWords';
import {
  disagreementWords,
  engineBadge,
  engineStateWords,
  failureWords,
  heldBackWords,
  routedWords,
} from '../../words/engine/engineWords';
import type { TimeWords } from '../../words/whenWords';
import { Glyph } from '../card/Glyph';
import { SafeLink } from '../text/SafeLink';
import { alertLinks } from './alertLinks';

export interface CardEngineProps {
  metric: MetricProtocol;
  times: TimeWords;
  open: boolean;
}

/**
 * What engines say of a metric, beside what the panel says: their state, to whom it is routed, what keeps it from anybody,
 * and where both differ. A closed card tells only that they disagree, and what is about to fire.
 */
export function CardEngine({ metric, times, open }: CardEngineProps) {
  const styles = useStyles2(getStyles);
  const { alerts = [], apart = [] } = metric.engine ?? {};
  const disagreeing = alerts.filter(({ disagreement }) => disagreement);
  // What is about to fire is told of a card that is closed, too.
  const shown = open ? alerts : alerts.filter(({ firesAt }) => firesAt !== undefined);
  if (!open && disagreeing.length + shown.length === 0) {
    return null;
  }
  return (
    <section
      className={styles.frame}
      aria-label={t('views.engine.of', 'What the engine says of {{name}}', { name: metric.name })}
    >
      {disagreeing.map(({ rule, disagreement }) => (
        <p key={rule.id} className={styles.disagreement} role="status">
          <Icon name="exclamation-triangle" size="sm" />
          <span>{disagreement && disagreementWords(t, disagreement, times)}</span>
        </p>
      ))}
      {shown.map((alert) => (
        <Alert key={alert.rule.id} {...{ alert, metric, times, open }} several={alerts.length > 1} />
      ))}
      {open &&
        apart.map((alert) => (
          <div key={alert.rule.id} className={styles.alert}>
            <p>{t('views.engine.apart', 'Linked to this panel, for none of its metrics that could be named:')}</p>
            <Alert {...{ alert, metric, times, open }} several />
          </div>
        ))}
    </section>
  );
}

interface AlertProps {
  alert: LinkedAlert;
  metric: MetricProtocol;
  times: TimeWords;
  /** Whether it has to be told from others by its title. */
  several: boolean;
  /** Else its state alone is told. */
  open: boolean;
}

function Alert({ alert, metric, times, several, open }: AlertProps) {
  const styles = useStyles2(getStyles);
  const { rule } = alert;
  const badge = engineBadge(alert);
  const links = alertLinks(alert);
  const routed = routedWords(t, alert);
  return (
    <div className={styles.alert}>
      <div className={styles.state}>
        <span className={cx(styles.badge, styles[TONES[badge]])} data-engine-state={alert.state ?? 'unknown'}>
          <Glyph badge={badge} />
          <span>{engineStateWords(t, alert, times)}</span>
        </span>
        {routed !== undefined && <span className={styles.quiet}>{routed}</span>}
      </div>
      {open && (
        <>
          <Lines icon="bell-slash" lines={heldBackWords(t, alert, times)} />
          <Lines icon="exclamation-triangle" lines={failureWords(t, alert)} />
          <Lines icon="arrows-h" lines={driftWords(t, alert, metric.formatLevel)} />
          <span className={styles.links}>
            <SafeLink href={links.rule}>{several ? rule.title : t('views.engine.rule', 'Alert rule')}</SafeLink>
            {links.history !== undefined && (
              <SafeLink href={links.history}>{t('views.engine.history', 'History')}</SafeLink>
            )}
            {links.silence !== undefined && (
              <SafeLink href={links.silence}>{t('views.engine.silence', 'Silence')}</SafeLink>
            )}
          </span>
        </>
      )}
    </div>
  );
}

function Lines({ icon, lines }: { icon: IconName; lines: readonly string[] }) {
  const styles = useStyles2(getStyles);
  return lines.map((line, index) => (
    <p key={index} className={styles.line}>
      <Icon name={icon} size="xs" />
      <span>{line}</span>
    </p>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    ...theme.typography.bodySmall,
    display: 'grid',
    gap: theme.spacing(0.5),
    overflowWrap: 'anywhere',
    p: { margin: 0 },
    '&:empty': { display: 'none' },
  }),
  disagreement: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(0.75),
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.maxContrast,
    svg: { flexShrink: 0, alignSelf: 'center', color: theme.colors.warning.text },
  }),
  alert: css({ display: 'grid', gap: theme.spacing(0.25) }),
  state: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: theme.spacing(1) }),
  badge: css({
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: theme.spacing(0.75),
    svg: { flexShrink: 0, alignSelf: 'center', width: 12, height: 12 },
    '& > span': { color: theme.colors.text.primary },
  }),
  line: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    svg: { flexShrink: 0, alignSelf: 'center' },
  }),
  links: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1) }),
  quiet: css({ color: theme.colors.text.secondary }),
  critical: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  normal: css({ color: theme.colors.success.text }),
  neutral: css({ color: theme.colors.text.secondary }),
});
