import { overdueOf } from '../protocol/overdue';
import type { MetricProtocol } from '../protocol/protocol';
import type { Rule } from '../rule/rule';
import { delayWords } from './scheduleWords';
import type { Translate } from './translate';
import { isFiring } from './badge';
import { escalationWords } from './roleNames';
import type { TimeWords } from './whenWords';

/** When the intervention is due and to whom it goes then. */
export interface Next {
  /** "Due today 14:05." or "Was due yesterday 14:05."; only while firing. */
  due?: string;
  /** "Escalate by hand to VP Sales", "After 2 d: escalate by hand to VP Sales". */
  then?: string;
}

/** "Due today 14:05.", while a breach fires and there is time left: what is overdue is said first and by its amount. */
export function upcomingDeadlineWords(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  return isFiring(metric) && !overdueOf(metric) ? deadlineWords(t, metric, times) : undefined;
}

/** What comes next if nobody acts. Undefined where the rule says nothing about it. */
export function nextWords(t: Translate, metric: MetricProtocol, times: TimeWords): Next | undefined {
  const to = escalationWords(t, metric, times);
  const due = isFiring(metric) ? deadlineWords(t, metric, times) : undefined;
  if (due !== undefined) {
    return { due, then: to && t('views.next.escalate', 'Escalate by hand to {{to}}', { to }) };
  }
  const then = laterWords(t, to, metric.rule);
  return then === undefined ? undefined : { then };
}

function deadlineWords(t: Translate, { deadline, now }: MetricProtocol, times: TimeWords): string | undefined {
  switch (deadline?.kind) {
    case 'at':
      return deadline.at <= now.at
        ? t('views.next.was-due', 'Was due {{at}}.', { at: times.at(deadline.at) })
        : t('views.next.due', 'Due {{at}}.', { at: times.at(deadline.at) });
    case 'before':
      return deadline.at <= now.at
        ? t('views.next.was-due-before', 'Was due before {{at}}.', { at: times.at(deadline.at) })
        : undefined;
    default:
      return undefined;
  }
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
