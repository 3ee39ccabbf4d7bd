/** A time that a dashboard was saved. */
export interface Save {
  /** Epoch ms. */
  at: number;
  /** As Grafana names them. */
  by: string;
  /** What was written to it; undefined where nothing was. */
  message?: string;
}

/** A rule that a dashboard states otherwise than it did. */
export interface SavedRule {
  /** The title of its panel, as it is saved. */
  panel: string;
  /** What its override is for; undefined: the panel's default rule. */
  metric?: string;
  became: 'new' | 'another' | 'removed';
}

/** What was saved of a dashboard since a moment. */
export interface SavedHistory {
  /** Newest first. */
  saves: readonly Save[];
  /** The rules that became others with them; undefined where what was saved before can't be read. */
  rules?: readonly SavedRule[];
}
