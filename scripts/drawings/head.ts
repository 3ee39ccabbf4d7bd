import { actWhen } from '../../src/words/conditionWords';
import { dataTerms } from '../../src/words/dataWords';

import { english } from '../../src/words/english';
import type { Part } from './frame';
import { LEFT, PADDING, WIDTH } from './frame';
import type { Judged } from './judgeExample';
import { label } from './svg';

/** What the drawing is of, and the rule in the panel's own words. */
export function headPart({ example, metric, format }: Judged): Part {
  const { condition, lasting, other, recovery, keepFiring } = actWhen(english, metric.rule, format);
  const due = metric.rule.due && `due ${metric.rule.due.text}`;
  const terms = [[condition, lasting].filter(Boolean).join(' '), other, recovery, keepFiring, due];
  const words = [...terms, ...dataTerms(english, metric.rule)].filter(Boolean).join(', ');
  return {
    height: 44,
    draw: (y) =>
      label(example.title, { class: 'title', x: LEFT, y: y + 30 }) +
      label(words, { class: 'quiet end', x: WIDTH - PADDING, y: y + 30 }),
  };
}
