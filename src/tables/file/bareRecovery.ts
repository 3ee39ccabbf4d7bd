import { isRecord } from '../../rule/isRecord';
import { fieldsOf } from '../../rule/fields';
import type { Severity } from '../../rule/level';

/** The levels that something else than the file states for a metric, or for one of those that a glob matches. */
export type LevelsBeside = (metric: string) => readonly Severity[];

/**
 * A parsed rule file in which a recovery that stands alone is that of its level, where the rule (or an earlier version of
 * it) has only one: `recovery: 21` beside `critical: 20`. Of two levels nobody can tell which is meant, and it stays; no
 * matter whether the file states the other, or an override or the rule for all does.
 */
export function withLevelOfRecovery(file: unknown, beside: LevelsBeside = () => []): unknown {
  return isRecord(file) && Array.isArray(file.rules)
    ? { ...file, rules: file.rules.map((rule) => ofRule(rule, beside)) }
    : file;
}

function ofRule(rule: unknown, beside: LevelsBeside): unknown {
  const { earlier, metric } = isRecord(rule) ? rule : {};
  const others = typeof metric === 'string' ? beside(metric.trim()) : [];
  const mended = ofVersion(rule, others);
  return isRecord(mended) && Array.isArray(earlier)
    ? { ...mended, earlier: earlier.map((version) => ofVersion(version, others)) }
    : mended;
}

function ofVersion(version: unknown, others: readonly Severity[]): unknown {
  if (!isRecord(version) || isAbsent(version.recovery) || isRecord(version.recovery)) {
    return version;
  }
  const [level, other] = fieldsOf('level').filter((field) => !isAbsent(version[field]));
  const isOne = other === undefined && others.every((field) => field === level);
  return level === undefined || !isOne ? version : { ...version, recovery: { [level]: version.recovery } };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
