import type { Breach } from '../../evaluation/evaluation';
import type { WhoIsWho } from '../../tables/directory/whoIsWho';
import { deputyOf } from '../../tables/directory/holderOf';
import type { Person } from '../../tables/directory/holder';
import { says } from '../../rule/answers';
import { breachStretches } from '../breaches/breachStretches';
import type { MetricProtocol, Protocol } from '../protocol';
import { countOverdue, tally, worstFirst } from '../ranking';
import type { BreachResponse } from './breachResponse';
import { breachResponse } from './breachResponse';
import { firingBreaches } from './firingBreaches';
import type { BreachAddress, Intervention, Responses } from './intervention';
import { linkInterventions, timeOf, wasOpen } from './linkInterventions';
import type { MetricResponse, OpenBreach } from './metricResponse';
import { responseFigures } from './responseFigures';

/** All that is known of the interventions of a dashboard. */
export type Tracked = Extract<Responses, { kind: 'tracked' }>;

/**
 * The protocol with what people did about the breaches of its metrics: what is accepted is ranked and counted as that, a
 * promised word that was not said is overdue, and the protocol is told anew when the clock changes either.
 *
 * @param protocol - Of metrics with their identities; those without one have no response.
 */
export function withResponses(protocol: Protocol, responses: Responses, who: WhoIsWho | undefined): Protocol {
  if (responses.kind !== 'tracked') {
    return { ...protocol, responses };
  }
  const byIdentity = groupByIdentity(responses.interventions);
  const metrics = protocol.metrics.map((metric) => withResponse(metric, responses, { byIdentity, who }));
  const said = { ...protocol, responses, metrics, nextChange: nextChange(protocol.nextChange, metrics) };
  return metrics.some(({ response }) => response?.open?.response)
    ? { ...said, worstFirst: worstFirst(metrics), tally: tally(metrics), overdue: countOverdue(metrics) }
    : said;
}

interface Surroundings {
  byIdentity: ReadonlyMap<string, readonly Intervention[]>;
  who: WhoIsWho | undefined;
}

function groupByIdentity(interventions: readonly Intervention[]): Map<string, Intervention[]> {
  const groups = new Map<string, Intervention[]>();
  for (const one of interventions) {
    groups.set(one.breach.identity, [...(groups.get(one.breach.identity) ?? []), one]);
  }
  return groups;
}

function withResponse(metric: MetricProtocol, known: Tracked, { byIdentity, who }: Surroundings): MetricProtocol {
  const { identity, kind, view, stepMs } = metric;
  if (identity === undefined || kind !== 'ruled') {
    return metric;
  }
  const interventions = byIdentity.get(identity) ?? [];
  const stretches = breachStretches(view.breaches);
  const { of, isSpokenOf } = linkInterventions(stretches, identity, interventions, stepMs);
  const answered = stretches.map((breaches, index) => ({
    breaches,
    response: breachResponse(of[index], worstSeverity(breaches)),
    isSpokenOf: isSpokenOf[index],
  }));
  const response: MetricResponse = {
    open: openBreach(metric, identity, interventions, who),
    figures: responseFigures(answered, known),
  };
  return { ...metric, response };
}

function worstSeverity(breaches: readonly Breach[]): Breach['severity'] {
  return breaches.some(({ severity }) => severity === 'critical') ? 'critical' : 'warning';
}

/** Of what the rule makes of missing data there is no breach that anybody could speak of. */
function openBreach(
  metric: MetricProtocol,
  identity: string,
  interventions: readonly Intervention[],
  who: WhoIsWho | undefined
): OpenBreach | undefined {
  const { now, stepMs } = metric;
  if (now.state !== 'firing' || now.because !== undefined) {
    return undefined;
  }
  const { severity } = now;
  const stretches = breachStretches(firingBreaches(metric));
  const place = stretches.findLastIndex((breaches) => breaches.some((one) => isOpenOf(one, severity)));
  const breach = stretches[place]?.find((one) => isOpenOf(one, severity));
  if (!breach) {
    return undefined;
  }
  const { of, orphans } = linkInterventions(stretches, identity, interventions, stepMs);
  const response = breachResponse(of[place], severity);
  const address: BreachAddress = {
    identity,
    severity,
    name: metric.name,
    stretch: { from: Math.min(timeOf(breach).from, now.at), to: now.at },
    isOpen: true,
    ...(stepMs !== undefined && { stepMs }),
  };
  const maybe = place === 0 && stretches[0][0].onset === null ? orphans.filter(wasOpen) : [];
  const deputy = deputyFor(metric, response, who);
  return { address, response, maybe, ...(deputy && { deputy }) };
}

function isOpenOf({ severity, end }: Breach, firing: Breach['severity']): boolean {
  return severity === firing && end === undefined;
}

/** Who promised a word may be called otherwise in the directory than by Grafana; then the owner's deputy is asked. */
function deputyFor(
  { rule, now }: MetricProtocol,
  response: BreachResponse | undefined,
  who: WhoIsWho | undefined
): Person | undefined {
  const { holder, nextWordBy } = response ?? {};
  if (!who || !holder || nextWordBy === undefined) {
    return undefined;
  }
  const owner = says(rule, 'owner') ? rule.text.owner?.value : undefined;
  return (
    deputyOf(who.directory, holder.name, now.at) ??
    (owner === undefined ? undefined : deputyOf(who.directory, owner, now.at, holder.name))
  );
}

/** When the clock alone changes what is said of the responses, epoch ms. */
function nextChange(before: number | undefined, metrics: readonly MetricProtocol[]): number | undefined {
  const moments = metrics.flatMap(({ now, response }) => {
    const { nextWordBy, acceptedUntil } = response?.open?.response ?? {};
    return now.live ? [nextWordBy, acceptedUntil].filter((at): at is number => at !== undefined && at > now.at) : [];
  });
  return moments.reduce((first: number | undefined, at) => Math.min(first ?? at, at), before);
}
