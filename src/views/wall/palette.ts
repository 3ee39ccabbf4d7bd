import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator } from '@grafana/data';

import type { Badge, Tone } from '../../words/badge';
import { TONES } from '../../words/badge';

/** The colours of a wall: what must be read from afar has a contrast of 7 to 1 at least on every surface. */
export interface WallPalette {
  /** Behind all. */
  ground: string;
  /** Of tiles and cells. */
  surface: string;
  border: string;
  /** What is read first. */
  ink: string;
  /** Labels, and all else. */
  quiet: string;
  /** Of a metric that fires, that is normal, and of what is not known: for words. */
  critical: string;
  warning: string;
  normal: string;
  neutral: string;
  /** The same at their strongest: for glyphs, edges and drawings. */
  strong: Readonly<Record<Tone, string>>;
}

/** By WCAG, AAA. */
const LEAST_CONTRAST = 7;
const STEPS = 20;

/** The colours of a theme. */
export function wallPalette(theme: GrafanaTheme2): WallPalette {
  const { colors, visualization } = theme;
  // The lighter of the two in the dark, the darker in the light: what can be read on it can be read on the other.
  const surface = colors.background.primary;
  const readable = (color: string) => contrasting(color, surface, colors.text.maxContrast);
  const strong = {
    critical: visualization.getColorByName('red'),
    warning: visualization.getColorByName('orange'),
    normal: visualization.getColorByName('green'),
    neutral: mixed(colors.text.maxContrast, surface, 0.36),
  };
  return {
    ground: colors.background.canvas,
    surface,
    border: colors.border.weak,
    ink: colors.text.maxContrast,
    quiet: readable(mixed(colors.text.maxContrast, surface, 0.36)),
    critical: readable(strong.critical),
    warning: readable(strong.warning),
    normal: readable(strong.normal),
    neutral: readable(strong.neutral),
    strong,
  };
}

/** The colour of a state. */
export function toneColor(palette: WallPalette, badge: Badge | 'overdue'): string {
  return badge === 'overdue' ? palette.ink : palette[TONES[badge]];
}

/** The same for a glyph or an edge. */
export function strongColor(palette: WallPalette, badge: Badge | 'overdue'): string {
  return badge === 'overdue' ? palette.ink : palette.strong[TONES[badge]];
}

/** Of a breach in a drawing: nothing of what lies under it is seen through it. */
export function breachColor({ strong, surface }: WallPalette, severity: 'critical' | 'warning'): string {
  return mixed(surface, strong[severity], 0.28);
}

/** A colour, as far towards another as it takes to be read on a ground. */
function contrasting(color: string, ground: string, towards: string): string {
  for (let step = 0; step <= STEPS; step++) {
    const candidate = mixed(color, towards, step / STEPS);
    if (colorManipulator.getContrastRatio(candidate, ground) >= LEAST_CONTRAST) {
      return candidate;
    }
  }
  return towards;
}

function mixed(color: string, other: string, share: number): string {
  const [from, to] = [colorManipulator.decomposeColor(color), colorManipulator.decomposeColor(other)];
  const parts = [0, 1, 2].map((index) => {
    const [a, b] = [from.values[index], to.values[index]];
    return Math.round(a + (b - a) * share);
  });
  return `rgb(${parts.join(', ')})`;
}
