import type { SavedHistory, SavedRule } from '../../protocol/handover/savedHistory';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** What was saved of the dashboard, a sentence each: "Saved Tue 10:12 by ana: new level.", "Leads: the rule of “A” is another." */
export function savedWords(t: Translate, { saves, rules }: SavedHistory, times: TimeWords): string[] {
  if (saves.length === 0) {
    return [t('handover.saved.never', 'The dashboard was not saved since then.')];
  }
  const told = saves.map(({ at, by, message }) => {
    const values = { at: times.at(at), by, message };
    return message === undefined
      ? t('handover.saved.by', 'Saved {{at}} by {{by}}.', values)
      : t('handover.saved.message', 'Saved {{at}} by {{by}}: {{message}}', values);
  });
  return [...told, ...rulesWords(t, rules)];
}

function rulesWords(t: Translate, rules: SavedHistory['rules']): string[] {
  if (!rules) {
    return [
      t('handover.saved.not-known', 'Which rules became others is not known: what was saved before can’t be read.'),
    ];
  }
  return rules.length === 0
    ? [t('handover.saved.no-rule', 'No rule of its panels became another.')]
    : rules.map((rule) => ruleWords(t, rule));
}

function ruleWords(t: Translate, { panel, metric, became }: SavedRule): string {
  const values = { panel, metric };
  switch (became) {
    case 'new':
      return metric === undefined
        ? t('handover.saved.new-default', '{{panel}}: a new rule for all.', values)
        : t('handover.saved.new', '{{panel}}: a new rule of “{{metric}}”.', values);
    case 'another':
      return metric === undefined
        ? t('handover.saved.default', '{{panel}}: the rule for all is another.', values)
        : t('handover.saved.another', '{{panel}}: the rule of “{{metric}}” is another.', values);
    case 'removed':
      return metric === undefined
        ? t('handover.saved.no-default', '{{panel}}: no rule for all any more.', values)
        : t('handover.saved.removed', '{{panel}}: no rule of “{{metric}}” any more.', values);
  }
}
