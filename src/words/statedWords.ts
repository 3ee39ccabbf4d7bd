import type { RuleRow } from '../protocol/protocol';
import type { RuleSource } from '../rule/rule';
import type { Translate } from './translate';
import { sourceWords as placeWords } from './sourceWords';

/** Where an answer comes from, and that it is stated: somebody wrote it, no engine confirms it. */
export function statedWords(t: Translate, source: RuleSource | undefined, row?: RuleRow): string {
  return source === undefined
    ? t('views.source.rule', 'Written in the rule')
    : t('views.source.stated', 'Written in {{source}}', { source: placeWords(t, source, row) });
}
