import { delayWords } from '../../words/scheduleWords';
import { conditionWords } from '../../words/conditionWords';
import { durationWords } from '../../words/durationWords';
import type { Translate } from '../../words/translate';
import { agreementNow } from '../../protocol/coverage';
import { signatureNow } from '../../words/agreedWords';
import { isPlaceholder } from '../../rule/answers';
import type { TextField } from '../../rule/fields';
import { ruleKind } from '../../rule/kind';
import type { Alert } from './alert';
import { escapeGo, toGoTemplate } from './template';

/** What is written of an alert for people and for routing. */
export interface AlertTexts {
  title: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** What stands in a label or an annotation, by its name, of the fields that are texts. */
const LABELS: ReadonlyArray<readonly [string, TextField]> = [
  ['owner', 'owner'],
  ['notify', 'notify'],
];
const ANNOTATIONS: ReadonlyArray<readonly [string, TextField]> = [
  ['action', 'action'],
  ['automation', 'automation'],
  ['runbook_url', 'runbook'],
  ['contact', 'contact'],
  ['respond_url', 'respondUrl'],
  ['definition', 'definition'],
];

/**
 * The labels and annotations of an alert, in the template language of both engines: whom it is for and how bad it is as
 * labels, because those are routed by; what it says and what to do as annotations.
 *
 * @param value - The template that says the value.
 */
export function alertTexts(t: Translate, alert: Alert, value: string): AlertTexts {
  const { severity, home } = alert;
  const labels = { severity, ...given(alert, LABELS) };
  const annotations = {
    summary: summaryOf(t, alert),
    value,
    ...given(alert, [...ANNOTATIONS, ...signedBy(alert)]),
    ...escalationOf(t, alert),
    panel: escapeGo(`${home.dashboardTitle}: ${home.panelTitle}`),
  };
  return { title: titleOf(alert), labels, annotations };
}

function titleOf({ home, name, severity, series }: Alert): string {
  const repeat = Object.values(home.repeat).join(' ');
  const others = series.kind === 'only' && name === undefined ? Object.values(series.sets[0]).join(' ') : name;
  return `${[home.panelTitle, repeat, others].filter((part) => part !== undefined && part !== '').join(': ')} (${severity})`;
}

/**
 * The signature, as far as a card tells it: of a rule that was changed since, nobody said yes to what the alert says; nor
 * of levels that nobody signed, which are what the alert is about.
 */
function signedBy({ rule }: Alert): ReadonlyArray<readonly [string, TextField]> {
  const metric = { kind: ruleKind(rule), rule };
  const { by, day } = agreementNow(metric)?.isPart ? {} : signatureNow(metric);
  return [
    ...(by === undefined ? [] : [['agreed_by', 'agreedBy'] as const]),
    ...(day === undefined ? [] : [['agreed_on', 'agreedOn'] as const]),
  ];
}

function given(alert: Alert, fields: ReadonlyArray<readonly [string, TextField]>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, field] of fields) {
    const template = alert.texts[field];
    // A placeholder is no answer, and whoever is paged should not read it.
    if (template && !isPlaceholder(alert.rule.text[field]?.value ?? '')) {
      texts[name] = toGoTemplate(template);
    }
  }
  return texts;
}

/** "Week-2 lead conversion is below 20 for 2 days." */
function summaryOf(t: Translate, { level, rule, name, home, unit }: Alert): string {
  const suffix = unit === 'percent' ? ' %' : '';
  const metric = name ?? home.panelTitle;
  const condition = conditionWords(t, level.condition, (bound) => `${bound}${suffix}`);
  const duration = durationWords(t, rule.forMs);
  return escapeGo(
    rule.forMs > 0
      ? t('alerting.export.summary-for', '{{metric}}: {{condition}} for {{duration}}', { metric, condition, duration })
      : t('alerting.export.summary', '{{metric}}: {{condition}}', { metric, condition })
  );
}

function escalationOf(t: Translate, { texts, rule }: Alert): Record<string, string> {
  const { escalateTo } = texts;
  const within = delayWords(t, rule, 'respondWithin');
  const after = delayWords(t, rule, 'escalateAfter');
  const to = escalateTo && toGoTemplate(escalateTo);
  return {
    ...(within !== undefined && { respond_within: within }),
    ...(to !== undefined && {
      // No engine escalates by itself: what it says here is for a person to do.
      escalation: after === undefined ? to : t('alerting.export.escalation', '{{to}}, after {{after}}', { to, after }),
    }),
  };
}
