import type { RuleSource } from '../rule/rule';
import type { Translate } from './translate';

/** Where a field of a rule was stated, in words. */
export function sourceWords(t: Translate, source: RuleSource): string {
  switch (source) {
    case 'override':
      return t('rule.source.override', "the metric's override");
    case 'sheet':
      return t('rule.source.sheet', 'the rule sheet');
    case 'default':
      return t('rule.source.default', "the panel's default rule");
    case 'thresholds':
      return t('rule.source.thresholds', "Grafana's thresholds");
  }
}
