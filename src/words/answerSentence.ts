import { agreementNow } from '../protocol/coverage';
import type { MetricProtocol } from '../protocol/protocol';
import { acceptedUntil } from '../protocol/responses/accepted';
import { meets } from '../rule/condition';
import type { Level } from '../rule/level';
import type { Translate } from './translate';
import { actWhen, conditionWords } from './conditionWords';
import { badgeOf, isFiring } from './badge';
import { said } from './said';
import { agreedWords, notAgreedWords } from './agreedWords';
import { changeNotes } from './changeNotes';
import { checkedNote } from './checkedWords';
import { deadlineWords, upcomingDeadlineWords } from './deadlineWords';
import { missingWords } from './missingWords';
import { nextWords } from './nextWords';
import { lateWords, respondedWords } from './responses/openWords';
import { noteWords } from './noteWords';
import { briefOwnerWords } from './roleNames';
import { settledNote } from './settledWords';
import { sinceWords } from './sinceWords';
import { stateWord } from './stateWord';
import type { TimeWords } from './whenWords';

/** What a sentence needs beside the metric. */
export interface AnswerContext {
  times: TimeWords;
  /** The steps of an action that is written in Markdown, with what their links lead to. */
  steps: (markdown: string) => string[];
  /** An address as it is understood outside of Grafana. */
  address: (written: string) => string;
  /** Where the metric is shown. */
  panel?: PanelLink;
}

/** A panel as a reader elsewhere finds it. */
export interface PanelLink {
  title?: string;
  /** The title of its dashboard. */
  dashboard?: string;
  url: string;
}

/**
 * The answer for chat, given before it is asked. The first line alone is one: the value, its state, and what that means
 * now. Then what is agreed (of what nobody signed only that it is the rule), and where it is shown:
 *
 *     Lead conversion is 17 %. Critical since Fri 20 Nov. Overdue 2 d (since 25 Nov). Act now: Demand Gen: Pause …
 *     Agreed: below 20 % for 2 d (Agreed by Sales and Finance, 3 March 2026). Escalate by hand to VP Sales.
 *     Lead quality, Sales Ops: https://…
 *
 * Plain text, in every state.
 */
export function answerSentence(t: Translate, metric: MetricProtocol, context: AnswerContext): string {
  const { times, panel } = context;
  const missing = missingWords(t, metric);
  return [
    [
      headline(t, metric, times),
      overdueSentence(t, metric, times),
      holderNote(t, metric, times),
      ...noteWords(t, metric, times),
      settledNote(t, metric, times),
      checkedNote(t, metric),
      verdict(t, metric, context) ?? missing,
    ],
    [
      agreement(t, metric, context),
      ...changeNotes(t, metric, times),
      metric.kind !== 'unruled' && metric.kind !== 'levelOnly' && missing,
      escalation(t, metric, times),
    ],
    [panel && linkWords(panel)],
  ]
    .map((line) => line.filter(Boolean).join(' '))
    .filter((line) => line !== '')
    .join('\n');
}

/** "Lead quality, Sales Ops: https://…" */
function linkWords({ title, dashboard, url }: PanelLink): string {
  const names = [title, dashboard].filter((name) => name?.trim()).join(', ');
  return names === '' ? url : `${names}: ${url}`;
}

function overdueSentence(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  const { late, turn } = lateWords(t, metric, metric.response?.open ?? {}, times);
  if (late !== undefined) {
    return [late, turn].filter(Boolean).join(' ');
  }
  const deadline = deadlineWords(t, metric, times);
  return deadline?.isOverdue ? `${deadline.words}.` : undefined;
}

/** Who has it: for who reads the first line alone. */
function holderNote(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  return isToAct(metric) ? respondedWords(t, metric, times) : undefined;
}

function headline(t: Translate, metric: MetricProtocol, times: TimeWords): string {
  const { name, last, format, now } = metric;
  const state = stateWord(t, badgeOf(metric));
  const since = sinceWords(t, metric, times);
  if (last === undefined) {
    return t('views.answer.no-value', '{{name}}: {{state}}.', { name, state });
  }
  const values = { name, value: format(last.value), state, since };
  if (metric.tooFew !== undefined) {
    // Younger values stand for too few: this one is not of now.
    return t('views.answer.was-on', '{{name}} was {{value}} on {{date}}. {{state}}.', {
      ...values,
      date: times.date(last.time),
    });
  }
  if (!now.live) {
    return t('views.answer.was', '{{name}} was {{value}}, {{state}} {{since}}.', values);
  }
  if ('because' in now && now.because !== undefined) {
    return t('views.answer.last-was', '{{name}} was {{value}} when it was last known. {{state}}.', values);
  }
  switch (badgeOf(metric)) {
    case 'normal':
    case 'context':
    case 'unruled':
      return t('views.answer.is', '{{name}} is {{value}}.', values);
    case 'stale':
    case 'error':
    case 'nodata':
      return t('views.answer.last-was', '{{name}} was {{value}} when it was last known. {{state}}.', values);
    default:
      return since === undefined
        ? t('views.answer.is-state', '{{name}} is {{value}}. {{state}}.', values)
        : t('views.answer.is-state-since', '{{name}} is {{value}}. {{state}} {{since}}.', values);
  }
}

function agreement(t: Translate, metric: MetricProtocol, context: AnswerContext): string | undefined {
  const { kind, formatLevel } = metric;
  if (kind === 'levelOnly') {
    const condition = crossedOrFirst(metric)?.condition;
    return (
      condition &&
      t('views.answer.level', 'Level: {{condition}}.', { condition: conditionWords(t, condition, formatLevel) })
    );
  }
  const terms = [whenToAct(t, metric), isToAct(metric) ? undefined : whoDoes(t, metric, context)]
    .filter(Boolean)
    .join(', ');
  if (kind !== 'ruled' || terms === '') {
    return undefined;
  }
  const { times } = context;
  const changed = notAgreedWords(t, metric, times);
  if (changed !== undefined) {
    return t('views.answer.changed', '{{changed}}: {{terms}}.', { changed, terms });
  }
  const agreed = agreedWords(t, metric, times);
  if (agreed === undefined || agreementNow(metric)?.isPart) {
    // Of levels that nobody signed it is no agreement, whatever else was agreed.
    const rule = t('views.answer.rule', 'Rule: {{terms}}.', { terms });
    return agreed === undefined ? rule : `${rule} ${agreed}.`;
  }
  return t('views.answer.agreed-by', 'Agreed: {{terms}} ({{agreed}}).', { terms, agreed });
}

/** Whether somebody has to act now: then the first line says who does what. */
function isToAct(metric: MetricProtocol): boolean {
  return isFiring(metric) && metric.now.live;
}

/** The worst level that the value stands beyond, else the one that comes first. */
function crossedOrFirst({ rule, last }: MetricProtocol): Level | undefined {
  const worst = [...rule.levels].sort(({ severity }) => (severity === 'critical' ? -1 : 1));
  return worst.find(({ condition }) => last && meets(condition, last.value)) ?? worst[worst.length - 1];
}

/** "below 20 % for 2 d (warning below 24 %)" */
function whenToAct(t: Translate, { rule, formatLevel, now }: MetricProtocol): string {
  const { condition, lasting, other } = actWhen(t, rule, formatLevel, now);
  return [condition, lasting, other && `(${other})`].filter(Boolean).join(' ');
}

/** "Demand Gen (Ana Ruiz): Pause paid campaigns; Call the 20 newest leads". */
function whoDoes(t: Translate, metric: MetricProtocol, { steps, address }: AnswerContext): string | undefined {
  const { rule } = metric;
  const does = steps(said(rule, 'action') ?? '').join('; ') || address(said(rule, 'runbook') ?? '');
  return [briefOwnerWords(t, metric), does].filter(Boolean).join(': ').replace(/\.$/, '') || undefined;
}

function verdict(t: Translate, metric: MetricProtocol, context: AnswerContext): string | undefined {
  if (metric.kind === 'context') {
    const reason = said(metric.rule, 'noRule');
    return reason
      ? t('views.answer.context', 'No rule needed: {{reason}}', { reason })
      : t('views.answer.context-bare', 'No rule needed.');
  }
  if (metric.kind !== 'ruled') {
    return undefined;
  }
  if (!metric.now.live) {
    return t('views.answer.past', 'This was the state then, not today’s.');
  }
  const accepted = acceptedUntil(metric);
  switch (metric.now.state) {
    case 'firing':
      return accepted === undefined
        ? actNow(t, metric, context)
        : t('views.answer.accepted', 'No action until {{until}}.', { until: context.times.day(accepted) });
    case 'pending':
      return t('views.answer.not-yet', 'No action yet.');
    case 'normal':
      return t('views.answer.no-action', 'No action now.');
    case 'recovering':
      return t('views.answer.no-new-action', 'No new action.');
    default:
      return t('views.answer.undecided', 'Whether to act can’t be said.');
  }
}

function actNow(t: Translate, metric: MetricProtocol, context: AnswerContext): string {
  const who = whoDoes(t, metric, context);
  const act = who ? steps(t, metric, who) : t('views.answer.act-now', 'Act now.');
  return [act, upcomingDeadlineWords(t, metric, context.times)].filter(Boolean).join(' ');
}

/** Once somebody has acted, whoever reads it must not do so again. */
function steps(t: Translate, { response }: MetricProtocol, who: string): string {
  const isDone = response?.open?.response?.interventions.some(({ said: { kind } }) => kind === 'acted');
  return isDone
    ? t('views.answer.agreed-steps', 'The rule says: {{who}}.', { who })
    : t('views.answer.act-now-who', 'Act now: {{who}}.', { who });
}

function escalation(t: Translate, metric: MetricProtocol, times: TimeWords): string | undefined {
  const then = isToAct(metric) ? nextWords(t, metric, times)?.then : undefined;
  return then && `${then}.`;
}
