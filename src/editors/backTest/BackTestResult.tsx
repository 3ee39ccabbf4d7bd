import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useDeferredValue, useMemo } from 'react';

import { t } from '../../locales/t';
import { StateStrip } from '../../views/strip/StateStrip';
import { breachWords } from '../../words/figuresWords';
import { timeWords } from '../../locales/timeWords';
import { calledWords, callsWords, criticalWords, finishedWords, savedWords, versionsWords } from './backTestWords';
import { testedSpan, testRules } from './testRule';
import { isSlow } from '../slowFigures';
import type { FormScope } from '../form/useFormScope';

/** More strips than these are no summary any more. */
const MOST_STRIPS = 4;

interface BackTestResultProps {
  scope: FormScope;
  /** Of a rule with versions: the moment whose version is tested, epoch ms. */
  at?: number;
  /** Whether a rule further up says a part of what is written in the form: that is tested in its place. */
  isOutranked?: boolean;
}

/** What the rule would have done on the data that are judged, told anew with everything that is typed. */
export function BackTestResult({ scope, at, isOutranked = false }: BackTestResultProps) {
  const styles = useStyles2(getStyles);
  // Typing goes first; a test of many long series may come a moment later.
  const { panel, metrics, all } = useDeferredValue(scope);
  const testedAt = useDeferredValue(at);
  const { protocol, lookBack, stated } = panel ?? {};
  const tested = useMemo(
    () => (protocol ? testRules(metrics, { all, protocol, lookBack, stated, at: testedAt }) : []),
    [protocol, lookBack, stated, metrics, all, testedAt]
  );
  if (!panel || !protocol || tested.length === 0) {
    return null;
  }
  const span = testedSpan({ protocol, lookBack });
  const times = timeWords(t, { timeZone: panel.timeZone, now: span.now });
  // Of several, those whose owner is called are named.
  const called = tested.filter(({ test }) => test.calls.most > 0);
  const named = tested.length === 1 ? tested : called;
  const more = named.length - MOST_STRIPS;
  const critical = criticalWords(t, tested);
  const notes = [
    finishedWords(t, tested, metrics.some(isSlow)),
    ...savedWords(t, tested),
    versionsWords(t, tested),
    isOutranked
      ? t('editors.back-test.outranked', 'Where another rule comes first, that is tested, not what is written here.')
      : undefined,
  ].filter((words) => words !== undefined);
  const calm = tested.length - named.length;
  return (
    <div role="group" className={styles.result} aria-label={t('editors.back-test.title', 'Test on the past')}>
      <p className={styles.called}>{calledWords(t, tested)}</p>
      {critical && <p className={styles.called}>{critical}</p>}
      {named.slice(0, MOST_STRIPS).map(({ metric, test }) => (
        <div key={metric.id}>
          {tested.length > 1 && (
            <p className={styles.name}>
              <span className={styles.cut}>{metric.name}</span>
              <span>{callsWords(t, test.calls)}</span>
            </p>
          )}
          <StateStrip metric={metric} span={span} times={times} />
          <p className={styles.words}>{breachWords(t, metric.view.figures).join(' · ')}</p>
        </div>
      ))}
      {more > 0 && (
        <p className={styles.words}>
          {t('editors.back-test.more', 'and {{count}} more metrics', {
            count: more,
            defaultValue_one: 'and {{count}} more metric',
            defaultValue_other: 'and {{count}} more metrics',
          })}
        </p>
      )}
      {named.length > 0 && calm > 0 && (
        <p className={styles.words}>
          {t('editors.back-test.calm', '{{count}} metrics: no call', {
            count: calm,
            defaultValue_one: '{{count}} metric: no call',
            defaultValue_other: '{{count}} metrics: no call',
          })}
        </p>
      )}
      {notes.map((words) => (
        <p key={words} className={styles.words}>
          {words}
        </p>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const small = { ...theme.typography.bodySmall, margin: 0, color: theme.colors.text.secondary };
  return {
    result: css({
      display: 'grid',
      gap: theme.spacing(0.25),
      padding: theme.spacing(1),
      background: theme.colors.background.secondary,
      borderRadius: theme.shape.radius.default,
    }),
    called: css({
      ...theme.typography.bodySmall,
      margin: 0,
      color: theme.colors.text.primary,
      overflowWrap: 'anywhere',
    }),
    name: css({ ...small, display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
    cut: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    words: css(small),
  };
};
