import { Stack } from '@grafana/ui';

import { t } from '../locales/t';
import { DraftInput } from './DraftInput';

interface BoundsInputProps {
  id: string;
  label: string;
  /** Whether the operator takes two bounds. */
  range: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** One number, or two for a range. Text that is no number yet is stored as it was typed. */
export function BoundsInput({ id, label, range, value, onChange }: BoundsInputProps) {
  if (!range) {
    return <DraftInput id={id} kind="number" value={asText(value)} onChange={(text) => onChange(toStored(text))} />;
  }
  const [low, high] = Array.isArray(value) ? value : [value, undefined];
  const store = (first: unknown, second: unknown) =>
    onChange(first === undefined && second === undefined ? undefined : [first ?? null, second ?? null]);
  return (
    <Stack direction="row" gap={1}>
      <DraftInput
        id={id}
        kind="number"
        ariaLabel={t('editors.rule.lower-bound', '{{label}}, lower bound', { label })}
        value={asText(low)}
        onChange={(text) => store(toStored(text), high)}
      />
      <DraftInput
        id={`${id}-upper`}
        kind="number"
        ariaLabel={t('editors.rule.upper-bound', '{{label}}, upper bound', { label })}
        value={asText(high)}
        onChange={(text) => store(low, toStored(text))}
      />
    </Stack>
  );
}

function asText(value: unknown): string {
  return value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}

function toStored(text: string): number | string | undefined {
  const number = Number(text);
  return text.trim() === '' ? undefined : Number.isFinite(number) ? number : text;
}
