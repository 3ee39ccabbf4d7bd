import { Button } from '@grafana/ui';
import { useState } from 'react';

import { t } from '../../locales/t';
import { fieldWords } from '../../words/fieldWords';
import { isStoredName } from '../../rule/fields';
import type { RuleField } from '../../rule/fields';
import type { FormScope } from '../form/useFormScope';
import type { RawRule } from '../rawRule';
import { FoundRules } from './FoundRules';
import { lacking, statedAlike } from './takeOver';

interface AlertRulesProps {
  scope: FormScope;
  raw: RawRule;
  onChange: (update: (before: RawRule) => RawRule) => void;
}

/** What a rule can have from alert rules: of one that is linked what it lacks, and the way to those that are not. */
export function AlertRules({ scope, raw, onChange }: AlertRulesProps) {
  const [finds, setFinds] = useState(false);
  const { panel, metrics } = scope;
  const stated = panel?.stated?.filter(({ id }) => metrics.some((metric) => metric.id === id)) ?? [];
  const fields = lacking(raw, statedAlike(stated));
  const names = Object.keys(fields);
  const takeOver = (from: RawRule) => onChange((before) => ({ ...before, ...lacking(before, from) }));
  return (
    <>
      {names.length > 0 && (
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="bell"
          tooltip={t(
            'editors.engine.take-over-what',
            'Writes into this rule what it has from the linked alert rule: {{fields}}',
            {
              fields: names.map(nameOf).join(', '),
            }
          )}
          onClick={() => takeOver(fields)}
        >
          {t('editors.engine.take-over', 'Take over from the alert rule')}
        </Button>
      )}
      {panel && (
        <Button size="sm" variant="secondary" fill="text" icon="search" onClick={() => setFinds(true)}>
          {t('editors.engine.find', 'Find alert rules that ask what this panel asks')}
        </Button>
      )}
      {finds && panel && (
        <FoundRules request={panel.data.request} onTakeOver={takeOver} onDismiss={() => setFinds(false)} />
      )}
    </>
  );
}

function nameOf(name: string): string {
  if (name === 'recovery') {
    return t('editors.engine.recovery', 'Is over at');
  }
  return isStoredName(name) ? fieldWords(t, name as RuleField) : name;
}
