import { useTheme2 } from '@grafana/ui';

import { t } from '../../locales/t';
import type { MetricProtocol } from '../../protocol/protocol';
import type { TimeWords } from '../../words/whenWords';
import { latePart } from '../parts/latePart';

interface ProblemsProps {
  metric: MetricProtocol;
  times: TimeWords;
}

// With the words of everything that may be wrong: most rules are right.
const ProblemLists = latePart<ProblemsProps>(() => import(/* webpackChunkName: "problems" */ './ProblemLists'), {
  what: () => t('views.card.problems-part', 'What can not be used of the rule'),
  waiting: ({ metric }) => <Room lines={metric.problems.length + (metric.ignored ? 1 : 0)} />,
});

/** What can't be used of a metric's rule and data. Nothing where all can. */
export function Problems({ metric, times }: ProblemsProps) {
  return metric.problems.length > 0 || metric.ignored ? <ProblemLists {...{ metric, times }} /> : null;
}

/** The room that so many lines will take at the least, so that what is below stays where it is. */
function Room({ lines }: { lines: number }) {
  const { spacing, typography } = useTheme2();
  return <div style={{ height: `calc(${lines} * ${typography.bodySmall.lineHeight}em + ${spacing(1.5)})` }} />;
}
