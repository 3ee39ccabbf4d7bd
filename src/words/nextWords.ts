import { overdueOf } from '../protocol/overdue';
import type { MetricProtocol } from '../protocol/protocol';
import type { Rule } from '../rule/rule';
import { delayWords } from './scheduleWords';
import type { Translate } from './translate';
import { deadlineWords } from './deadlineWords';
import { escalationWords } from './roleNames';
import type { TimeWords } from './whenWords';

/** When the intervention is due and to whom it goes then. */
export interface Next {
  /** "Due today 14:05." or "Overdue 2 d (since 25 Nov)."; only while firing. */
  due?: string;
  /** "Then tell VP Sales", "After 2 d, tell VP Sales". */
  then?: string;
}

/** What comes next if nobody acts. Undefined where the rule says nothing about it. */
export function nextWords(t: Translate, metric: MetricProtocol, times: TimeWords): Next | undefined {
  const to = escalationWords(t, metric, times);
  // A promised word that is late is said with whose turn it is; here stands what the rule says.
  const isWordLate = overdueOf(metric)?.kind === 'word';
  const deadline = deadlineWords(t, isWordLate ? { ...metric, response: undefined } : metric, times);
  if (deadline) {
    return { due: `${deadline.words}.`, then: to && t('views.next.escalate', 'Then tell {{to}}', { to }) };
  }
  const then = laterWords(t, to, metric.rule);
  return then === undefined ? undefined : { then };
}

function laterWords(t: Translate, to: string | undefined, rule: Rule): string | undefined {
  const after = delayWords(t, rule, 'escalateAfter');
  if (after === undefined) {
    return to && t('views.next.escalate', 'Then tell {{to}}', { to });
  }
  return to
    ? t('views.next.after', 'After {{after}}, tell {{to}}', { after, to })
    : t('views.next.due-after', 'Due {{after}} after the breach begins', { after });
}
