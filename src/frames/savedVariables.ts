import { isRecord } from '../rule/isRecord';

/** A variable of a saved dashboard, with what is chosen in it. */
export interface SavedVariable {
  name: string;
  /** What is chosen, each value; undefined where that is not in what was saved. */
  values?: readonly string[];
  /** Filters that a reader adds to all queries of a data source; whether there are any. */
  filters?: boolean;
}

type JsonObject = Readonly<Record<string, unknown>>;

const ALL = '$__all';

/**
 * The variables of a dashboard's JSON, in the first schema (`templating.list`) and the second (`variables`). "All" is
 * each of the values that were saved with it, or the text that its author chose to stand for it.
 *
 * @param dashboard - Whatever it is. Never mutated.
 */
export function readVariables(dashboard: unknown): SavedVariable[] {
  if (!isRecord(dashboard)) {
    return [];
  }
  const { templating, variables } = dashboard;
  const first = isRecord(templating) ? listOf(templating.list) : [];
  const second = listOf(variables).map(({ spec, kind }): JsonObject => ({ ...recordOf(spec), type: kind }));
  return [...first, ...second].flatMap((one) => (typeof one.name === 'string' ? [readVariable(one.name, one)] : []));
}

function readVariable(name: string, variable: JsonObject): SavedVariable {
  if (typeof variable.type === 'string' && /^adhoc/i.test(variable.type)) {
    const filters = [...listOf(variable.filters), ...listOf(variable.baseFilters)];
    return { name, filters: filters.length > 0 };
  }
  const values = chosen(variable);
  return { name, ...(values && { values }) };
}

function chosen(variable: JsonObject): string[] | undefined {
  const current = recordOf(variable.current).value ?? (variable.type === 'constant' ? variable.query : undefined);
  const values = (Array.isArray(current) ? (current as unknown[]) : [current]).flatMap(textsOf);
  if (!values.includes(ALL)) {
    return values.length > 0 ? values : undefined;
  }
  if (typeof variable.allValue === 'string' && variable.allValue !== '') {
    return [variable.allValue];
  }
  const options = listOf(variable.options).flatMap((option) => textsOf(option.value));
  const all = options.filter((value) => value !== ALL);
  return all.length > 0 ? all : undefined;
}

function textsOf(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function recordOf(value: unknown): JsonObject {
  return isRecord(value) ? value : {};
}
