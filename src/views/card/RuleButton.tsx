import { Button } from '@grafana/ui';

import type { MetricProtocol } from '../../protocol/protocol';
import { t } from '../../locales/t';

interface RuleButtonProps {
  metric: Pick<MetricProtocol, 'kind' | 'name'>;
  /** Beside an answer that is missing it is a button, among what can be done with a card a word. */
  isMend?: boolean;
  onEditRule: () => void;
}

/** Leads to the rule of a card: writes one where there is none, else edits it. */
export function RuleButton({ metric: { kind, name }, isMend = false, onEditRule }: RuleButtonProps) {
  const isWritten = kind === 'ruled' || kind === 'context';
  return (
    <Button
      size="sm"
      variant={isMend ? 'secondary' : 'primary'}
      fill={isMend ? 'outline' : 'text'}
      onClick={onEditRule}
      aria-label={
        isWritten
          ? t('views.card.edit-rule-of', 'Edit rule: {{name}}', { name })
          : t('views.card.write-rule-of', 'Write rule: {{name}}', { name })
      }
    >
      {isWritten ? t('views.card.edit-rule', 'Edit rule') : t('views.card.write-rule', 'Write rule')}
    </Button>
  );
}
