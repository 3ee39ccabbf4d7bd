import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { missingWords } from '../../words/missingWords';

interface MissingProps {
  metric: MetricProtocol;
  onEditRule?: () => void;
}

/** What is not agreed, as one grey line with the button that mends it. */
export function Missing({ metric, onEditRule }: MissingProps) {
  const styles = useStyles2(getStyles);
  const words = missingWords(t, metric);
  return words === undefined ? null : (
    <p className={styles.line}>
      <span>{words}</span>
      {onEditRule && (
        <Button size="sm" variant="secondary" fill="outline" onClick={onEditRule}>
          {t('views.card.write-rule', 'Write rule')}
        </Button>
      )}
    </p>
  );
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
