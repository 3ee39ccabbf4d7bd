import { Stack } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Format } from '../../words/conditionWords';
import { DraftInput } from './DraftInput';
import { levelReading, readingExample } from './levelReading';
import { asText } from '../rawRule';

interface BoundsInputProps {
  id: string;
  label: string;
  /** Whether the operator takes two bounds. */
  range: boolean;
  value: unknown;
  /** What holds where nothing is typed. */
  inherited?: unknown;
  /** How the levels of the field are told. */
  formatLevel?: Format;
  describedBy?: string;
  invalid?: boolean;
  onChange: (value: unknown) => void;
}

/** One number, or two for a range. Text that is no number yet is stored as it was typed. */
export function BoundsInput(props: BoundsInputProps) {
  const { id, label, range, value, inherited, onChange, ...rest } = props;
  if (!range) {
    return (
      <OneBound
        {...rest}
        id={id}
        ariaLabel={label}
        value={value}
        inherited={inherited}
        onChange={(text) => onChange(toStored(text))}
      />
    );
  }
  const [low, high] = pairOf(value);
  const [inheritedLow, inheritedHigh] = pairOf(inherited);
  const store = (first: unknown, second: unknown) =>
    onChange(first === undefined && second === undefined ? undefined : [first ?? null, second ?? null]);
  return (
    <Stack direction="row" gap={1}>
      <OneBound
        {...rest}
        id={id}
        ariaLabel={t('editors.rule.lower-bound', '{{label}}, lower bound', { label })}
        value={low}
        inherited={inheritedLow}
        onChange={(text) => store(toStored(text), high)}
      />
      <OneBound
        {...rest}
        id={`${id}-upper`}
        ariaLabel={t('editors.rule.upper-bound', '{{label}}, upper bound', { label })}
        value={high}
        inherited={inheritedHigh}
        onChange={(text) => store(low, toStored(text))}
      />
    </Stack>
  );
}

interface OneBoundProps extends Pick<
  BoundsInputProps,
  'id' | 'value' | 'inherited' | 'formatLevel' | 'describedBy' | 'invalid'
> {
  ariaLabel: string;
  onChange: (text: string) => void;
}

function OneBound({ inherited, formatLevel, value, ...rest }: OneBoundProps) {
  const shown = asText(value) || asText(inherited);
  const number = shown.trim() === '' ? undefined : Number(shown);
  const known = number === undefined || Number.isFinite(number);
  return (
    <DraftInput
      {...rest}
      value={asText(value)}
      placeholder={asText(inherited) || (formatLevel && readingExample(formatLevel))}
      suffix={formatLevel && known && levelReading(formatLevel, number)}
      canonical={(text) => asText(toStored(text))}
    />
  );
}

function pairOf(value: unknown): [unknown, unknown] {
  return Array.isArray(value) ? [value[0], value[1]] : [value, undefined];
}

function toStored(text: string): number | string | undefined {
  const number = Number(text);
  return text.trim() === '' ? undefined : Number.isFinite(number) ? number : text;
}
