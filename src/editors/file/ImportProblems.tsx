import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { FileProblem } from '../../tables/file/ruleFile';
import { fieldWords } from '../../words/fieldWords';
import { fileProblemWords } from '../../words/fileProblemWords';
import type { ImportHint } from './importHints';
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
            {t('editors.import.left-out', 'Not read, {{count}} problems', {
              count: problems.length,
              defaultValue_one: 'Not read, {{count}} problem',
              defaultValue_other: 'Not read, {{count}} problems',
            })}
          </h3>
          <ul>
            {inOrder(problems).map((problem, index) => (
              <li key={index}>{fileProblemWords(t, problem)}</li>
            ))}
          </ul>
        </>
      )}
      {hints.length > 0 && (
        <>
          <h3>{t('editors.import.look', 'Read, and worth a look')}</h3>
          <ul>
            {hints.map((hint) => (
              <li key={`${hint.metric} ${hint.field}`}>{hintOf(hint)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function hintOf({ metric, field, found, words }: ImportHint): string {
  const name = fieldWords(t, field);
  return t('editors.import.hint', '{{metric}}, {{field}}: “{{found}}”. {{words}}', {
    metric,
    field: name,
    found,
    words,
  });
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
