import type { DecimalMark } from '../../rule/cells/decimal';

/** The query of a sheet by its refId; undefined where none was chosen. */
export function chosenQuery(option: unknown): string | undefined {
  return typeof option === 'string' && option !== '' ? option : undefined;
}

/** How the sheet writes fractions; undefined where its cells are to decide. */
export function decimalOption(option: unknown): DecimalMark | undefined {
  return option === 'point' ? '.' : option === 'comma' ? ',' : undefined;
}
