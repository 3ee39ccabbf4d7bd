import { css } from '@emotion/css';
import {
  FALLBACK_COLOR,
  GrafanaTheme2,
  MappingType,
  SelectableValue,
  SpecialValueMatch,
  StandardEditorProps,
  ValueMapping,
} from '@grafana/data';
import { Button, ColorPicker, IconButton, Select, Stack, useStyles2 } from '@grafana/ui';
import { BLANK_CONDITIONS, fromRows, MappingCondition, MappingRow, toRows } from './mappingRows';
import { NumberInput } from './NumberInput';
import { TextInput } from './TextInput';

type Props = StandardEditorProps<ValueMapping[] | undefined>;

const TYPES: Array<SelectableValue<MappingType>> = [
  { label: 'Value', value: MappingType.ValueToText },
  { label: 'Range', value: MappingType.RangeToText },
  { label: 'Regex', value: MappingType.RegexToText },
  { label: 'Special', value: MappingType.SpecialValue },
];

const SPECIAL_VALUES: Array<SelectableValue<SpecialValueMatch>> = [
  { label: 'Null', value: SpecialValueMatch.Null },
  { label: 'NaN', value: SpecialValueMatch.NaN },
  { label: 'Null + NaN', value: SpecialValueMatch.NullAndNaN },
  { label: 'Boolean true', value: SpecialValueMatch.True },
  { label: 'Boolean false', value: SpecialValueMatch.False },
  { label: 'Empty', value: SpecialValueMatch.Empty },
];

const NO_MAPPINGS: ValueMapping[] = [];

/** The standard editor `mappings`: a row a mapping, with the text and the color to show instead. */
export function MappingsEditor({ value = NO_MAPPINGS, onChange }: Props) {
  const rows = toRows(value);
  const save = (next: MappingRow[]) => onChange(fromRows(next));
  const replace = (index: number, row: MappingRow) => save(rows.map((old, i) => (i === index ? row : old)));
  const add = () => save([...rows, { condition: BLANK_CONDITIONS[MappingType.ValueToText], result: {} }]);

  return (
    <Stack direction="column" gap={1}>
      {rows.map((row, index) => (
        <Row
          key={index}
          name={`Mapping ${index + 1}`}
          row={row}
          onChange={(next) => replace(index, next)}
          onRemove={() => save(rows.filter((_, i) => i !== index))}
        />
      ))}
      <Button size="sm" icon="plus" variant="secondary" fullWidth onClick={add}>
        Add value mapping
      </Button>
    </Stack>
  );
}

interface RowProps {
  name: string;
  row: MappingRow;
  onChange: (row: MappingRow) => void;
  onRemove: () => void;
}

function Row({ name, row, onChange, onRemove }: RowProps) {
  const styles = useStyles2(getStyles);
  const { condition, result } = row;
  return (
    <div className={styles.row} role="group" aria-label={name}>
      <Stack gap={0.5} alignItems="center">
        <div className={styles.type}>
          <Select
            aria-label={`${name} type`}
            options={TYPES}
            value={condition.type}
            onChange={({ value }) => value && onChange({ ...row, condition: BLANK_CONDITIONS[value] })}
          />
        </div>
        <Condition name={name} condition={condition} onChange={(next) => onChange({ ...row, condition: next })} />
      </Stack>
      <Stack gap={1} alignItems="center">
        <TextInput
          aria-label={`${name} display text`}
          placeholder="Display text"
          value={result.text}
          onChange={(text) => onChange({ ...row, result: { ...result, text } })}
        />
        <ColorPicker
          color={result.color ?? FALLBACK_COLOR}
          onChange={(color) => onChange({ ...row, result: { ...result, color } })}
          enableNamedColors
        />
        <IconButton name="trash-alt" tooltip={`Remove ${name.toLowerCase()}`} onClick={onRemove} />
      </Stack>
    </div>
  );
}

interface ConditionProps {
  name: string;
  condition: MappingCondition;
  onChange: (condition: MappingCondition) => void;
}

function Condition({ name, condition, onChange }: ConditionProps) {
  switch (condition.type) {
    case MappingType.ValueToText:
      return (
        <TextInput
          aria-label={`${name} value`}
          placeholder="Value"
          value={condition.value}
          onChange={(value = '') => onChange({ ...condition, value })}
        />
      );
    case MappingType.RangeToText:
      return (
        <>
          <NumberInput
            aria-label={`${name} from`}
            value={condition.from ?? undefined}
            settings={{ placeholder: 'From' }}
            onChange={(from) => onChange({ ...condition, from: from ?? null })}
          />
          <NumberInput
            aria-label={`${name} to`}
            value={condition.to ?? undefined}
            settings={{ placeholder: 'To' }}
            onChange={(to) => onChange({ ...condition, to: to ?? null })}
          />
        </>
      );
    case MappingType.RegexToText:
      return (
        <TextInput
          aria-label={`${name} pattern`}
          placeholder="Regular expression"
          value={condition.pattern}
          onChange={(pattern = '') => onChange({ ...condition, pattern })}
        />
      );
    case MappingType.SpecialValue:
      return (
        <Select
          aria-label={`${name} match`}
          options={SPECIAL_VALUES}
          value={condition.match}
          onChange={({ value }) => value && onChange({ ...condition, match: value })}
        />
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  type: css({ flex: 'none', width: theme.spacing(12) }),
  row: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    paddingBottom: theme.spacing(1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
});
