import { MappingType, SpecialValueMatch, ValueMapping, ValueMappingResult } from '@grafana/data';

/** What a row of the mappings editor looks for. */
export type MappingCondition =
  | { type: MappingType.ValueToText; value: string }
  | { type: MappingType.RangeToText; from: number | null; to: number | null }
  | { type: MappingType.RegexToText; pattern: string }
  | { type: MappingType.SpecialValue; match: SpecialValueMatch };

export interface MappingRow {
  condition: MappingCondition;
  result: ValueMappingResult;
}

/** The conditions that a new row of a type starts from. */
export const BLANK_CONDITIONS: Record<MappingType, MappingCondition> = {
  [MappingType.ValueToText]: { type: MappingType.ValueToText, value: '' },
  [MappingType.RangeToText]: { type: MappingType.RangeToText, from: null, to: null },
  [MappingType.RegexToText]: { type: MappingType.RegexToText, pattern: '' },
  [MappingType.SpecialValue]: { type: MappingType.SpecialValue, match: SpecialValueMatch.Null },
};

/** Mappings as rows; a mapping of several values is a row a value. */
export function toRows(mappings: readonly ValueMapping[]): MappingRow[] {
  return mappings.flatMap((mapping): MappingRow[] => {
    switch (mapping.type) {
      case MappingType.ValueToText:
        return Object.entries(mapping.options).map(([value, result]) => ({
          condition: { type: mapping.type, value },
          result,
        }));
      case MappingType.RangeToText: {
        const { result, from, to } = mapping.options;
        return [{ condition: { type: mapping.type, from, to }, result }];
      }
      case MappingType.RegexToText: {
        const { result, pattern } = mapping.options;
        return [{ condition: { type: mapping.type, pattern }, result }];
      }
      case MappingType.SpecialValue: {
        const { result, match } = mapping.options;
        return [{ condition: { type: mapping.type, match }, result }];
      }
    }
  });
}

/** Rows as mappings: neighbouring values share one, and each result knows its place, as Grafana saves them. */
export function fromRows(rows: readonly MappingRow[]): ValueMapping[] {
  const mappings: ValueMapping[] = [];
  rows.forEach(({ condition, result: unplaced }, index) => {
    const result = { ...unplaced, index };
    switch (condition.type) {
      case MappingType.ValueToText: {
        const last = mappings[mappings.length - 1];
        if (last?.type === MappingType.ValueToText) {
          last.options[condition.value] = result;
        } else {
          mappings.push({ type: condition.type, options: { [condition.value]: result } });
        }
        break;
      }
      case MappingType.RangeToText:
        mappings.push({ type: condition.type, options: { from: condition.from, to: condition.to, result } });
        break;
      case MappingType.RegexToText:
        mappings.push({ type: condition.type, options: { pattern: condition.pattern, result } });
        break;
      case MappingType.SpecialValue:
        mappings.push({ type: condition.type, options: { match: condition.match, result } });
        break;
    }
  });
  return mappings;
}
