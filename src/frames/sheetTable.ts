import type { DataFrame, Field } from '@grafana/data';
import { FieldType } from '@grafana/data';

import type { SheetMetric } from '../tables/sheet/sheetRules';
import type { SheetTable } from '../tables/sheet/table';
import type { FieldMetric } from './metrics';
import { textOf } from './textOf';

/**
 * A data frame as a table of plain cells: its fields are the columns, headed by their display names. Times are epoch ms;
 * of an enumeration the cells are the words. What is no list has no cells.
 *
 * @returns Never throws; the frame is not mutated.
 */
export function sheetTable({ fields }: DataFrame): SheetTable {
  const columns = Array.from(fields, (field?: Field) =>
    field ? { header: headerOf(field), cells: cellsOf(field) } : { header: undefined, cells: [] }
  );
  const length = columns.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return {
    headers: columns.map(({ header }) => header),
    rows: Array.from({ length }, (_, row) => columns.map(({ cells }) => cells[row])),
  };
}

/** A metric as a rule sheet knows it: its name, and the unit that its levels are in. */
export function sheetMetric({ name, field }: FieldMetric): SheetMetric {
  return { name, unit: textOf(field.config.unit), affixes: affixesOf(field) };
}

/**
 * The name that somebody gave the field. Grafana's display name may have the frame's name in it, too, where several
 * queries return data.
 */
function headerOf({ name, config }: Field): unknown {
  return [config?.displayName, config?.displayNameFromDS].find((given) => textOf(given)?.trim()) ?? name;
}

function cellsOf({ type, values, config }: Field): readonly unknown[] {
  const cells: unknown = values;
  const list = Array.isArray(cells) || (ArrayBuffer.isView(cells) && !(cells instanceof DataView)) ? values : [];
  const words = type === FieldType.enum ? config?.type?.enum?.text : undefined;
  return words ? list.map((index: number) => words[index]) : list;
}

/** What stands beside a value of one. For other values a unit may be another (k, M), which is no part of its name. */
export function affixesOf({ display }: Field): string[] {
  try {
    const { prefix, suffix } = display?.(1) ?? {};
    return [prefix, suffix].flatMap((affix) => textOf(affix)?.trim() || []);
  } catch {
    // Units come with the data, and Grafana takes any name for one of its own.
    return [];
  }
}
