import { plainName } from '../tables/sheet/plainName';
import type { Translate } from './translate';
import type { Holder } from '../tables/directory/holder';

/**
 * Says who holds a role: "Ana Ruiz", "Ben Okafor for Ana Ruiz, away until 2 Dec", "vacant", "nobody by this name in the
 * directory".
 *
 * @param formatDay - Writes the day of a moment (epoch ms): "2 Dec". In the zone in which the directory was read.
 */
export function holderWords(t: Translate, holder: Holder, formatDay: (time: number) => string): string {
  switch (holder.kind) {
    case 'person':
      return personWords(t, holder);
    case 'deputy':
      return t('rule.directory.deputy', '{{name}} for {{absent}}, away until {{day}}', {
        name: holder.holder.name,
        absent: holder.absent,
        day: formatDay(holder.awayUntil),
      });
    case 'acting':
      return t('rule.directory.acting', '{{name}} stands in, the role is vacant', { name: holder.holder.name });
    case 'away':
      return t('rule.directory.away', '{{name}} is away until {{day}}, and nobody stands in', {
        name: holder.absent.name,
        day: formatDay(holder.awayUntil),
      });
    case 'vacant':
      return t('rule.directory.vacant', 'vacant');
    case 'unknown':
      return t('rule.directory.unknown', 'nobody by this name in the directory');
  }
}

/** The role with who holds it: "Demand Gen: Ana Ruiz". A person who was asked for by name is not named twice. */
export function roleWords(t: Translate, holder: Holder, formatDay: (time: number) => string): string {
  const words = holderWords(t, holder, formatDay);
  const isNamed = holder.kind === 'person' && plainName(holder.holder.name) === plainName(holder.role);
  return isNamed ? words : t('rule.directory.role', '{{role}}: {{holder}}', { role: holder.role, holder: words });
}

function personWords(t: Translate, { holder, others }: Extract<Holder, { kind: 'person' }>): string {
  const { name } = holder;
  return others.length === 0
    ? name
    : t('rule.directory.shared', '{{name}} (also {{others}})', {
        name,
        others: others.map((other) => other.name).join(', '),
      });
}
