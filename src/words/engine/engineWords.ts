import type { AlertRule, EngineState, Silence } from '../../protocol/engine/alertRule';
import type { Disagreement, DisagreementReason, LinkedAlert } from '../../protocol/engine/metricEngine';
import { formatDuration } from '../../time/duration';
import type { Badge } from '../badge';
import { nameList } from '../nameList';
import type { Translate } from '../translate';
import type { TimeWords } from '../whenWords';

/** The word of an engine's state. */
export function engineStateWord(t: Translate, state: EngineState): string {
  switch (state) {
    case 'normal':
      return t('engine.state.normal', 'normal');
    case 'pending':
      return t('engine.state.pending', 'pending');
    case 'firing':
      return t('engine.state.firing', 'firing');
    case 'recovering':
      return t('engine.state.recovering', 'recovering');
    case 'nodata':
      return t('engine.state.no-data', 'no data');
    case 'error':
      return t('engine.state.error', 'error');
  }
}

/** The panel's own word for a state that an engine has, too: in a sentence that compares them each speaks its own. */
function panelStateWord(t: Translate, state: EngineState): string {
  switch (state) {
    case 'normal':
      return t('engine.panel-state.normal', 'OK');
    case 'pending':
      return t('engine.panel-state.pending', 'watching');
    case 'firing':
      return t('engine.panel-state.firing', 'in breach');
    case 'recovering':
      return t('engine.panel-state.recovering', 'easing');
    default:
      return engineStateWord(t, state);
  }
}

/** The shape of an engine's state: that of the panel's own. */
export function engineBadge({ state, isPaused, rule }: Pick<LinkedAlert, 'state' | 'isPaused' | 'rule'>): Badge {
  if (isPaused || state === undefined) {
    return 'unknown';
  }
  return state === 'firing' ? rule.severity : state;
}

/** Who evaluates an alert rule, as a sentence begins with it. */
export function engineName(t: Translate, { engine }: Pick<AlertRule, 'engine'>): string {
  return engine.kind === 'grafana'
    ? t('engine.name.grafana', 'Grafana Alerting')
    : t('engine.name.source', 'Data source’s engine');
}

/**
 * Where an alert rule stands: "Grafana Alerting: firing since 14:02", "pending, fires at 14:07 unless it recovers",
 * "paused". The one countdown that there is, is that of an engine's pending alert.
 */
export function engineStateWords(t: Translate, alert: LinkedAlert, times: TimeWords): string {
  const values = { engine: engineName(t, alert.rule), state: alert.state && engineStateWord(t, alert.state) };
  if (alert.isPaused) {
    return t('engine.paused', '{{engine}}: paused, it fires nothing', values);
  }
  if (alert.state === undefined) {
    return t('engine.not-evaluated', '{{engine}}: not evaluated yet', values);
  }
  if (alert.firesAt !== undefined) {
    return t('engine.fires-at', '{{engine}}: {{state}}, fires at {{at}} unless it recovers', {
      ...values,
      at: times.since(alert.firesAt),
    });
  }
  return alert.since === undefined
    ? t('engine.is', '{{engine}}: {{state}}', values)
    : t('engine.is-since', '{{engine}}: {{state}} since {{since}}', { ...values, since: times.since(alert.since) });
}

/** To whom an alert is routed. Routing is no delivery, and not called so. Undefined where nobody knows. */
export function routedWords(t: Translate, { routedTo }: LinkedAlert): string | undefined {
  return routedTo.length === 0
    ? undefined
    : t('engine.routed-to', 'routed to {{receivers}}', { receivers: nameList(t, routedTo) });
}

/** What keeps an alert from people, by whom and until when, each a sentence. */
export function heldBackWords(t: Translate, { silences, isInhibited }: LinkedAlert, times: TimeWords): string[] {
  return [...silences.map((silence) => silenceWords(t, silence, times)), ...(isInhibited ? [inhibitedWords(t)] : [])];
}

function silenceWords(t: Translate, { createdBy, endsAt, comment }: Silence, times: TimeWords): string {
  const values = { by: createdBy, until: endsAt === undefined ? '' : times.at(endsAt), comment };
  return comment.trim() === ''
    ? t('engine.silenced', 'Silenced by {{by}} until {{until}}.', values)
    : t('engine.silenced-comment', 'Silenced by {{by}} until {{until}}: “{{comment}}”', values);
}

function inhibitedWords(t: Translate): string {
  return t('engine.inhibited', 'Held back by another alert.');
}

/** What went wrong at the engine: an evaluation, a notification; each a sentence. */
export function failureWords(t: Translate, { error, failed }: LinkedAlert): string[] {
  const values = failed.map(({ receiver, by, error: why }) => ({ receiver, by, error: why }));
  return [
    ...(error === undefined ? [] : [evaluationWords(t, error)]),
    ...values.map((one) => t('engine.failed', 'The last notification of {{receiver}} failed ({{by}}): {{error}}', one)),
  ];
}

function evaluationWords(t: Translate, error: string): string {
  return error === ''
    ? t('engine.error', 'The engine could not evaluate it.')
    : t('engine.error-because', 'The engine could not evaluate it: {{error}}', { error });
}

/** "The panel says OK, the engine firing." with the likely reason. */
export function disagreementWords(t: Translate, { panel, engine, because }: Disagreement, times: TimeWords): string {
  return t(
    'engine.disagree',
    'Panel and engine disagree: the panel says {{panel}}, the engine {{engine}}. {{reason}}',
    {
      panel: panelStateWord(t, panel),
      engine: engineStateWord(t, engine),
      reason: reasonWords(t, because, times),
    }
  );
}

function reasonWords(t: Translate, because: DisagreementReason, times: TimeWords): string {
  switch (because.kind) {
    case 'drift':
      return t('engine.because.drift', 'They go by different rules.');
    case 'error':
      return t('engine.because.error', 'The engine could not evaluate its rule.');
    case 'interval':
      return t('engine.because.interval', 'Likely because the engine evaluates only every {{every}}.', {
        every: formatDuration(because.everyMs),
      });
    case 'step':
      return t('engine.because.step', 'Likely because the panel checks values {{step}} apart.', {
        step: formatDuration(because.stepMs),
      });
    case 'delay':
      return t('engine.because.delay', 'Likely because the panel’s newest value is of {{at}}.', {
        at: times.since(because.newest),
      });
    case 'unknown':
      return t('engine.because.unknown', 'Why is not known: compare what both ask.');
  }
}
