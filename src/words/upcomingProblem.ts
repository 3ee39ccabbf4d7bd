import type { MetricProtocol } from '../protocol/protocol';
import type { Problem, Rule } from '../rule/rule';
import { fieldWords } from './fieldWords';
import { problemParts } from './problemWords';
import { sourceWords } from './sourceWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Told = Pick<MetricProtocol, 'rule' | 'upcoming' | 'row'>;

/**
 * What is wrong with levels that only go together wrongly once the next version counts: in which rule that is, and from
 * when on. A warning that counts now is none of it.
 *
 * @returns Undefined for every other problem.
 */
export function upcomingProblem(
  t: Translate,
  problem: Problem,
  { rule, upcoming, row }: Told,
  times: TimeWords
): string | undefined {
  if (problem.code !== 'levelsOutOfOrder' || !upcoming || !warns(rule) || warns(upcoming.after)) {
    return undefined;
  }
  const { sources } = upcoming.after;
  // The rule that begins to give a level is the one to mend.
  const source = sources.critical === rule.sources.critical ? problem.source : (sources.critical ?? problem.source);
  const day = times.day(upcoming.at);
  const where = t('rule.problem.where-from', '{{field}}, in {{source}}, from {{day}} on', {
    field: fieldWords(t, problem.field),
    source: sourceWords(t, source, row),
    day,
  });
  const { what, mend } = problemParts(t, problem);
  const until = t('rule.until.no-warning-from', 'Else there is no warning from {{day}} on.', { day });
  return `${where}: ${what} ${mend} ${until}`;
}

function warns({ levels }: Rule): boolean {
  return levels.some(({ severity }) => severity === 'warning');
}
