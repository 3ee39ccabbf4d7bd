/** The values of a dashboard's variables by their names; undefined where only the data source knows them. */
export type Variables = ReadonlyMap<string, readonly string[] | undefined>;

const VARIABLE = /\$(\w+)|\[\[(\w+?)(?::\w+)?\]\]|\$\{(\w+)(?:\.[^:^}]+)?(?::[^}]+)?\}/g;

/** The variables of a text that nobody knows the value of. */
export interface Unfilled {
  text: string;
  unknown: readonly string[];
}

/**
 * Puts the values of a dashboard's variables into a text. Names that the dashboard has no variable of are left as they
 * are: to Grafana they are text, too.
 *
 * @param join - How several values are written; undefined: they can't be.
 */
export function fillVariables(
  text: string,
  variables: Variables,
  join: (values: readonly string[]) => string | undefined
): Unfilled {
  const unknown = new Set<string>();
  const filled = text.replace(VARIABLE, (written, ...names: Array<string | undefined>) => {
    const name = names.slice(0, 3).find((one) => one !== undefined) ?? '';
    if (!variables.has(name)) {
      return written;
    }
    const values = variables.get(name);
    const joined = values && (values.length === 1 ? values[0] : join(values));
    if (joined === undefined) {
      unknown.add(name);
      return written;
    }
    return joined;
  });
  return { text: filled, unknown: [...unknown] };
}

/** As Grafana writes several values for the matchers of PromQL. */
export function joinForPromQl(values: readonly string[]): string {
  return `(${values.map((value) => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\\\$&')).join('|')})`;
}

/** Puts variables into every text of a query. */
export function fillModel(
  model: Readonly<Record<string, unknown>>,
  variables: Variables,
  join: (values: readonly string[]) => string | undefined
): { model: Record<string, unknown>; unknown: readonly string[] } {
  const unknown = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const { text, unknown: missing } = fillVariables(value, variables, join);
      missing.forEach((name) => unknown.add(name));
      return text;
    }
    if (Array.isArray(value)) {
      return value.map(fill);
    }
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]))
      : value;
  };
  return { model: fill(model) as Record<string, unknown>, unknown: [...unknown] };
}
