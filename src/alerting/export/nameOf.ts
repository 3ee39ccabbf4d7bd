import type { FoundPanel, FoundQuery } from '../../frames/foundPanel';
import { isPrometheus } from './dataSources';
import type { Part, Template } from './template';
import { readTemplate } from './template';

const NAME_OF_FIELD = /\$\{?__(field|series)\b/;

/**
 * How the series of a query are called, as far as what is saved says it: text, and places for labels.
 *
 * @returns Undefined where only the data say it.
 */
export function nameOf(query: FoundQuery, panel: Pick<FoundPanel, 'defaults' | 'overrides'>): Template | undefined {
  const given = displayNameOf(query, panel);
  if (given !== undefined) {
    const template = readTemplate(given);
    return template.some((part) => typeof part === 'string' && NAME_OF_FIELD.test(part)) ? undefined : template;
  }
  if (isPrometheus(query.dataSource.type)) {
    return legendOf(query.model.legendFormat);
  }
  const { alias } = query.model;
  return typeof alias === 'string' && alias !== '' && !/\$|\{\{|\[\[/.test(alias) ? [alias] : undefined;
}

/** The last display name that is stated for all of a query's series. */
function displayNameOf({ refId }: FoundQuery, { defaults, overrides }: Pick<FoundPanel, 'defaults' | 'overrides'>) {
  const forAll = overrides.filter(({ matcher }) => matcher.id === 'byFrameRefID' && matcher.options === refId);
  return [defaults, ...forAll.map(({ states }) => states)]
    .map(({ displayName }) => displayName)
    .findLast((name): name is string => typeof name === 'string' && name !== '');
}

/** `{{job}} on {{instance}}`, as Prometheus' legends are written; without one Grafana chooses by the data. */
function legendOf(format: unknown): Template | undefined {
  if (typeof format !== 'string' || format === '' || format === '__auto') {
    return undefined;
  }
  const parts: Part[] = [];
  let end = 0;
  for (const match of format.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)) {
    parts.push(format.slice(end, match.index), { label: match[1] });
    end = match.index + match[0].length;
  }
  parts.push(format.slice(end));
  return parts.filter((part) => part !== '');
}

/**
 * The labels of the series that has a name.
 *
 * @returns Undefined where no series can have it; `undecided` where several sets of labels give it.
 */
export function labelsOfName(
  template: Template,
  name: string
): Readonly<Record<string, string>> | undefined | 'undecided' {
  const found = splits(template, name);
  return found.length > 1 ? 'undecided' : found[0];
}

/** Every way to read a name by a template, at most two: more decide nothing. */
function splits(template: Template, name: string): Array<Record<string, string>> {
  const [first, ...rest] = template;
  if (first === undefined) {
    return name === '' ? [{}] : [];
  }
  if (typeof first === 'string') {
    return name.startsWith(first) ? splits(rest, name.slice(first.length)) : [];
  }
  const found: Array<Record<string, string>> = [];
  for (let length = 0; length <= name.length && found.length < 2; length++) {
    const value = name.slice(0, length);
    const others = splits(rest, name.slice(length)).filter((one) => (one[first.label] ?? value) === value);
    found.push(...others.map((one) => ({ ...one, [first.label]: value })));
  }
  return found.slice(0, 2);
}
