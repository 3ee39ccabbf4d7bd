import type { MetricProtocol, RuleChange } from '../protocol/protocol';
import { changeWords } from './changeWords';
import type { Format } from './conditionWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Changing = Pick<MetricProtocol, 'changes' | 'upcoming' | 'formatLevel'>;

/**
 * The last change of the rule in view and the next one that is agreed, a brief sentence each: "Since 1 Sep: critical
 * below 18 % → below 20 %; for 5 d → 2 d."
 */
export function changeNotes(t: Translate, { changes, upcoming, formatLevel }: Changing, times: TimeWords): string[] {
  const last = changes.at(-1);
  return [
    last &&
      t('views.change.since', 'Since {{day}}: {{what}}.', {
        day: times.day(last.at),
        what: changedTo(t, last, formatLevel),
      }),
    upcoming &&
      t('views.change.from', 'From {{day}}: {{what}}.', {
        day: times.day(upcoming.at),
        what: changedTo(t, upcoming, formatLevel),
      }),
  ].filter((note) => note !== undefined);
}

/** One change by its day: "Rule changed 1 Sep: critical below 18 % → below 20 %". */
export function changedWords(
  t: Translate,
  change: RuleChange,
  { formatLevel, times }: { formatLevel: Format; times: TimeWords }
): string {
  return t('views.change.changed', 'Rule changed {{day}}: {{what}}', {
    day: times.day(change.at),
    what: whatChanged(t, change, formatLevel).join('; '),
  });
}

/** What became another, in brief: "critical below 18 % → below 20 %; for 5 d → 2 d". */
export function changedTo(t: Translate, change: RuleChange, formatLevel: Format): string {
  return brief(t, whatChanged(t, change, formatLevel));
}

/** Never empty. */
function whatChanged(t: Translate, { before, after }: RuleChange, formatLevel: Format): string[] {
  const words = changeWords(t, before, after, formatLevel);
  return words.length > 0 ? words : [t('views.change.anew', 'agreed anew, the same as before')];
}

/** What comes first is what matters most; the strip and the chart tell the rest. */
const MOST = 3;

function brief(t: Translate, words: readonly string[]): string {
  const left = words.length - MOST;
  return left > 1
    ? t('views.change.brief', '{{first}}; {{left}} more changes', { first: words.slice(0, MOST).join('; '), left })
    : words.join('; ');
}
