import { css } from '@emotion/css';
import { Button, useStyles2 } from '@grafana/ui';

import type { Finding } from '../../protocol/coverage';
import { t } from '../../locales/t';
import { findingWords } from '../../words/findingWords';

interface ShowButtonProps {
  finding: Finding;
  /** How many there are. */
  n: number;
  onFilter: (finding: Finding) => void;
}

/** Shows the metrics of a finding alone. */
export function ShowButton({ finding, n, onFilter }: ShowButtonProps) {
  const styles = useStyles2(getStyles);
  return (
    <Button
      className={styles.button}
      size="sm"
      fill="text"
      onClick={() => onFilter(finding)}
      aria-label={t('views.coverage.show-what', 'Show {{n}}: {{what}}', { n, what: findingWords(t, finding) })}
    >
      {t('views.coverage.show', 'Show {{n}}', { n })}
    </Button>
  );
}

const getStyles = () => ({ button: css({ marginLeft: 'auto', flexShrink: 0 }) });
