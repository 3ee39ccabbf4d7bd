import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import type { Problem } from '../../rule/rule';
import { isStillToChoose } from '../../rule/stillToChoose';
import { problemWords } from '../../words/problemWords';
import { t } from '../../locales/t';
import { ignoredWords } from '../../words/ignoredWords';
import { upcomingProblem } from '../../words/upcomingProblem';
import type { TimeWords } from '../../words/whenWords';

/**
 * What can't be used: in a rule, with the field, what is wrong and how to mend it; in the data, how much and why. The
 * rest goes on.
 */
export default function ProblemLists({ metric, times }: { metric: MetricProtocol; times: TimeWords }) {
  const { rule, problems, row, ignored, refId } = metric;
  const ofData = ignored ? ignoredWords(t, ignored) : [];
  return (
    <>
      <ProblemList
        label={t('views.card.problems', 'Problems of the rule')}
        problems={problems
          .filter((problem) => !isToldByNote(problem))
          .map((problem) => upcomingProblem(t, problem, metric, times) ?? problemWords(t, problem, rule, row))}
      />
      <ProblemList
        label={t('views.card.data-problems', 'Problems of the data')}
        problems={ofData.map((what) =>
          refId === undefined ? what : t('views.ignored.where', 'Query {{refId}}: {{what}}', { refId, what })
        )}
      />
    </>
  );
}

/** What is still to be chosen in the panel's form the state's note asks for. Of a sheet the place is told here. */
function isToldByNote(problem: Problem): boolean {
  return isStillToChoose(problem) && (problem.source === 'default' || problem.source === 'override');
}

function ProblemList({ label, problems }: { label: string; problems: readonly string[] }) {
  const styles = useStyles2(getStyles);
  return problems.length === 0 ? null : (
    <ul className={styles.list} aria-label={label}>
      {problems.map((problem, index) => (
        <li key={index}>
          <Icon name="exclamation-triangle" size="sm" />
          <span>{problem}</span>
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
