import { createShelf } from './shelf';

/** The metric whose rule somebody went to, from its card. */
export interface WrittenRule {
  /** The path of the dashboard, and the panel on it. */
  path: string;
  panelId: number;
  /** The display name. */
  metric: string;
  /** It is still to get a rule of its own, in an override: the dashboard itself is not to be changed. */
  needsOwn?: true;
}

/**
 * Whose rule is being written: its panel keeps it in view. On the shelf until the panel is back on its dashboard, as long
 * as the page lives.
 */
export const writtenRule = createShelf<WrittenRule>();
