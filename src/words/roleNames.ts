import type { MetricProtocol } from '../protocol/protocol';
import type { Holder } from '../tables/directory/holder';
import { holderWords, roleWords } from './holderWords';
import { plainName } from '../tables/sheet/plainName';
import type { Translate } from './translate';
import { said } from './said';
import type { TimeWords } from './whenWords';

type Owned = Pick<MetricProtocol, 'rule' | 'owner'>;

/** The owner with who holds the role now: "Demand Gen: Ben Okafor for Ana Ruiz, away until 2 Dec". */
export function ownerWords(t: Translate, { rule, owner }: Owned, times: TimeWords): string | undefined {
  return owner ? roleWords(t, owner, times.date) : said(rule, 'owner');
}

/** The owner in a line: "Demand Gen (Ben Okafor)", "Demand Gen (vacant)". */
export function briefOwnerWords(t: Translate, { rule, owner }: Owned): string | undefined {
  return owner ? inBrackets(t, owner, briefHolder(t, owner)) : said(rule, 'owner');
}

/** To whom a breach goes next: "VP Sales (Ben Okafor for Dana Lee, away until 2 Dec)". */
export function escalationWords(
  t: Translate,
  { rule, escalation }: Pick<MetricProtocol, 'rule' | 'escalation'>,
  times: TimeWords
): string | undefined {
  return escalation ? inBrackets(t, escalation, holderWords(t, escalation, times.date)) : said(rule, 'escalateTo');
}

/** A person who was asked for by name is not named twice. */
function inBrackets(t: Translate, { role, ...held }: Holder, holder: string | undefined): string {
  const isNamed = held.kind === 'person' && plainName(held.holder.name) === plainName(role);
  return isNamed || holder === undefined ? role : t('views.who.holder', '{{role}} ({{holder}})', { role, holder });
}

/** Who holds a role, by the name alone: "Ben Okafor", "vacant". Undefined where there is nothing short to say. */
export function briefHolder(t: Translate, held: Holder): string | undefined {
  switch (held.kind) {
    case 'person':
    case 'deputy':
    case 'acting':
      return held.holder.name;
    case 'away':
      return t('views.who.away', 'away');
    case 'vacant':
      return t('views.who.vacant', 'vacant');
    case 'unknown':
      return undefined;
  }
}
