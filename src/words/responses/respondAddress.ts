import type { MetricProtocol } from '../../protocol/protocol';
import { said } from '../said';

/** What may stand in a rule's respond URL, in braces, as in a URI template (docs/interventions.md). */
const PLACEHOLDERS = ['metric', 'level', 'value', 'since', 'owner', 'link'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

/** With or without the sign of Grafana's variables, which were put in before: a dashboard's own variable comes first. */
const PLACEHOLDER = new RegExp(`\\$?\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');

/**
 * The rule's respond URL with what is known of its metric now in the place of the placeholders, percent-encoded, so that
 * nothing in a name is read as another part of the address: `{metric}`, `{level}` (`warning` or `critical`, where it
 * fires), `{value}` (as it is shown), `{since}` (ISO, where that is known), `{owner}` and `{link}` (to the panel). What is
 * not known leaves its place blank; other braces stay as they are written. Whoever links to it has to sanitise it.
 *
 * @param link - The address at which the metric is shown; undefined where nobody knows it.
 * @returns Undefined where the rule names no address.
 */
export function respondAddress(metric: MetricProtocol, link?: string): string | undefined {
  const url = said(metric.rule, 'respondUrl');
  return url?.replace(PLACEHOLDER, (_, name: Placeholder) => encoded(valueOf(name, metric, link) ?? ''));
}

function valueOf(name: Placeholder, metric: MetricProtocol, link: string | undefined): string | undefined {
  const { rule, now, last, format } = metric;
  switch (name) {
    case 'metric':
      return metric.name;
    case 'level':
      return now.state === 'firing' ? now.severity : undefined;
    case 'value':
      return last && format(last.value);
    case 'since':
      return now.since === null ? undefined : isoMoment(now.since);
    case 'owner':
      return said(rule, 'owner');
    case 'link':
      return link;
  }
}

/** `2026-11-19T05:00:00Z`; with its milliseconds where it has some. */
function isoMoment(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Half of an emoji can't be encoded; what RFC 3986 reserves beside is encoded, too, for chats that end an address at it. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
