import { sortBy } from 'lodash';

import type { Severity } from '../../rule/level';
import type { Intervention } from './intervention';

/** What people did about one breach, from the interventions that speak of it. */
export interface BreachResponse {
  /** All of them, ascending by `at`. */
  interventions: readonly Intervention[];
  /** The first of them: what the time to the first response is counted to. */
  first: Intervention;
  /** Who has it now: the last who took it, or to whom it was handed; undefined once it is dismissed, or nobody did. */
  holder?: { name: string; since: number };
  /** The next word that the holder promised, where nobody has said one since, epoch ms. */
  nextWordBy?: number;
  /** Lived with until then, epoch ms, by the last acceptance; in the past where that is over. */
  acceptedUntil?: number;
  /** The last word where it is a dismissal. */
  dismissed?: 'falseAlarm' | 'ruleWrong';
}

/**
 * What the interventions of one breach come to. Any word after a promise is the word that was promised. A dismissal lasts
 * until the next word, an acceptance until its moment or the next acceptance, whatever else is said meanwhile.
 *
 * @param interventions - In any order.
 * @param severity - Of the breach: who accepted or dismissed a warning did not speak of the critical that came of it. Who
 * has it is known from either.
 * @returns Undefined where there are none.
 */
export function breachResponse(interventions: readonly Intervention[], severity: Severity): BreachResponse | undefined {
  const ascending = sortBy(interventions, ['at', 'key']);
  const [first] = ascending;
  if (!first) {
    return undefined;
  }
  return ascending.reduce<BreachResponse>((before, one) => after(before, one, severity), {
    interventions: ascending,
    first,
  });
}

function after(before: BreachResponse, { said, at, by, breach }: Intervention, severity: Severity): BreachResponse {
  const { interventions, first, holder, acceptedUntil } = before;
  const kept = { interventions, first, holder, acceptedUntil };
  const speaksOfIt = severity === 'warning' || breach.severity === 'critical';
  switch (said.kind) {
    case 'taken':
      return { ...kept, holder: { name: by, since: at }, nextWordBy: said.nextWordBy };
    case 'handedOver':
      return { ...kept, holder: { name: said.to, since: at } };
    case 'accepted':
      return speaksOfIt ? { ...kept, acceptedUntil: said.until } : kept;
    case 'falseAlarm':
    case 'ruleWrong':
      return speaksOfIt ? { ...kept, holder: undefined, dismissed: said.kind } : kept;
    case 'acted':
      return kept;
  }
}
