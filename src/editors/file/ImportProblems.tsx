import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { FileProblem } from '../../tables/file/ruleFile';
import { fileProblemWords } from '../../words/fileProblemWords';

/** What can't be used of the rules that are to be imported. */
export function ImportProblems({ problems }: { problems: readonly FileProblem[] }) {
  const styles = useStyles2(getStyles);
  return (
    <section className={styles.problems} aria-label={t('editors.import.problems', 'Problems of the file')}>
      <h3>
        {t('editors.import.left-out', 'Not read, {{count}} problems', {
          count: problems.length,
          defaultValue_one: 'Not read, {{count}} problem',
          defaultValue_other: 'Not read, {{count}} problems',
        })}
      </h3>
      <ul>
        {problems.map((problem, index) => (
          <li key={index}>{fileProblemWords(t, problem)}</li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  problems: css({
    marginTop: theme.spacing(2),
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    h3: { ...theme.typography.h5, margin: theme.spacing(0, 0, 0.5) },
    ul: { paddingLeft: theme.spacing(2.5), overflowWrap: 'anywhere' },
  }),
});
