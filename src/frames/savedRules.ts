import { isEqual } from 'lodash';

import type { SavedRule } from '../protocol/handover/savedHistory';
import type { FoundPanel } from './foundPanel';
import type { SavedDashboard } from './savedDashboard';
import { textOf } from './textOf';

interface StatedRule {
  key: string;
  panel: string;
  metric?: string;
  rule: unknown;
}

/**
 * The rules that two versions of a dashboard state otherwise, in the order of the later one, those that are gone last. A
 * panel is the same by its id, an override by what it is for. What stands in sheets and files is in neither.
 */
export function savedRules(before: SavedDashboard, after: SavedDashboard): SavedRule[] {
  const [former, next] = [before, after].map(({ panels }) => panels.flatMap(rulesOf));
  const was = new Map(former.map((one) => [one.key, one]));
  const is = new Set(next.map(({ key }) => key));
  const found = next
    .filter(({ key, rule }) => !isEqual(was.get(key)?.rule, rule))
    .map((one): SavedRule => told(one, was.has(one.key) ? 'another' : 'new'));
  const gone = former.filter(({ key }) => !is.has(key)).map((one) => told(one, 'removed'));
  return [...found, ...gone];
}

function rulesOf({ id, title, defaults, overrides }: FoundPanel, index: number): StatedRule[] {
  const place = id ?? `at ${index}`;
  const stated = overrides.filter(({ states }) => states.rule !== undefined);
  return [
    ...(defaults.rule === undefined ? [] : [{ key: `${place}`, panel: title, rule: defaults.rule }]),
    ...stated.map(({ matcher, states }) => ({
      key: JSON.stringify([place, matcher]),
      panel: title,
      metric: textOf(matcher.options) ?? matcher.id,
      rule: states.rule,
    })),
  ];
}

function told({ panel, metric }: StatedRule, became: SavedRule['became']): SavedRule {
  return { panel, ...(metric !== undefined && { metric }), became };
}
