import { css } from '@emotion/css';
import type { CSSProperties } from 'react';

import { cutText, isWhole } from '../../protocol/wall/cutText';
import { useWallLook } from './wallContext';

interface LinesProps {
  text: string;
  width: number;
  /** Px. */
  size: number;
  weight?: number;
  /** The most that there is room for. */
  lines?: number;
  /** Of the size. */
  lineHeight: number;
  color?: string;
  /** It is what something on the wall is called: what tells it from the others is not cut off. */
  isName?: boolean;
}

/** A text in its lines, cut after a word where it does not fit; whole for who has it read out. */
export function Lines({ text, width, size, weight = 400, lines = 1, lineHeight, color, isName }: LinesProps) {
  const { measure, names } = useWallLook();
  const cut = isName
    ? names.cut(text, { width, size, weight, lines })
    : cutText(text, { width, lines, measure: measure(size, weight) });
  const isCut = !isWhole(cut, text);
  const style: CSSProperties = { fontSize: size, fontWeight: weight, lineHeight, color, whiteSpace: 'pre' };
  return (
    <div style={style}>
      {isCut && <span className={heard}>{text}</span>}
      {cut.map((line, index) => (
        <div key={index} aria-hidden={isCut ? true : undefined}>
          {line}
        </div>
      ))}
    </div>
  );
}

/** Seen by nobody, read out all the same. */
const heard = css({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
