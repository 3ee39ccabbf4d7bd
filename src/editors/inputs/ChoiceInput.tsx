import type { ComboboxOption } from '@grafana/ui';
import { Combobox } from '@grafana/ui';

import { t } from '../../locales/t';

interface ChoiceInputProps {
  id: string;
  /** The chosen option; what is none of them is shown as it is stored. */
  value: unknown;
  options: readonly ComboboxOption[];
  /** The option that holds where none is chosen. */
  inherited?: string;
  placeholder?: string;
  invalid?: boolean;
  onChange: (value: string | undefined) => void;
}

/**
 * One option of several. It is cleared by an option of its own: the button that a clearable Combobox has for that lies on
 * the way of the Tab key to the next input, where what is typed goes nowhere.
 */
export function ChoiceInput({ id, value, options, inherited, placeholder, invalid, onChange }: ChoiceInputProps) {
  const chosen = typeof value === 'string' ? value : null;
  return (
    <Combobox
      id={id}
      invalid={invalid}
      options={chosen === null ? [...options] : [...options, noneOf(inherited)]}
      value={chosen}
      placeholder={options.find((option) => option.value === inherited)?.label ?? placeholder}
      // Enter on a text that leaves fewer options than there were gives none at times: then nothing was chosen.
      onChange={(option?: ComboboxOption) => option && onChange(option.value || undefined)}
    />
  );
}

/** The option that clears the choice. */
function noneOf(inherited: string | undefined): ComboboxOption {
  const label =
    inherited === undefined
      ? t('editors.choice.none', 'Clear the choice')
      : t('editors.choice.inherited', 'Clear: as elsewhere');
  return { value: '', label };
}
