import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { Problem } from '../rule/rule';
import { problemWords } from '../rule/words';
import { t } from '../locales/t';

/** What can't be used in a rule: which field, what is wrong, how to mend it. The rest of the rule goes on. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const styles = useStyles2(getStyles);
  if (problems.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('views.card.problems', 'Problems of the rule')}>
      {problems.map((problem, index) => (
        <li key={index}>
          <Icon name="exclamation-triangle" size="sm" />
          <span>{problemWords(t, problem)}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    ...theme.typography.bodySmall,
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    li: { display: 'flex', gap: theme.spacing(0.75), alignItems: 'baseline' },
    svg: { flexShrink: 0, alignSelf: 'center', color: theme.colors.warning.text },
  }),
});
