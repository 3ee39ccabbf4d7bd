import type { Field } from '@grafana/data';
import { FieldColorModeId, colorManipulator, getFieldColorModeForField } from '@grafana/data';

import type { MetricProtocol } from '../protocol/protocol';

const BACK_ALPHA = 0.4;
const FORWARD_WIDTH = 2;

/**
 * Which of a chart's metrics come forward: those whose cards are open; none where that would be all of them, or none.
 *
 * @param open - the ids of the metrics whose cards are open
 */
export function broughtForward(metrics: readonly MetricProtocol[], open: readonly string[]): ReadonlySet<string> {
  const forward = metrics.filter(({ id }) => open.includes(id)).map(({ id }) => id);
  return new Set(forward.length < metrics.length ? forward : []);
}

/** A field whose line comes forward, or steps back behind one that does. Colours by value stay: they say something. */
export function inDepth(field: Field, color: string, isForward: boolean): Field {
  const custom = { ...field.config.custom };
  const width = typeof custom.lineWidth === 'number' ? custom.lineWidth : 1;
  if (isForward) {
    return { ...field, config: { ...field.config, custom: { ...custom, lineWidth: Math.max(width, FORWARD_WIDTH) } } };
  }
  const isByValue = getFieldColorModeForField(field).isByValue === true;
  const faint = { mode: FieldColorModeId.Fixed, fixedColor: faintly(color) };
  return {
    ...field,
    config: {
      ...field.config,
      color: isByValue ? field.config.color : faint,
      custom: { ...custom, lineWidth: Math.min(width, 1) },
    },
  };
}

/** A chart draws every colour of CSS, and only some of them can be made fainter. */
function faintly(color: string): string {
  try {
    return colorManipulator.alpha(color, BACK_ALPHA);
  } catch {
    return color;
  }
}
