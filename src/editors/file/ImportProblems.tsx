import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { FileProblem } from '../../tables/file/fileProblem';
import { foldedProblems } from '../../words/foldedProblems';
import type { ImportHint } from './importHints';
import { hintTexts } from './importHints';
import { inOrder } from './inOrder';

interface ImportProblemsProps {
  id: string;
  problems: readonly FileProblem[];
  hints: readonly ImportHint[];
}

/** What can't be used of the rules that are to be imported, and what is read and worth a look. */
export function ImportProblems({ id, problems, hints }: ImportProblemsProps) {
  const styles = useStyles2(getStyles);
  return (
    <section
      id={id}
      tabIndex={-1}
      className={styles.problems}
      aria-label={t('editors.import.problems', 'Problems of the file')}
    >
      {problems.length > 0 && (
        <>
          <h3>
            {t('editors.import.problem-count', '{{count}} problems', {
              count: problems.length,
              defaultValue_one: '{{count}} problem',
              defaultValue_other: '{{count}} problems',
            })}
          </h3>
          <ProblemList problems={problems} />
        </>
      )}
      {hints.length > 0 && (
        <>
          <h3>{t('editors.import.look', 'Read, and worth a look')}</h3>
          <ul>
            {hintTexts(t, hints).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What else was found in a table of which no row is a rule: one sentence says what it takes, and these may follow from it. */
export function FoldedProblems({ problems }: Pick<ImportProblemsProps, 'problems'>) {
  const styles = useStyles2(getStyles);
  return (
    <details className={styles.problems}>
      <summary>{t('editors.import.found-else', 'What else was found')}</summary>
      <ProblemList problems={problems} />
    </details>
  );
}

function ProblemList({ problems }: Pick<ImportProblemsProps, 'problems'>) {
  return (
    <ul>
      {foldedProblems(t, inOrder(problems)).map((words, index) => (
        <li key={index}>{words}</li>
      ))}
    </ul>
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
    'ul:not(:last-child)': { marginBottom: theme.spacing(1.5) },
    'ul:last-child': { marginBottom: 0 },
  }),
});
