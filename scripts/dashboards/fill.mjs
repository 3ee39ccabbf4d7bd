import { dateText } from './time.mjs';

const PLACEHOLDER = /^<(csv|rule|date): ([^<>]+)>$/;

/**
 * A dashboard from its template: every string that is nothing but a placeholder is replaced.
 *
 * - `<csv: sales/lead-conversion>`: the CSV of that name
 * - `<rule: sales/lead-conversion>`: the rule of that name, filled in turn
 * - `<date: -260d>`: the day that far from now, `YYYY-MM-DD`
 */
export function fill(template, sources) {
  if (Array.isArray(template)) {
    return template.map((item) => fill(item, sources));
  }
  if (typeof template === 'object' && template !== null) {
    return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fill(value, sources)]));
  }
  const match = typeof template === 'string' ? PLACEHOLDER.exec(template) : null;
  return match ? resolve(match[1], match[2], sources) : template;
}

function resolve(kind, name, sources) {
  switch (kind) {
    case 'csv':
      return found(sources.csvs, kind, name);
    case 'rule':
      return fill(found(sources.rules, kind, name), sources);
    default:
      return dateText(sources.now, daysOf(name));
  }
}

function found(values, kind, name) {
  if (!(name in values)) {
    throw new Error(`There is no ${kind} "${name}". Known: ${Object.keys(values).join(', ')}`);
  }
  return values[name];
}

function daysOf(text) {
  const match = /^([+-]?\d+)d$/.exec(text);
  if (!match) {
    throw new Error(`"${text}" is no distance in days such as -260d`);
  }
  return Number(match[1]);
}
