import type { ActsWhen, Drift, DriftField, LinkedAlert } from '../../protocol/engine/metricEngine';
import { formatDuration } from '../../time/duration';
import type { Rule } from '../../rule/rule';
import type { Format } from '../conditionWords';
import { conditionWords, recoveredWords } from '../conditionWords';
import type { Translate } from '../translate';

/** Told in one sentence, whichever of them differ. */
const WHEN: readonly DriftField[] = ['level', 'operator', 'for'];

/**
 * What an alert rule says otherwise than the panel, each a sentence: "The panel acts below 20 % for 5 min; alert rule
 * “Conversion too low” fires below 15 % for 10 min." Empty where they say the same.
 *
 * @param format - Tells a level in the metric's unit.
 */
export function driftWords(
  t: Translate,
  { rule, drift }: Pick<LinkedAlert, 'rule' | 'drift'>,
  format: Format
): string[] {
  const { fields } = drift;
  const title = rule.title;
  const when = fields.some((field) => WHEN.includes(field)) ? [whenWords(t, drift, title, format)] : [];
  const others = fields.filter((field) => !WHEN.includes(field)).map((field) => fieldWords(t, field, drift, format));
  const unread = drift.isUnread
    ? [
        t('engine.drift.unread', 'When alert rule “{{title}}” fires can’t be compared: it is no single threshold.', {
          title,
        }),
      ]
    : [];
  return [...when, ...others, ...(rule.queries?.length === 0 ? [] : unread)];
}

function whenWords(t: Translate, { panel, engine }: Drift, title: string, format: Format): string {
  const values = { title, panel: actsWords(t, panel, format), engine: actsWords(t, engine, format) };
  if (panel.condition === undefined) {
    return t('engine.drift.no-level', 'Alert rule “{{title}}” fires {{engine}}; the panel has no such level.', values);
  }
  return t('engine.drift.when', 'The panel acts {{panel}}; alert rule “{{title}}” fires {{engine}}.', values);
}

function actsWords(t: Translate, { condition, forMs }: ActsWhen, format: Format): string {
  const when = condition ? conditionWords(t, condition, format) : t('engine.drift.otherwise', 'on its own condition');
  return forMs > 0
    ? t('engine.drift.for', '{{when}} for {{length}}', { when, length: formatDuration(forMs) })
    : t('engine.drift.at-once', '{{when}} at once', { when });
}

function fieldWords(t: Translate, field: DriftField, drift: Drift, format: Format): string {
  const { panel, engine } = drift;
  switch (field) {
    case 'recovery':
      return t('engine.drift.recovery', 'Is over: the panel {{panel}}, the alert rule {{engine}} (“recovery”).', {
        panel: recoveryWords(t, panel, format),
        engine: recoveryWords(t, engine, format),
      });
    case 'keepFiringFor':
      return t(
        'engine.drift.keep-firing',
        'Stays open: the panel for {{panel}}, the alert rule for {{engine}} (“keep firing for”).',
        {
          panel: formatDuration(panel.keepFiringForMs),
          engine: formatDuration(engine.keepFiringForMs),
        }
      );
    case 'noData':
      return t('engine.drift.no-data', 'Without data: the panel {{panel}}, the alert rule {{engine}}.', {
        panel: noDataWords(t, panel.noData ?? 'show'),
        engine: noDataWords(t, engine.noData ?? 'show'),
      });
    case 'owner':
      return t('engine.drift.owner', 'Owner: the panel names {{panel}}, the alert rule {{engine}}.', {
        panel: panel.owner,
        engine: engine.owner,
      });
    case 'runbook':
      return t('engine.drift.runbook', 'Runbook: the alert rule names another one.');
    default:
      return t('engine.drift.query', 'Query: the alert rule asks something else than this panel.');
  }
}

function recoveryWords(t: Translate, { hold }: Drift['panel'], format: Format): string {
  return hold ? recoveredWords(t, hold, format) : t('engine.drift.at-the-level', 'at its level');
}

function noDataWords(t: Translate, noData: Rule['noData']): string {
  switch (noData) {
    case 'show':
      return t('engine.no-data.show', 'says so');
    case 'alerting':
      return t('engine.no-data.alerting', 'calls it critical');
    case 'normal':
      return t('engine.no-data.normal', 'calls it OK');
    case 'keep':
      return t('engine.no-data.keep', 'keeps its state');
  }
}
