import type { MetricProtocol } from '../protocol/protocol';
import { acceptedUntil } from '../protocol/responses/accepted';
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
  /** "Escalate by hand to VP Sales", "After 2 d: escalate by hand to VP Sales". */
  then?: string;
}

/** What comes next if nobody acts. Undefined where the rule says nothing about it. */
export function nextWords(t: Translate, metric: MetricProtocol, times: TimeWords): Next | undefined {
  const to = escalationWords(t, metric, times);
  // What somebody promised is told with who has it; what the rule says of its own deadline stays.
  const ofRule = acceptedUntil(metric) === undefined ? { ...metric, response: undefined } : metric;
  const deadline = deadlineWords(t, ofRule, times);
  if (deadline) {
    return { due: `${deadline.words}.`, then: to && t('views.next.escalate', 'Escalate by hand to {{to}}', { to }) };
  }
  const then = laterWords(t, to, metric.rule);
  return then === undefined ? undefined : { then };
}

function laterWords(t: Translate, to: string | undefined, rule: Rule): string | undefined {
  const after = delayWords(t, rule, 'escalateAfter');
  if (after === undefined) {
    return to && t('views.next.escalate', 'Escalate by hand to {{to}}', { to });
  }
  return to
    ? t('views.next.after', 'After {{after}}: escalate by hand to {{to}}', { after, to })
    : t('views.next.due-after', 'Due {{after}} after it fires', { after });
}
