import type { Directory } from '../tables/directory/directory';
import type { Holder } from '../tables/directory/holder';
import type { WhoIsWho } from '../tables/directory/whoIsWho';
import type { TextField } from '../rule/fields';
import { says } from '../rule/answers';
import type { MetricProtocol, Protocol } from './protocol';

/**
 * The protocol with who holds the roles that its rules name as owner and to escalate to, at the moment that each metric
 * is judged at. A panel without a directory has none.
 */
export function withHolders(protocol: Protocol, who: WhoIsWho | undefined): Protocol {
  if (!who) {
    return protocol;
  }
  const metrics = protocol.metrics.map((metric): MetricProtocol => ({
    ...metric,
    owner: holderNow(who, metric, 'owner'),
    escalation: holderNow(who, metric, 'escalateTo'),
  }));
  return { ...protocol, who, metrics, nextChange: earlier(protocol.nextChange, nextReturn(who.directory, protocol)) };
}

function holderNow(who: WhoIsWho, { rule, now }: MetricProtocol, field: TextField): Holder | undefined {
  const role = says(rule, field) ? rule.text[field]?.value : undefined;
  return role === undefined ? undefined : who.holderOf(who.directory, role, now.at);
}

/** When somebody is back who is away now, epoch ms. */
function nextReturn({ entries }: Directory, { span: { now } }: Protocol): number | undefined {
  const ends = entries
    .map(({ awayUntil }) => awayUntil)
    .filter((until) => until !== undefined && now !== undefined && until >= now);
  return ends.length === 0 ? undefined : Math.min(...(ends as number[])) + 1;
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
