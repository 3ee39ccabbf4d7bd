import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';
import { nextDueWords } from '../../words/dataWords';
import { figuresWords } from '../../words/figuresWords';
import { usePanelResponses } from '../responses/responsesContext';
import { hasBreaches, OpenBreaches } from './OpenBreaches';
import { unansweredWords } from '../../words/responses/unansweredWords';
import type { TimeWords } from '../../words/whenWords';

interface FiguresProps {
  metric: MetricProtocol;
  times: TimeWords;
  /** Opens the list of its breaches. */
  onOpenBreaches?: () => void;
}

/**
 * The figures of the range in view: breaches, time in breach, longest; what was judged, and when more is owed. Nothing
 * where nothing is judged.
 */
export function Figures({ metric, times, onOpenBreaches }: FiguresProps) {
  const styles = useStyles2(getStyles);
  const [first, ...figures] = figuresWords(t, metric);
  const nextDue = nextDueWords(t, metric, times);
  const { words: responses, isAwaited } = useResponseWords(metric);
  const canOpen = hasBreaches(metric) && onOpenBreaches !== undefined;
  return metric.kind === 'ruled' ? (
    <ul className={styles.figures} aria-label={t('views.figures.label', 'In the time shown')}>
      {[first, responses, ...figures, nextDue]
        .filter((words) => words !== undefined)
        .map((words, index) => (
          <li key={words} className={cx(isAwaited && words === responses && styles.kept)}>
            {index === 0 && canOpen ? <OpenBreaches metric={metric} onOpen={onOpenBreaches} /> : words}
          </li>
        ))}
    </ul>
  ) : null;
}

/**
 * How many breaches nobody recorded a response of. Where nobody tracks them that is said; where not all is known, nothing
 * is, and no breach is called unanswered. Until it is known at all, the words that may come have their room.
 */
function useResponseWords(metric: MetricProtocol): { words?: string; isAwaited?: boolean } {
  const { responses } = usePanelResponses();
  if (responses?.kind === 'untracked') {
    return hasBreaches(metric) ? { words: t('views.figures.untracked', 'responses are not tracked here') } : {};
  }
  const isAwaited = responses?.kind === 'awaited';
  const unanswered = isAwaited ? metric.view.figures.breaches : (metric.response?.figures.unanswered ?? 0);
  return unanswered > 0 ? { words: unansweredWords(t, unanswered), isAwaited } : {};
}

const getStyles = (theme: GrafanaTheme2) => ({
  figures: css({
    ...theme.typography.bodySmall,
    flex: '1 1 240px',
    display: 'flex',
    flexWrap: 'wrap',
    listStyle: 'none',
    // The dot before what begins a line is out of sight.
    margin: '0 0 0 -1em',
    clipPath: 'inset(0 0 0 1em)',
    padding: 0,
    color: theme.colors.text.secondary,
    'li::before': { content: '"·"', display: 'inline-block', width: '1em', textAlign: 'center' },
  }),
  kept: css({ visibility: 'hidden' }),
});
