import type { Intervention } from './intervention';

/** What people did about one breach, from the interventions that speak of it. */
export interface BreachResponse {
  /** All of them, ascending by `at`. */
  interventions: readonly Intervention[];
  /** The first of them: what the time to the first response is counted to. */
  first?: Intervention;
  /** Who has it now: the last who took it, or to whom it was handed; undefined once it is dismissed, or nobody did. */
  holder?: { name: string; since: number };
  /** The next word that was promised and has not been said since, epoch ms. */
  nextWordBy?: number;
  /** Lived with until then, epoch ms, by the last word on it; in the past where that is over. */
  acceptedUntil?: number;
  /** The last word where it is a dismissal. */
  dismissed?: 'falseAlarm' | 'ruleWrong';
}
