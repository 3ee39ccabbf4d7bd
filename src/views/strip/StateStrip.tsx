import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import type { MouseEvent } from 'react';
import { useMemo, useState } from 'react';

import type { Span } from '../../evaluation/evaluation';
import type { Stretch } from '../../protocol/stretch';
import type { Pointed } from './stripHint';
import type { Piece } from './stripPieces';
import { stripPieces } from './stripPieces';
import type { StripMetric } from '../../protocol/stripStretches';
import { hasStrip, settledSegments, stripStretches } from '../../protocol/stripStretches';
import { t } from '../../locales/t';
import { lateValue } from '../parts/lateValue';
import { shownChanges, stripLabel } from '../../words/stripLabel';
import type { TimeWords } from '../../words/whenWords';

/** With the words of everything that a rule may say: loaded where one has changed. */
const useChangedWords = lateValue(() =>
  import(/* webpackChunkName: "changes" */ '../../words/changeNotes').then((module) => module.changedWords)
);

/** With the words of every state: loaded where somebody points. */
const useHintOf = lateValue(() =>
  import(/* webpackChunkName: "changes" */ './stripHint').then((module) => module.stripHint)
);

interface StateStripProps {
  metric: StripMetric;
  span: Span;
  times: TimeWords;
  /** Thin and faint: nothing happens here. */
  quiet?: boolean;
}

/**
 * The history of a metric over the visible range, as one thin strip: one element for all of its colours, because a list
 * of flapping metrics has thousands of pieces. What is not judged has a pattern, and a change of the rule a tick. A
 * level that nobody agreed to act on is grey.
 */
export function StateStrip({ metric, span, times, quiet = false }: StateStripProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [pointed, setPointed] = useState<Pointed>();
  const neutral = metric.kind === 'levelOnly';
  const pieces = useMemo(() => stripPieces(settledSegments(metric), span), [metric, span]);
  const stretches = useMemo(() => stripStretches(metric, span, pieces), [metric, span, pieces]);
  const backgroundImage = useMemo(() => gradient(pieces, span, theme, neutral), [pieces, span, theme, neutral]);
  const changes = shownChanges(metric, span);
  const { value: changedWords } = useChangedWords(changes.length > 0);
  const { value: hintOf } = useHintOf(pointed !== undefined);
  if (!hasStrip(metric)) {
    return null;
  }
  const { formatLevel } = metric;
  const told = changedWords
    ? changes.map((change) => ({ at: change.at, words: changedWords(t, change, { formatLevel, times }) }))
    : [];
  const onMouseMove = ({ currentTarget, clientX }: MouseEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const msPerPx = (span.to - span.from) / width;
    setPointed({ time: span.from + (clientX - left) * msPerPx, msPerPx });
  };
  const hint = pointed && hintOf?.(t, pointed, { pieces, stretches, changes: told, times, span, neutral });
  return (
    // The tooltip is for the mouse; what it tells is in the label, and in full in the marks of the chart.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.frame} onMouseMove={onMouseMove} onMouseLeave={() => setPointed(undefined)}>
      <div
        role="img"
        aria-label={stripLabel(t, metric, { times, stretches, changes: told.map(({ words }) => words) })}
        className={cx(styles.strip, quiet && styles.quiet)}
        style={{ backgroundImage }}
      >
        {stretches.map(({ kind, from, to }) => (
          <i key={`${kind} ${from}`} className={styles[kind]} style={place({ from, to }, span)} />
        ))}
      </div>
      {changes.map(({ at }) => (
        <i key={at} className={styles.change} style={{ left: place({ from: at, to: at }, span).left }} />
      ))}
      {hint && (
        <Tooltip
          show
          content={
            <>
              {hint.lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </>
          }
        >
          <span className={styles.anchor} style={place(hint, span)} />
        </Tooltip>
      )}
    </div>
  );
}

function gradient(pieces: readonly Piece[], span: Span, theme: GrafanaTheme2, neutral: boolean): string | undefined {
  const stops = pieces.map((piece) => {
    const { left, width } = place(piece, span);
    return `${colorOf(piece, theme, neutral)} ${left} calc(${left} + ${width})`;
  });
  // A strip that ends before the span does is clear from there on.
  return stops.length === 0 ? undefined : `linear-gradient(90deg, ${stops.join(', ')}, transparent 0)`;
}

/** A level that nobody agreed to act on is grey: darker where it is crossed. */
function colorOf({ state, severity }: Piece, { colors }: GrafanaTheme2, neutral: boolean): string {
  const agreed = severity === 'warning' ? colors.warning.main : colors.error.main;
  const loud = neutral ? colors.text.secondary : agreed;
  switch (state) {
    case 'firing':
      return loud;
    case 'pending':
    case 'recovering':
      return colorManipulator.alpha(loud, 0.45);
    case 'normal':
      return colorManipulator.alpha(neutral ? colors.text.secondary : colors.success.text, neutral ? 0.2 : 0.42);
    default:
      return 'transparent';
  }
}

function place({ from, to }: Stretch, span: Span) {
  const length = span.to - span.from;
  const left = Math.max(0, (from - span.from) / length);
  const right = Math.min(1, (to - span.from) / length);
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
}

const getStyles = (theme: GrafanaTheme2) => {
  const { text, background } = theme.colors;
  const hatch = colorManipulator.alpha(text.primary, 0.28);
  const veil = colorManipulator.alpha(background.primary, 0.6);
  const gap = theme.spacing(0.75);
  return {
    frame: css({ position: 'relative', paddingBlock: gap }),
    strip: css({
      position: 'relative',
      height: 6,
      borderRadius: theme.shape.radius.default,
      overflow: 'hidden',
      background: colorManipulator.alpha(text.primary, 0.06),
      i: { position: 'absolute', insetBlock: 0, minWidth: 1 },
    }),
    quiet: css({ height: 4 }),
    anchor: css({ position: 'absolute', insetBlock: gap, pointerEvents: 'none' }),
    unknown: css({
      background: `repeating-linear-gradient(135deg, ${hatch} 0 2px, transparent 2px 5px)`,
    }),
    // Dots over what is known all the same, paled.
    tooFew: css({
      background: `radial-gradient(circle, ${text.secondary} 1px, transparent 1.5px) center / 6px 100% repeat-x, ${veil}`,
    }),
    // Upright lines: a comb.
    unsettled: css({
      background: `repeating-linear-gradient(90deg, ${text.secondary} 0 1px, transparent 1px 5px)`,
    }),
    change: css({
      position: 'absolute',
      insetBlock: theme.spacing(0.25),
      width: 2,
      marginLeft: -1,
      background: text.primary,
      pointerEvents: 'none',
    }),
  };
};
