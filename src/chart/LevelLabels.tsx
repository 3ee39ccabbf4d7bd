import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { measureText, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';

import type { Span } from '../evaluation/evaluation';
import { t } from '../locales/t';
import type { MetricProtocol } from '../protocol/protocol';
import type { Severity } from '../rule/level';
import type { TimeWords } from '../words/whenWords';
import { settledShare } from './notes';
import { LABEL_PX, placeLabels } from './placeLabels';
import type { PlotLine } from './seriesLines';

/** The name of a threshold line, at the line's height: 0 at the lower end of the plot, 1 at its upper. */
export interface LevelLabel {
  text: string;
  position: number;
  /** Undefined for a level that nobody agreed to act on: neutral ink. */
  severity?: Severity;
  /** The host chart draws no line there: then one is drawn with the name. */
  needsLine?: boolean;
}

interface LevelLabelsProps {
  labels: readonly LevelLabel[];
  /** The series of the chart, which names are not to cover. */
  lines: readonly PlotLine[];
  metrics: readonly MetricProtocol[];
  span: Span;
  /** px */
  plot: { width: number; height: number };
  times: TimeWords;
}

/** The widths in which "not settled yet" can be read, and what that means. */
const UNSETTLED_PX = 84;
const UNSETTLED_WORDS_PX = 200;

const FONT_PX = 12;

/** The moment of the state stands above the marks at the plot's lower end, px; and how high both are. */
const STATE_PX = 22;
const FOOT_PX = STATE_PX + LABEL_PX;

/** Names on the threshold lines of a chart, on what has not settled, and on the moment that the state is of. */
export function LevelLabels({ labels, lines, metrics, span, plot, times }: LevelLabelsProps) {
  const styles = useStyles2(getStyles);
  const { width, height } = plot;
  const settled = settledShare(metrics, span);
  const places = useMemo(() => {
    const sized = labels.map((label) => ({ ...label, width: measureText(label.text, FONT_PX).width + 6 }));
    const foot = { left: 0, top: height - FOOT_PX, width, height: FOOT_PX };
    return placeLabels(sized, lines, { width, height }, settled < 1 ? [foot] : []);
  }, [labels, lines, width, height, settled]);
  const stateOf = stateMoment(metrics, span);
  return (
    <>
      {labels
        .filter(({ needsLine }) => needsLine)
        .map(({ text, severity, position }) => (
          <div
            key={text}
            className={cx(styles.line, severity ? styles[severity] : styles.neutral)}
            style={{ bottom: `${position * 100}%` }}
            data-testid="protocol-level-line"
          />
        ))}
      {labels.map(({ text, severity }, index) => (
        <span
          key={`${text} ${index}`}
          className={cx(styles.label, severity ? styles[severity] : styles.neutral)}
          style={places[index]}
        >
          {text}
        </span>
      ))}
      {stateOf !== undefined && (
        <span
          className={cx(styles.label, styles.neutral)}
          style={settled > 0 ? { right: width * (1 - settled) + 2, bottom: STATE_PX } : { left: 2, bottom: STATE_PX }}
        >
          {settled > 0
            ? t('chart.label.state-of', 'state of {{date}}', { date: times.date(stateOf) })
            : t('chart.label.state-before', '← state of {{date}}, before the time shown', {
                date: times.date(stateOf),
              })}
        </span>
      )}
      {width * (1 - settled) >= UNSETTLED_PX && (
        <span className={cx(styles.label, styles.neutral)} style={{ left: width * settled + 1, bottom: 2 }}>
          {width * (1 - settled) >= UNSETTLED_WORDS_PX
            ? t('chart.label.unsettled-means', 'not final yet: shown, not counted')
            : t('chart.label.unsettled', 'not final yet')}
        </span>
      )}
    </>
  );
}

/** The moment that the state of a chart's one metric is of, where younger values are drawn, epoch ms. */
function stateMoment(metrics: readonly MetricProtocol[], span: Span): number | undefined {
  const [metric, ...others] = metrics;
  const isOlder = metric?.unsettledFrom !== undefined || (metric?.last?.time ?? span.to) < span.from;
  return isOlder && others.length === 0 ? metric.last?.time : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  label: css({
    position: 'absolute',
    maxWidth: '70%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${LABEL_PX}px`,
    padding: '0 2px',
    // Lines may pass below the words.
    background: colorManipulator.alpha(theme.colors.background.primary, 0.7),
  }),
  // As the host chart dashes its own.
  line: css({
    position: 'absolute',
    insetInline: 0,
    height: 2,
    marginBottom: -1,
    opacity: 0.7,
    backgroundImage: 'linear-gradient(90deg, currentcolor 50%, transparent 50%)',
    backgroundSize: '20px 2px',
  }),
  critical: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  neutral: css({ color: theme.colors.text.secondary }),
});
