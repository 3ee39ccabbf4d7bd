import { css } from '@emotion/css';
import type { DataFrame, FieldConfigSource, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useId, useMemo } from 'react';

import { unmatchedOverrides } from '../../frames/unmatchedOverrides';
import type { CoverageReport, Finding } from '../../protocol/coverage';
import { coverageReport } from '../../protocol/coverage';
import type { MetricProtocol, Protocol, UnmatchedRule } from '../../protocol/protocol';
import type { Question } from '../../rule/fields';
import { QUESTIONS } from '../../rule/fields';
import { ShowButton } from './ShowButton';
import { t } from '../../locales/t';
import { findingTitle, questionName, unmatchedWords } from '../../words/findingWords';
import { nameList } from '../../words/nameList';

interface CoverageDetailsProps {
  protocol: Pick<Protocol, 'metrics' | 'errors' | 'unmatched'>;
  timeZone: string;
  fieldConfig: FieldConfigSource;
  series: DataFrame[];
  onFilter: (finding: Finding) => void;
}

/** What is found beside missing answers, in the order in which it is told. */
const OTHERS = ['levelOnly', 'reviewPast', 'reviewSoon', 'changed', 'unpaged'] as const satisfies readonly Finding[];

/** How many metrics have each of the four answers, and what is to be looked at, by name. */
export default function CoverageDetails(props: CoverageDetailsProps) {
  const { protocol, timeZone, onFilter } = props;
  const { metrics } = protocol;
  const styles = useStyles2(getStyles);
  const id = useId();
  const unmatched = useUnmatched(props);
  const report = useMemo(() => coverageReport(metrics, timeZone), [metrics, timeZone]);
  const others = OTHERS.filter((finding) => report.findings[finding].length > 0);
  return (
    <section className={styles.frame} aria-labelledby={id}>
      <h4 id={id} className={styles.title}>
        {t('views.coverage.title', 'Which answers there are')}
      </h4>
      <ul className={styles.list}>
        {QUESTIONS.map((question) => (
          <Answered key={question} question={question} report={report} onFilter={onFilter} />
        ))}
      </ul>
      {others.length > 0 && (
        <ul className={styles.list} aria-label={t('views.coverage.findings', 'To look at')}>
          {others.map((finding) => (
            <Found key={finding} finding={finding} metrics={report.findings[finding]} onFilter={onFilter} />
          ))}
        </ul>
      )}
      {unmatched.length > 0 && (
        <p className={styles.names}>
          {t('views.coverage.match-nothing', 'Rules that match nothing shown: {{rules}}.', {
            rules: nameList(
              t,
              unmatched.map((rule) => unmatchedWords(t, rule))
            ),
          })}
        </p>
      )}
    </section>
  );
}

/** Rules that are for no metric. What a failed query would have returned may well be what an override is for. */
function useUnmatched({ protocol, fieldConfig, series }: CoverageDetailsProps): readonly UnmatchedRule[] {
  const isComplete = protocol.errors.length === 0;
  return useMemo(
    () => [...(isComplete ? unmatchedOverrides(fieldConfig, series) : []), ...(protocol.unmatched ?? [])],
    [isComplete, fieldConfig, series, protocol.unmatched]
  );
}

interface AnsweredProps {
  question: Question;
  report: CoverageReport;
  onFilter: CoverageDetailsProps['onFilter'];
}

function Answered({ question, report: { answered, of, findings }, onFilter }: AnsweredProps) {
  const styles = useStyles2(getStyles);
  const n = answered[question];
  const metrics = findings[question];
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.question}>{questionName(t, question)}</span>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${of === 0 ? 0 : (100 * n) / of}%` }} />
        </span>
        <span className={styles.count}>{t('views.coverage.count', '{{n}} of {{of}}', { n, of })}</span>
        {metrics.length > 0 && <ShowButton finding={question} n={metrics.length} onFilter={onFilter} />}
      </div>
      <Names metrics={metrics} />
    </li>
  );
}

type Other = (typeof OTHERS)[number];

interface FoundProps {
  finding: Other;
  metrics: readonly MetricProtocol[];
  onFilter: CoverageDetailsProps['onFilter'];
}

function Found({ finding, metrics, onFilter }: FoundProps) {
  const styles = useStyles2(getStyles);
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.found}>{findingTitle(t, finding)}</span>
        <ShowButton finding={finding} n={metrics.length} onFilter={onFilter} />
      </div>
      <Names metrics={metrics} />
    </li>
  );
}

function Names({ metrics }: { metrics: readonly MetricProtocol[] }) {
  const styles = useStyles2(getStyles);
  return metrics.length === 0 ? null : (
    <p className={styles.names}>
      {nameList(
        t,
        metrics.map(({ name }) => name)
      )}
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    ...theme.typography.bodySmall,
    display: 'grid',
    gap: theme.spacing(1),
    minWidth: 240,
    maxHeight: '60vh',
    overflowY: 'auto',
  }),
  title: css({ ...theme.typography.bodySmall, margin: 0, fontWeight: theme.typography.fontWeightMedium }),
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(0.5),
    '& + &': { paddingTop: theme.spacing(1), borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), minHeight: theme.spacing(3) }),
  question: css({ width: '8em', flexShrink: 0 }),
  // All of one length: the parts of them that are filled can be compared.
  bar: css({
    flex: '0 0 72px',
    height: 6,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    background: theme.colors.border.medium,
    span: { display: 'block', height: '100%', background: theme.colors.text.secondary },
  }),
  count: css({ flexShrink: 0, minWidth: '4.5em', fontVariantNumeric: 'tabular-nums' }),
  found: css({ flex: 1 }),
  names: css({ margin: 0, color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
