import type { FieldMetric } from '../../frames/metrics';
import type { RuledPanel } from './formPlace';
import { rulesFor } from './formPlace';
import type { RawRule } from '../rawRule';
import { isBlank, toRawRule } from '../rawRule';

/** What belongs to one metric and to what was agreed about it, and is never another's. */
const OWN = ['definition', 'agreedBy', 'agreedOn', 'agreedFingerprint', 'changedOn', 'validFrom', 'earlier'];

/** A metric whose rule can be copied. */
export interface CopySource {
  metric: FieldMetric;
  rule: RawRule;
}

/** The metrics of a panel that have a rule of their own, each with what its overrides state, as one. */
export function copySources(metrics: readonly FieldMetric[], panel: RuledPanel): CopySource[] {
  return metrics.flatMap((metric) => {
    const over = rulesFor(metric, panel).filter(({ place }) => place !== 'default');
    const rule = Object.assign({}, ...over.map(({ value }) => stated(toRawRule(value)))) as RawRule;
    return Object.keys(rule).length > 0 ? [{ metric, rule }] : [];
  });
}

/** Another metric's rule in the place of this one, which keeps what it means, what was agreed and its versions. */
export function copiedRule(own: RawRule, other: RawRule): RawRule {
  return { ...pick(other, (key) => !OWN.includes(key)), ...pick(own, (key) => OWN.includes(key)) };
}

function stated(rule: RawRule): RawRule {
  return pick(rule, (_, value) => !isBlank(value));
}

function pick(rule: RawRule, is: (key: string, value: unknown) => boolean): RawRule {
  return Object.fromEntries(Object.entries(rule).filter(([key, value]) => is(key, value)));
}
