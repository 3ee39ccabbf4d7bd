import { isRecord } from '../../rule/isRecord';
import { fieldsOf } from '../../rule/fields';

/**
 * A parsed rule file in which a recovery that stands alone is that of its level, where the rule (or an earlier version of
 * it) has only one: `recovery: 21` beside `critical: 20`. Of two levels nobody can tell which is meant, and it stays.
 */
export function withLevelOfRecovery(file: unknown): unknown {
  return isRecord(file) && Array.isArray(file.rules) ? { ...file, rules: file.rules.map(ofRule) } : file;
}

function ofRule(rule: unknown): unknown {
  const earlier: unknown = isRecord(rule) ? rule.earlier : undefined;
  const mended = ofVersion(rule);
  return isRecord(mended) && Array.isArray(earlier) ? { ...mended, earlier: earlier.map(ofVersion) } : mended;
}

function ofVersion(version: unknown): unknown {
  if (!isRecord(version) || isAbsent(version.recovery) || isRecord(version.recovery)) {
    return version;
  }
  const [level, other] = fieldsOf('level').filter((field) => !isAbsent(version[field]));
  return level === undefined || other !== undefined ? version : { ...version, recovery: { [level]: version.recovery } };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
