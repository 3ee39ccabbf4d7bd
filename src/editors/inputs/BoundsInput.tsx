import { Stack } from '@grafana/ui';

import { t } from '../../locales/t';
import type { Format } from '../../words/conditionWords';
import { upperId } from './ids';
import { DraftInput } from './DraftInput';
import { readingExample, unitBehind } from './levelReading';
import { asText } from '../rawRule';
import { isPlainNumber } from './readTyped';

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
  /** What a text is stored as; one that is no number yet as it was typed. */
  read: (text: string) => unknown;
  /** @param typed - Into which of the inputs, what, and what of the value that is. */
  onChange: (value: unknown, typed: { inputId: string; text: string; stored: unknown }) => void;
}

/** One number, or two for a range. */
export function BoundsInput(props: BoundsInputProps) {
  const { id, label, range, value, inherited, onChange, ...rest } = props;
  const { read } = rest;
  if (!range) {
    return (
      <OneBound
        {...rest}
        id={id}
        ariaLabel={label}
        value={value}
        inherited={inherited}
        onChange={(text) => onChange(read(text), { inputId: id, text, stored: read(text) })}
      />
    );
  }
  const [low, high] = pairOf(value);
  const upper = upperId(id);
  const [inheritedLow, inheritedHigh] = pairOf(inherited);
  const pair = (first: unknown, second: unknown) =>
    first === undefined && second === undefined ? undefined : [first ?? null, second ?? null];
  return (
    <Stack direction="row" gap={1}>
      <OneBound
        {...rest}
        id={id}
        ariaLabel={t('editors.rule.lower-bound', '{{label}}, lower bound', { label })}
        value={low}
        inherited={inheritedLow}
        onChange={(text) => onChange(pair(read(text), high), { inputId: id, text, stored: read(text) })}
      />
      <OneBound
        {...rest}
        id={upper}
        ariaLabel={t('editors.rule.upper-bound', '{{label}}, upper bound', { label })}
        value={high}
        inherited={inheritedHigh}
        onChange={(text) => onChange(pair(low, read(text)), { inputId: upper, text, stored: read(text) })}
      />
    </Stack>
  );
}

interface OneBoundProps extends Pick<
  BoundsInputProps,
  'id' | 'value' | 'inherited' | 'formatLevel' | 'describedBy' | 'invalid' | 'read'
> {
  ariaLabel: string;
  onChange: (text: string) => void;
}

function OneBound({ inherited, formatLevel, value, read, ...rest }: OneBoundProps) {
  return (
    <DraftInput
      {...rest}
      value={asText(value)}
      placeholder={asText(inherited) || (formatLevel && readingExample(formatLevel))}
      suffix={(text) => formatLevel && unitOf(text.trim() || asText(inherited), formatLevel)}
      canonical={(text) => asText(read(text))}
    />
  );
}

/** What is no plain number may have a unit of its own. */
function unitOf(text: string, formatLevel: Format): string | undefined {
  return text === '' || isPlainNumber(text)
    ? unitBehind(formatLevel, text === '' ? undefined : Number(text))
    : undefined;
}

function pairOf(value: unknown): [unknown, unknown] {
  return Array.isArray(value) ? [value[0], value[1]] : [value, undefined];
}
