import type { GrafanaTheme2 } from '@grafana/data';
import { colorManipulator, createTheme } from '@grafana/data';

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

/** How much of its colour a tile has behind what is read. */
export const TINT = 0.12;

/** Of text by WCAG, AAA; of what is no text. */
const LEAST_CONTRAST = 7;
const LEAST_OF_SHAPES = 3;
const STEPS = 20;

/** In the light Grafana's ground is as white as what stands on it: tiles would have no edges. */
const SHADE = 0.05;

/** The colours of a theme. */
export function wallPalette(theme: GrafanaTheme2): WallPalette {
  const { colors, visualization } = theme;
  const surface = colors.background.primary;
  const ground = theme.isDark
    ? colors.background.canvas
    : mixed(colors.background.canvas, colors.text.maxContrast, SHADE);
  const towards = colors.text.maxContrast;
  const seen = (name: string) =>
    contrasting(visualization.getColorByName(name), { grounds: [surface, ground], towards, least: LEAST_OF_SHAPES });
  const [critical, warning, normal] = [seen('red'), seen('orange'), seen('green')];
  const strong = { critical, warning, normal, neutral: mixed(towards, surface, 0.36) };
  const tints = [critical, warning].map((tone) => mixed(surface, tone, TINT));
  const readable = (color: string) =>
    contrasting(color, { grounds: [surface, ground, ...tints], towards, least: LEAST_CONTRAST });
  return {
    ground,
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

/** The colours of a wall that rests: of a dark room, in which nothing is as bright as it could be. */
export function restingPalette(): WallPalette {
  const palette = wallPalette(createTheme({ colors: { mode: 'dark' } }));
  return { ...palette, ink: palette.quiet };
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

interface Seen {
  grounds: readonly string[];
  towards: string;
  least: number;
}

/** A colour, as far towards another as it takes to be seen on all grounds. */
function contrasting(color: string, { grounds, towards, least }: Seen): string {
  const isSeen = (one: string) => grounds.every((ground) => colorManipulator.getContrastRatio(one, ground) >= least);
  const candidates = Array.from({ length: STEPS }, (_, step) => mixed(color, towards, step / STEPS));
  return candidates.find(isSeen) ?? towards;
}

function mixed(color: string, other: string, share: number): string {
  const [from, to] = [colorManipulator.decomposeColor(color), colorManipulator.decomposeColor(other)];
  const parts = [0, 1, 2].map((index) => {
    const [a, b] = [from.values[index], to.values[index]];
    return Math.round(a + (b - a) * share);
  });
  return `rgb(${parts.join(', ')})`;
}
