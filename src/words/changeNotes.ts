import { agreementNow } from '../protocol/coverage';
import type { MetricProtocol, RuleChange } from '../protocol/protocol';
import { ruleKind } from '../rule/kind';
import { changeWords } from './changeWords';
import type { Format } from './conditionWords';
import { ruleBeforeCorrection } from './correctedRule';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Changing = Pick<MetricProtocol, 'kind' | 'rule' | 'changes' | 'upcoming' | 'formatLevel'>;

/**
 * The last change of the rule in view and the next one that is written, a brief sentence each: "Since 1 Sep: critical
 * below 18 % → below 20 %; for 5 d → 2 d." Of a next one that nobody agreed to, where there was an agreement, that. Between
 * both what was corrected since the rule was agreed, as long as that is not agreed anew.
 */
export function changeNotes(t: Translate, metric: Changing, times: TimeWords): string[] {
  const { changes, upcoming, formatLevel } = metric;
  const last = changes.at(-1);
  return [
    last &&
      t('views.change.since', 'Since {{day}}: {{what}}.', {
        day: times.day(last.at),
        what: changedTo(t, last, formatLevel),
      }),
    correctedNote(t, metric),
    upcoming && upcomingNote(t, upcoming, { formatLevel, times }),
  ].filter((note) => note !== undefined);
}

function correctedNote(t: Translate, metric: Changing): string | undefined {
  const { rule, formatLevel } = metric;
  const before = agreementNow(metric)?.state === 'changed' ? ruleBeforeCorrection(rule) : undefined;
  const words = before ? changeWords(t, before, rule, formatLevel) : [];
  return words.length > 0
    ? t('views.change.since-agreed', 'Changed from what was agreed: {{what}}.', { what: brief(t, words) })
    : undefined;
}

/** The next version that is written: "From 1 Dec (not agreed yet): for 2 d → 1 d." */
export function upcomingNote(
  t: Translate,
  upcoming: RuleChange,
  { formatLevel, times }: { formatLevel: Format; times: TimeWords }
): string {
  const { at, before, after } = upcoming;
  const day = times.day(at);
  if (!endsAgreement(upcoming)) {
    return t('views.change.from', 'From {{day}}: {{what}}.', { day, what: changedTo(t, upcoming, formatLevel) });
  }
  const changed = changeWords(t, before, after, formatLevel);
  const what = changed.length > 0 ? brief(t, changed) : t('views.change.same', 'the same as before');
  return t('views.change.from-open', 'From {{day}} (not agreed yet): {{what}}.', { day, what });
}

/** Whether there is an agreement, and not on what comes. */
function endsAgreement({ before, after }: RuleChange): boolean {
  const [former, next] = [before, after].map((rule) => agreementNow({ kind: ruleKind(rule), rule })?.state);
  return next === 'changed' || (next === undefined && former !== undefined);
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
