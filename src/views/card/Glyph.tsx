import type { ReactElement } from 'react';

import type { Badge } from '../../words/badge';

const STROKE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.8 } as const;

/**
 * One shape a state, so that a state is told without its colour. Drawn here rather than with Grafana's icons: those
 * have no triangle, diamond or dashed circle of one family, and they are fetched one by one, which shows in a list.
 */
const SHAPES: Readonly<Record<Badge, ReactElement>> = {
  critical: <path d="M8 1.2 15.4 14.4H.6Z" fill="currentColor" />,
  warning: <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="currentColor" />,
  pending: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 4.4V8l2.6 1.8" />
    </g>
  ),
  recovering: (
    <g {...STROKE}>
      <path d="M13.9 9.6A6.2 6.2 0 1 1 12.6 3.7" />
      <path d="M13.4.8v3.6H9.8" />
    </g>
  ),
  normal: <path d="M2 8.5 6.2 12.5 14 3.8" {...STROKE} strokeWidth={2.4} />,
  stale: <circle cx="8" cy="8" r="6.3" {...STROKE} strokeDasharray="3 2.65" strokeWidth={2} />,
  nodata: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M3.6 12.4 12.4 3.6" />
    </g>
  ),
  error: <path d="M3 3l10 10M13 3 3 13" {...STROKE} strokeWidth={2.2} />,
  unknown: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="2 1.35" />
      <path d="M6 6.5a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M8 10.8v1.3" strokeWidth={1.6} />
    </g>
  ),
  crossed: <path d="M2 8h12" {...STROKE} strokeWidth={2.6} />,
  notCrossed: <path d="M1.6 8h3.2M6.4 8h3.2M11.2 8h3.2" {...STROKE} />,
  context: (
    <g {...STROKE}>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.2v4.4M8 4.2v1.6" />
    </g>
  ),
  noLevel: <circle cx="8" cy="8" r="6.4" {...STROKE} strokeWidth={1.4} />,
  unruled: <circle cx="8" cy="8" r="6.4" {...STROKE} strokeWidth={1.4} />,
  toBegin: <path d="M1.6 8h11M8.6 3.4 13.2 8l-4.6 4.6" {...STROKE} />,
};

/** The glyph of a state, in the colour of the text around it. It says nothing to a screen reader: its word does. */
export function Glyph({ badge }: { badge: Badge }) {
  return (
    <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true" focusable="false">
      {SHAPES[badge]}
    </svg>
  );
}
