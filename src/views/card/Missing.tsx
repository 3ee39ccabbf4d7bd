import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { missingWords } from '../../words/missingWords';
import { RuleButton } from './RuleButton';

interface MissingProps {
  metric: MetricProtocol;
  onEditRule?: () => void;
}

/** What is not agreed, or can't be read, as one grey line with the button that mends it. */
export function Missing({ metric, onEditRule }: MissingProps) {
  const styles = useStyles2(getStyles);
  const words = missingWords(t, metric);
  return words === undefined && !(onEditRule && asksToMend(metric)) ? null : (
    <p className={styles.line}>
      {words !== undefined && <span>{words}</span>}
      {onEditRule && <RuleButton metric={metric} isMend onEditRule={onEditRule} />}
    </p>
  );
}

/** Whether something of a rule is missing or can't be read: then the button that leads to it stands beside that. */
export function asksToMend(metric: MetricProtocol): boolean {
  return missingWords(t, metric) !== undefined || (metric.kind === 'ruled' && metric.rule.unreadable.length > 0);
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    margin: 0,
    color: theme.colors.text.secondary,
  }),
});
