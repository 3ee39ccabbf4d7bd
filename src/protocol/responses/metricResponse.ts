import type { Person } from '../../tables/directory/holder';
import type { BreachResponse } from './breachResponse';
import type { BreachAddress, Intervention } from './intervention';
import type { ResponseFigures } from './responseFigures';

/** What is known of what people did about the breaches of one metric. */
export interface MetricResponse {
  /** The breach that fires now; undefined where none does, or the metric has no identity to record it under. */
  open?: OpenBreach;
  /** Of the breaches in view. */
  figures: ResponseFigures;
}

/** The breach that fires now, with what people did about it. */
export interface OpenBreach {
  /** What is recorded of it is recorded of this. */
  address: BreachAddress;
  /** Undefined where nothing is recorded of it. */
  response?: BreachResponse;
  /**
   * Where it is not known since when it fires: what was said before of a breach that was open then. That may have been
   * this one, or one before it. Ascending by `at`.
   */
  maybe: readonly Intervention[];
  /** Whose turn it is where the next word is overdue: the deputy of who promised it, or of the owner, by the directory. */
  deputy?: Person;
}
