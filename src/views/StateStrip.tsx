import { css, cx } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, useStyles2 } from '@grafana/ui';
import { type PointerEvent, useCallback, useMemo, useState } from 'react';

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
}

/** The history of a metric over the visible range, as one thin strip. */
export function StateStrip({ view, span, times, quiet = false }: Props) {
  const styles = useStyles2(getStyles);
  const [hovered, setHovered] = useState<Piece>();
  const pieces = useMemo(() => stripPieces(view.segments, span), [view.segments, span]);
  const onPointerMove = useCallback(
    ({ target }: PointerEvent) => {
      const index = target instanceof HTMLElement ? target.dataset.piece : undefined;
      setHovered(index === undefined ? undefined : pieces[Number(index)]);
    },
    [pieces]
  );
  if (pieces.length === 0) {
    return null;
  }
  const label = t('views.strip.label', 'State over the range in view: {{figures}}', {
    figures: breachWords(t, view.figures).join(', '),
  });
  return (
    <div className={styles.frame} onPointerMove={onPointerMove} onPointerLeave={() => setHovered(undefined)}>
      <div role="img" aria-label={label} className={cx(styles.strip, quiet && styles.quiet)}>
        {pieces.map((piece, index) => (
          <i key={piece.from} data-piece={index} className={styles[lookOf(piece)]} style={place(piece, span)} />
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

type Look = 'normal' | 'critical' | 'warning' | 'pendingCritical' | 'pendingWarning' | 'unknown' | 'nodata';

function lookOf({ state, severity }: Piece): Look {
  switch (state) {
    case 'firing':
      return severity ?? 'critical';
    case 'pending':
    case 'recovering':
      return severity === 'critical' ? 'pendingCritical' : 'pendingWarning';
    default:
      return state;
  }
}

function place({ from, to }: Piece, span: Span) {
  const length = span.to - span.from;
  const left = Math.max(0, (from - span.from) / length);
  const right = Math.min(1, (to - span.from) / length);
  return { left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` };
}

const getStyles = (theme: GrafanaTheme2) => {
  const { error, success, text, warning } = theme.colors;
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
    normal: css({ background: colorManipulator.alpha(success.text, 0.42) }),
    critical: css({ background: error.main, zIndex: 1 }),
    warning: css({ background: warning.main, zIndex: 1 }),
    pendingCritical: css({ background: colorManipulator.alpha(error.main, 0.45) }),
    pendingWarning: css({ background: colorManipulator.alpha(warning.main, 0.45) }),
    unknown: css({
      background: `repeating-linear-gradient(135deg, ${hatch} 0 2px, transparent 2px 5px)`,
    }),
    nodata: css({ background: 'transparent' }),
  };
};
