import { agreementNow } from '../protocol/coverage';
import type { MetricProtocol } from '../protocol/protocol';
import type { Rule } from '../rule/rule';
import { RULE_SOURCES } from '../rule/rule';
import { parseMoment } from '../time/moment';
import { said } from './said';
import { sourceWords } from './sourceWords';
import type { Translate } from './translate';
import type { TimeWords } from './whenWords';

type Agreed = Pick<MetricProtocol, 'kind' | 'rule' | 'row'>;

/**
 * Who agreed on the rule, and when: "Agreed by Sales and Finance, 3 March 2026", with a word where nobody can tell
 * whether the rule still is what they agreed on, and that its levels are no part of that, where nobody signed those. Of a
 * rule that was changed since no signature is told, but that. Undefined where nobody agreed.
 */
export function agreedWords(t: Translate, metric: Agreed, times: TimeWords): string | undefined {
  const agreement = agreementNow(metric);
  if (agreement === undefined || agreement.state === 'changed') {
    return notAgreedWords(t, metric, times);
  }
  const signature = signatureWords(t, signatureNow(metric), times);
  if (signature === undefined) {
    return undefined;
  }
  const agreed =
    agreement.state === 'kept'
      ? signature
      : t('views.agreed.unchecked', '{{agreed}} (agreement not checked)', { agreed: signature });
  return agreement.isPart
    ? t('views.agreed.part', '{{agreed}}. The levels are not part of what was agreed', { agreed })
    : agreed;
}

/**
 * That the rule is another than the one that was agreed on: "Changed today, not agreed yet"; where nobody knows when,
 * "Changed since agreed", or what says something else. Undefined where it is not.
 */
export function notAgreedWords(t: Translate, metric: Agreed, times: Pick<TimeWords, 'day'>): string | undefined {
  const agreement = agreementNow(metric);
  if (agreement?.state !== 'changed') {
    return undefined;
  }
  const { time } = parseMoment(agreement.changedOn ?? '');
  if (time !== undefined) {
    return t('views.agreed.changed-on', 'Changed {{day}}, not agreed yet', { day: times.day(time) });
  }
  return agreement.by === undefined
    ? t('views.agreed.changed', 'Changed since agreed')
    : t('views.agreed.differs', 'Not as agreed ({{source}} says otherwise)', {
        source: sourceWords(t, agreement.by, metric.row),
      });
}

/** Who signed the rule as it is, and on which day, as they are written. */
export interface SignatureNow {
  by?: string;
  day?: string;
}

/**
 * The signature that may be told of a rule: nothing where the rule is another than the one that was agreed on, and no day
 * that is of somebody else's signature.
 */
export function signatureNow({ kind, rule }: Pick<MetricProtocol, 'kind' | 'rule'>): SignatureNow {
  const state = agreementNow({ kind, rule })?.state;
  if (state === undefined || state === 'changed') {
    return {};
  }
  return { by: said(rule, 'agreedBy'), day: isOfAnother(rule) ? undefined : said(rule, 'agreedOn') };
}

function signatureWords(t: Translate, { by, day }: SignatureNow, times: TimeWords): string | undefined {
  const on = day && dayWords(day, times);
  if (by && on) {
    return t('views.agreed.by-on', 'Agreed by {{by}}, {{on}}', { by, on });
  }
  if (by) {
    return t('views.agreed.by', 'Agreed by {{by}}', { by });
  }
  return on ? t('views.agreed.on', 'Agreed on {{on}}', { on }) : undefined;
}

/** Whether the day is stated less specifically than who agreed: it is the day of somebody else's signature. */
function isOfAnother({ text: { agreedBy, agreedOn } }: Rule): boolean {
  return (
    agreedBy !== undefined &&
    agreedOn !== undefined &&
    RULE_SOURCES.indexOf(agreedOn.source) > RULE_SOURCES.indexOf(agreedBy.source)
  );
}

/** A date of the calendar, which has no time zone; what is not written as one stays as it was written. */
function dayWords(text: string, times: TimeWords): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? times.fullDate(Date.parse(`${text}T00:00:00Z`)) : text;
}
