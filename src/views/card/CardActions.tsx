import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { withRuleToBegin } from '../../protocol/versions';
import { CopyAnswer } from './CopyAnswer';
import { hasBreaches, OpenBreaches } from './OpenBreaches';
import { asksToMend } from './Missing';
import { RuleButton } from './RuleButton';
import { t } from '../../locales/t';
import { usePanelResponses } from '../responses/responsesContext';
import { SafeLink } from '../text/SafeLink';
import type { PanelLink } from '../../words/answerSentence';
import type { TimeWords } from '../../words/whenWords';

interface CardActionsProps {
  metric: MetricProtocol;
  times: TimeWords;
  panel?: PanelLink;
  onEditRule?: () => void;
  sheetLink?: string;
  /** Opens the list of its breaches; on an open card the figures do. */
  onOpenBreaches?: () => void;
  open: boolean;
  /** Left out where there is nothing to open. */
  onToggle?: () => void;
  /** The id of what opens. */
  controls: string;
}

/** What a person can do with a card: copy its answer, edit its rule, open and close it. */
export function CardActions(props: CardActionsProps) {
  const { metric, times, panel, onEditRule, sheetLink, onOpenBreaches, open, onToggle, controls } = props;
  const styles = useStyles2(getStyles);
  const { onAlertRule } = usePanelResponses();
  return (
    <div className={styles.actions}>
      {!open && onOpenBreaches && hasBreaches(metric) && (
        <span className={styles.breaches}>
          <OpenBreaches metric={metric} onOpen={onOpenBreaches} />
        </span>
      )}
      <CopyAnswer metric={metric} times={times} panel={panel} compact={!open} />
      {open && onEditRule && !asksToMend(metric) && (
        <RuleButton metric={withRuleToBegin(metric)} onEditRule={onEditRule} />
      )}
      {open && onAlertRule && metric.rule.levels.length > 0 && (
        <Button
          size="sm"
          fill="text"
          onClick={() => onAlertRule(metric)}
          aria-label={t('views.card.alert-rule-of', 'Alert rule: {{name}}', { name: metric.name })}
        >
          {t('views.card.alert-rule', 'Alert rule…')}
        </Button>
      )}
      {open && sheetLink !== undefined && metric.row?.kind === 'sheet' && (
        <SafeLink href={sheetLink}>{t('views.card.rule-sheet', 'Rule sheet')}</SafeLink>
      )}
      {onToggle && (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={controls}
          aria-label={
            open
              ? t('views.card.less-of', 'less: {{name}}', { name: metric.name })
              : t('views.card.more-of', 'more: {{name}}', { name: metric.name })
          }
          onClick={onToggle}
        >
          {open ? t('views.card.less', 'less') : t('views.card.more', 'more')}
          <svg className={cx(styles.arrow, open && styles.up)} viewBox="0 0 10 6" aria-hidden="true" focusable="false">
            <path d="M1 1l4 4 4-4" />
          </svg>
        </button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({
    gridArea: 'actions',
    display: 'flex',
    alignSelf: 'start',
    alignItems: 'center',
    marginLeft: 'auto',
    marginRight: theme.spacing(-1),
  }),
  breaches: css({ ...theme.typography.bodySmall, marginRight: theme.spacing(0.5) }),
  toggle: css({
    ...theme.typography.bodySmall,
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    height: theme.spacing(3),
    padding: theme.spacing(0, 1),
    border: 'none',
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  arrow: css({
    width: 9,
    height: 6,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 1.4,
  }),
  up: css({ transform: 'rotate(180deg)' }),
});
