import type { MetricProtocol } from '../protocol/protocol';
import { formatDuration } from '../time/duration';
import type { Translate } from './translate';
import { conditionWords } from './conditionWords';

/** The level that a sentence is about, in two pieces: "below 20 %", "for 2 d". */
export interface LevelWords {
  condition: string;
  lasting?: string;
}

/**
 * The level that matters now: the one that fires, is about to or recovers, else the worst. Undefined where no level is
 * agreed.
 */
export function levelWords(
  t: Translate,
  { rule, now, formatLevel }: Pick<MetricProtocol, 'rule' | 'now' | 'formatLevel'>
): LevelWords | undefined {
  const severity = 'severity' in now ? now.severity : undefined;
  const level =
    rule.levels.find((each) => each.severity === severity) ??
    rule.levels.find((each) => each.severity === 'critical') ??
    rule.levels.at(0);
  return (
    level && {
      condition: conditionWords(t, level.condition, formatLevel),
      lasting:
        rule.forMs > 0 ? t('views.level.lasting', 'for {{length}}', { length: formatDuration(rule.forMs) }) : undefined,
    }
  );
}
