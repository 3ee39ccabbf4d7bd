import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useId } from 'react';

import type { SheetFindings } from '../../protocol/protocol';
import { fileProblemWords } from '../../words/fileProblemWords';
import { sheetProblemParts } from '../../words/sheetWords';
import type { SheetProblem } from '../../tables/sheet/table';
import { t } from '../../locales/t';
import { isOfSheet } from '../../words/sheetFindingWords';

/** More are counted: a sheet for another panel would have one for each row. */
const MOST_PROBLEMS = 100;

/** What can't be used of the rule sheet, the directory and the response sheet: where it stands, what is wrong, how to mend it. */
export default function SheetProblems({ sheets: { rules, directory, responses, file } }: { sheets: SheetFindings }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.frame}>
      <Problems
        title={
          file
            ? t('views.sheets.of-file', 'Problems of the rule file')
            : t('views.sheets.of-sheet', 'Problems of the rule sheet')
        }
        problems={[
          ...(file ?? []).map((problem) => ({ what: fileProblemWords(t, problem) })),
          ...parts(rules.filter(isOfSheet)),
        ]}
      />
      <Problems
        title={t('views.sheets.of-metrics', 'Rules and metrics that do not fit each other')}
        problems={parts(
          rules.filter((problem) => !isOfSheet(problem)),
          file !== undefined
        )}
      />
      <Problems title={t('views.sheets.of-directory', 'Problems of the directory')} problems={parts(directory)} />
      <Problems
        title={t('views.sheets.of-responses', 'Problems of the response sheet')}
        problems={parts(responses ?? [])}
      />
    </div>
  );
}

interface Parts {
  where?: string;
  what: string;
  mend?: string;
}

function parts(problems: readonly SheetProblem[], isFile = false): Parts[] {
  return problems.map((problem) => sheetProblemParts(t, problem, isFile));
}

function Problems({ title, problems }: { title: string; problems: readonly Parts[] }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const more = problems.length - MOST_PROBLEMS;
  return problems.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        {title}
      </h4>
      <ul className={styles.list}>
        {problems.slice(0, MOST_PROBLEMS).map(({ where, what, mend }, index) => (
          <li key={index}>
            {where !== undefined && <b>{`${where}: `}</b>}
            {what} {mend !== undefined && <span className={styles.mend}>{mend}</span>}
          </li>
        ))}
        {more > 0 && <li>{t('views.sheets.more', 'and {{count}} more', { count: more })}</li>}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    ...theme.typography.bodySmall,
    display: 'grid',
    gap: theme.spacing(1.5),
    maxWidth: 480,
    maxHeight: '60vh',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  }),
  title: css({
    ...theme.typography.bodySmall,
    margin: theme.spacing(0, 0, 0.5),
    fontWeight: theme.typography.fontWeightMedium,
  }),
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.75),
    b: { fontWeight: theme.typography.fontWeightMedium },
  }),
  mend: css({ color: theme.colors.text.secondary }),
});
