import type { MetricProtocol } from '../protocol/protocol';
import type { Translate } from './translate';

/** What fires further down: "2 more critical below", "1 more warning below", "2 more critical, 1 warning below". */
export function firingBelowWords(t: Translate, below: ReadonlyArray<Pick<MetricProtocol, 'now'>>): string {
  const critical = below.filter(({ now }) => now.state === 'firing' && now.severity === 'critical').length;
  const warning = below.length - critical;
  if (warning === 0) {
    return t('views.list.below-critical', '{{n}} more critical below', { n: critical });
  }
  return critical === 0
    ? t('views.list.below-warning', '{{n}} more warning below', { n: warning })
    : t('views.list.below-both', '{{critical}} more critical, {{warning}} warning below', { critical, warning });
}
