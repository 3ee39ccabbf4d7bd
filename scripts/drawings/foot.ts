import { badgeOf, TONES } from '../../src/words/badge';
import { breachWords } from '../../src/words/figuresWords';
import { noteWords } from '../../src/words/noteWords';
import { sinceWords } from '../../src/words/sinceWords';
import { stateWord } from '../../src/words/stateWord';

import { english } from '../../src/words/english';
import type { Frame, Part } from './frame';
import { LEFT, PADDING, WIDTH } from './frame';
import { glyph } from './glyph';
import type { Judged } from './judgeExample';
import { el, escaped, label } from './svg';

/** What the card says now, and the figures of the range. */
export function footPart(judged: Judged, { clock }: Frame): Part {
  const { metric } = judged;
  const badge = badgeOf(metric);
  const state = stateWord(english, badge);
  const saying = [sinceWords(english, metric, clock), ...noteWords(english, metric, clock)].filter(Boolean).join(' · ');
  return {
    height: 46,
    draw: (y) =>
      el('path', { class: 'edge', d: `M${LEFT} ${y + 6.5}H${WIDTH - PADDING}` }) +
      glyph(badge, { x: LEFT, y: y + 19, size: 13, tone: TONES[badge] }) +
      el(
        'text',
        { x: LEFT + 20, y: y + 30 },
        el('tspan', { class: `strong toned ${TONES[badge]}` }, escaped(state)),
        saying === '' ? '' : el('tspan', { dx: 10 }, escaped(saying))
      ) +
      label(breachWords(english, metric.view.figures).join(', '), {
        class: 'quiet end',
        x: WIDTH - PADDING,
        y: y + 30,
      }),
  };
}
