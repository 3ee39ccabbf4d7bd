import type { Translate } from '../../words/translate';
import type { Refusal, RefusalCode } from './alert';

/** Why something is not exported, and what to do instead. */
export interface RefusalSaid {
  what: string;
  instead: string;
}

/** Why a thing can't be an alert of the engine that it is exported to, in words. */
export function refusalWords(t: Translate, refusal: Refusal): RefusalSaid {
  const { what, instead } = WORDS[refusal.code](t, { found: refusal.found ?? '' });
  const leftOut = refusal.isLeftOut ? ` ${t('alerting.refused.left-out', 'It is in no exported rule.')}` : '';
  return { what: `${what}${leftOut}`, instead };
}

type Words = (t: Translate, values: { found: string }) => RefusalSaid;

const WORDS: Readonly<Record<RefusalCode, Words>> = {
  noAddress: (t) => ({
    what: t('alerting.refused.no-address', 'The dashboard has no uid, or the panel no id.'),
    instead: t('alerting.refused.no-address-instead', 'Save the dashboard in Grafana once.'),
  }),
  noTitle: (t) => ({
    what: t('alerting.refused.no-title', 'The dashboard has no title yet.'),
    instead: t('alerting.refused.no-title-instead', 'Give it one and save it first.'),
  }),
  libraryPanel: (t) => ({
    what: t('alerting.refused.library-panel', 'It is a library panel, and its rules are kept elsewhere.'),
    instead: t('alerting.refused.library-panel-instead', 'Export the dashboard for sharing externally, or unlink it.'),
  }),
  transformations: (t) => ({
    what: t(
      'alerting.refused.transformations',
      'Transformations change the data before the panel judges them; no engine runs those.'
    ),
    instead: t('alerting.refused.transformations-instead', 'Write what they do into the query.'),
  }),
  dashboardSource: (t) => ({
    what: t('alerting.refused.dashboard-source', 'It shows the data of another panel.'),
    instead: t(
      'alerting.refused.dashboard-source-instead',
      'Write the rule in that panel, or ask the data source here.'
    ),
  }),
  mixedSources: (t) => ({
    what: t('alerting.refused.mixed-sources', 'Its queries ask several data sources.'),
    instead: t('alerting.refused.mixed-sources-instead', 'Give each data source a panel of its own.'),
  }),
  streaming: (t) => ({
    what: t('alerting.refused.streaming', 'Its data arrive in a stream; an engine asks, and does not listen.'),
    instead: t('alerting.refused.streaming-instead', 'Ask the store that the stream is written to.'),
  }),
  adHocFilters: (t) => ({
    what: t('alerting.refused.ad-hoc', 'The dashboard’s ad hoc filters narrow every query.'),
    instead: t('alerting.refused.ad-hoc-instead', 'Write them into the queries.'),
  }),
  ruleSheet: (t) => ({
    what: t('alerting.refused.rule-sheet', 'Its rules come from a query, whose answer is not in the file.'),
    instead: t('alerting.refused.rule-sheet-instead', 'Export it from the panel, or import the sheet as a rule file.'),
  }),
  ruleFile: (t) => ({
    what: t(
      'alerting.refused.rule-file',
      'Its rule file names series, and the query does not say how its series are called.'
    ),
    instead: t('alerting.refused.rule-file-instead', 'Export it from the panel, or name the series in the query.'),
  }),
  repeatUnknown: (t, { found }) => ({
    what: t('alerting.refused.repeat', 'It is repeated by {{found}}, whose values are not in the file.', { found }),
    instead: t(
      'alerting.refused.repeat-instead',
      'Choose the values and save the dashboard, or export it from the panel.'
    ),
  }),
  sourceUnknown: (t) => ({
    what: t('alerting.refused.source-unknown', 'Its query does not say which data source it asks.'),
    instead: t(
      'alerting.refused.source-unknown-instead',
      'Choose the data source itself, not the default and not a variable.'
    ),
  }),
  sourceWithoutAlerts: (t) => ({
    what: t('alerting.refused.source-without-alerts', 'No alert rule can ask this data source.'),
    instead: t('alerting.refused.source-without-alerts-instead', 'Ask one that supports alerting.'),
  }),
  notPrometheus: (t) => ({
    what: t('alerting.refused.not-prometheus', 'Its query is not PromQL.'),
    instead: t('alerting.refused.not-prometheus-instead', 'Export it to Grafana Alerting.'),
  }),
  variable: (t, { found }) => ({
    what: t('alerting.refused.variable', 'Its query has variables with no single value: {{found}}.', { found }),
    instead: t('alerting.refused.variable-instead', 'Choose one value, or write it into the query.'),
  }),
  viewRange: (t) => ({
    what: t('alerting.refused.view-range', 'Its query asks for how long the view is; an engine has none.'),
    instead: t('alerting.refused.view-range-instead', 'Write a fixed length, such as [5m].'),
  }),
  overrideMatcher: (t, { found }) => ({
    what: t('alerting.refused.matcher', 'An override picks its series by what only the data say: {{found}}.', {
      found,
    }),
    instead: t(
      'alerting.refused.matcher-instead',
      'Pick them by query, or by a name that the query’s legend spells out.'
    ),
  }),
  seriesApart: (t) => ({
    what: t(
      'alerting.refused.series-apart',
      'Series of one query have different rules, and only PromQL can part them.'
    ),
    instead: t('alerting.refused.series-apart-instead', 'Give each rule a query of its own.'),
  }),
  unreadable: (t, { found }) => ({
    what: t('alerting.refused.unreadable', 'The level can’t be judged: "{{found}}".', { found }),
    instead: t('alerting.refused.unreadable-instead', 'Correct it in the panel, where the card says what is wrong.'),
  }),
  percentage: (t, { found }) => ({
    what: t('alerting.refused.percentage', '{{found}} of what? The threshold is a percentage without min and max.', {
      found,
    }),
    instead: t('alerting.refused.percentage-instead', 'Set min and max.'),
  }),
  levelOnly: (t) => ({
    what: t('alerting.refused.level-only', 'It is a level without an agreement: nobody is to act on it.'),
    instead: t('alerting.refused.level-only-instead', 'Write who acts, or what they do.'),
  }),
  due: (t) => ({
    what: t('alerting.refused.due', 'It says when figures are due (“due”), and engines know no calendar.'),
    instead: t('alerting.refused.due-instead', 'Say how old a value may be instead: “staleAfter”.'),
  }),
  validFrom: (t) => ({
    what: t('alerting.refused.valid-from', 'It changes at a moment (“validFrom”), and an engine’s rule does not.'),
    instead: t(
      'alerting.refused.valid-from-instead',
      'Export it once that moment has come (with --at in the command line).'
    ),
  }),
  hold: (t) => ({
    what: t('alerting.refused.hold', 'Nothing says how long a value holds.'),
    instead: t('alerting.refused.hold-instead', 'Give the rule “staleAfter”, such as 3d for figures of days.'),
  }),
  recoveryKept: (t) => ({
    what: t(
      'alerting.refused.recovery-kept',
      'It has a recovery threshold and keeps firing; Prometheus can’t tell the two apart.'
    ),
    instead: t('alerting.refused.recovery-kept-instead', 'Leave one of the two out, or export it to Grafana Alerting.'),
  }),
  recoveryStep: (t) => ({
    what: t(
      'alerting.refused.recovery-step',
      'Its alert depends on what fired before, and it is judged so rarely that Prometheus forgets that.'
    ),
    instead: t('alerting.refused.recovery-step-instead', 'Judge it more often than every 5 minutes.'),
  }),
  volumeFor: (t) => ({
    what: t(
      'alerting.refused.volume-for',
      'With too little volume the time that it has to last stands still; an engine’s runs on.'
    ),
    instead: t('alerting.refused.volume-for-instead', 'Leave “minVolume” out, or “for” and “keepFiringFor”.'),
  }),
  volumeSeries: (t, { found }) => ({
    what: t('alerting.refused.volume-series', 'No query of the panel says that it is "{{found}}".', { found }),
    instead: t('alerting.refused.volume-series-instead', 'Name the series of the volume in its query.'),
  }),
  noDataState: (t) => ({
    what: t(
      'alerting.refused.no-data',
      'It says what counts while there are no data (“noData”); Prometheus has no such state.'
    ),
    instead: t(
      'alerting.refused.no-data-instead',
      'Alert on absent(…) by a rule of its own, or export it to Grafana Alerting.'
    ),
  }),
  sameKey: (t, { found }) => ({
    what: t('alerting.refused.same-key', 'The metric is exported already, under the key "{{found}}".', { found }),
    instead: t('alerting.refused.same-key-instead', 'Nothing: one metric has one alert.'),
  }),
};
