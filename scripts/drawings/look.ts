import { el } from './svg';

/** Own paper, so that a drawing can be read on a page of any colour; it follows the reader's light or dark. */
const STYLE = `
svg { --paper: #fff; --edge: #d8dee4; --ink: #1f2328; --quiet: #59636e; --line: #1d5fbf; --ok: #d3ecd8; --on-ok: #116329;
  --critical: #c4162a; --warning: #a84300; --on-loud: #fff; --on-faint: 0.16; --grey: #8c959f; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #0f1217; --edge: #30363d; --ink: #e8ecf1; --quiet: #9aa4af; --line: #7aa7ff; --ok: #17392a; --on-ok: #7ee2a0;
    --critical: #ff7a85; --warning: #ffb25c; --on-loud: #16090b; --on-faint: 0.24; --grey: #6e7681; }
}
text { font: 12px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: var(--ink); }
.title { font-size: 15px; font-weight: 600; }
.strong { font-weight: 600; }
.quiet { fill: var(--quiet); }
.small { font-size: 11px; }
.middle { text-anchor: middle; }
.end { text-anchor: end; }
.paper { fill: var(--paper); stroke: var(--edge); }
.edge { stroke: var(--edge); fill: none; }
.critical { --tone: var(--critical); }
.warning { --tone: var(--warning); }
.normal { --tone: var(--on-ok); }
.neutral { --tone: var(--quiet); }
.on-loud { --tone: var(--on-loud); }
.toned { fill: var(--tone); }
.glyph { color: var(--tone); }
.held { stroke: var(--line); stroke-width: 2.25; stroke-linecap: round; fill: none; }
.riser { stroke: var(--line); stroke-width: 1; opacity: 0.45; fill: none; }
.loose { stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 1 4; stroke-linecap: round; fill: none; }
.sample { fill: var(--line); }
.hollow { fill: var(--paper); stroke: var(--line); stroke-width: 1.4; }
.level { stroke: var(--tone); stroke-width: 1.25; fill: none; }
.recovery { stroke-dasharray: 5 4; opacity: 0.8; }
.area { fill: var(--tone); opacity: var(--on-faint); }
.area.pending { opacity: calc(var(--on-faint) * 0.5); }
.pole { stroke: var(--tone); stroke-width: 1; opacity: 0.55; fill: none; }
.pole.soft { stroke-dasharray: 2 3; }
.rule { stroke: var(--quiet); stroke-width: 1; fill: none; }
.now { stroke: var(--ink); stroke-width: 1; fill: none; }
.hatch { stroke: var(--tone); stroke-width: 2.5; fill: none; }
.speck { fill: var(--grey); }
.box { fill: var(--tone); }
.box.normal { fill: var(--ok); }
.box.hollow { fill: none; stroke: var(--grey); stroke-width: 1; stroke-dasharray: 3 3; }
.wash { fill: var(--tone); opacity: 0.14; }
.chip { fill: var(--paper); }
.loud { fill: var(--on-loud); font-weight: 600; }
`;

export function style(): string {
  return el('style', {}, STYLE.trim());
}

/** Hatchings, so that a state is told without its colour: pending leans forward, recovering back. */
export function patterns(): string {
  const severities = ['critical', 'warning'] as const;
  return el(
    'defs',
    {},
    ...severities.map((severity) => hatching(`pending-${severity}`, severity, 45)),
    ...severities.map((severity) => hatching(`recovering-${severity}`, severity, -45)),
    hatching('unsettled', 'neutral', 45, 9),
    el(
      'pattern',
      { id: 'unknown', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
      el('circle', { class: 'speck', cx: 1.5, cy: 1.5, r: 1 }),
      el('circle', { class: 'speck', cx: 4.5, cy: 4.5, r: 1 })
    )
  );
}

function hatching(id: string, tone: string, angle: number, size = 7): string {
  return el(
    'pattern',
    {
      id,
      class: tone,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      patternTransform: `rotate(${angle})`,
    },
    el('path', { class: 'hatch', d: `M0 0V${size}` })
  );
}
