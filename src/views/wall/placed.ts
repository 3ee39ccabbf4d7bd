import type { CSSProperties } from 'react';

import type { Box } from '../../protocol/wall/box';

/** Where a box stands on the wall. */
export function placed({ x, y, width, height }: Box): CSSProperties {
  return { position: 'absolute', left: x, top: y, width, height, boxSizing: 'border-box' };
}
