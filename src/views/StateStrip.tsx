import { css, cx } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import { type MouseEvent, useMemo, useState } from 'react';

import type { Span } from '../evaluation/evaluation';
import type { MetricProtocol } from '../protocol/protocol';
import { type Piece, stripPieces } from './stripPieces';
import { t } from '../locales/t';
import { breachWords } from './words/figuresWords';
import { pieceWords } from './words/pieceWords';
import type { TimeWords } from './words/whenWords';

interface Props {
  view: MetricProtocol['view'];
  span: Span;
  times: TimeWords;
  /** Thin and faint: nothing happens here. */
  quiet?: boolean;
  /** In grey: nobody agreed to act on it. */
  neutral?: boolean;
}

/**
 * The history of a metric over the visible range, as one thin strip: one element for all of its colours, because a list
 * of flapping metrics has thousands of pieces.
 */
export function StateStrip({ view, span, times, quiet = false, neutral = false }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [hovered, setHovered] = useState<Piece>();
  const pieces = useMemo(() => stripPieces(view.segments, span), [view.segments, span]);
  const backgroundImage = useMemo(() => gradient(pieces, span, theme, neutral), [pieces, span, theme, neutral]);
  if (pieces.length === 0) {
    return null;
  }
  const onMouseMove = ({ currentTarget, clientX }: MouseEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const time = span.from + ((clientX - left) / width) * (span.to - span.from);
    setHovered(pieces.find(({ from, to }) => from <= time && time < to));
  };
  const label = t('views.strip.label', 'State over the range in view: {{figures}}', {
    figures: breachWords(t, view.figures).join(', '),
  });
  return (
    // The tooltip is for the mouse; what it tells is in the label, and in full in the marks of the chart.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.frame} onMouseMove={onMouseMove} onMouseLeave={() => setHovered(undefined)}>
      <div
        role="img"
        aria-label={label}
        className={cx(styles.strip, quiet && styles.quiet)}
        style={{ backgroundImage }}
      >
        {pieces
          .filter(({ state }) => state === 'unknown')
          .map((piece) => (
            <i key={piece.from} className={styles.unknown} style={place(piece, span)} />
          ))}
      </div>
      {hovered && (
        <Tooltip show content={pieceWords(t, hovered, times, span)}>
          <span className={styles.anchor} style={place(hovered, span)} />
        </Tooltip>
      )}
    </div>
  );
}

function gradient(pieces: readonly Piece[], span: Span, theme: GrafanaTheme2, neutral: boolean): string {
  const stops = pieces.map((piece) => {
    const { left, width } = place(piece, span);
    return `${colorOf(piece, theme, neutral)} ${left} calc(${left} + ${width})`;
  });
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

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
      return colorManipulator.alpha(colors.success.text, 0.42);
    default:
      return 'transparent';
  }
}

function place({ from, to }: Piece, span: Span) {
  const length = span.to - span.from;
  const left = Math.max(0, (from - span.from) / length);
  const right = Math.min(1, (to - span.from) / length);
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
}

const getStyles = (theme: GrafanaTheme2) => {
  const { text } = theme.colors;
  const hatch = colorManipulator.alpha(text.primary, 0.28);
  return {
    frame: css({ position: 'relative', paddingBlock: theme.spacing(0.75) }),
    strip: css({
      position: 'relative',
      height: 6,
      borderRadius: theme.shape.radius.default,
      overflow: 'hidden',
      background: colorManipulator.alpha(text.primary, 0.06),
      i: { position: 'absolute', insetBlock: 0, minWidth: 1 },
    }),
    quiet: css({ height: 4 }),
    anchor: css({ position: 'absolute', insetBlock: theme.spacing(0.75), pointerEvents: 'none' }),
    unknown: css({
      background: `repeating-linear-gradient(135deg, ${hatch} 0 2px, transparent 2px 5px)`,
    }),
  };
};
