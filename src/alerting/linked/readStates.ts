import type { AlertInstance, AlertRuleState, EngineState } from '../../protocol/engine/alertRule';
import { fieldsOf, listOf, momentOf, textOf, textsOf } from './narrow';
import type { Wanted } from './readGrafanaRules';
import { ruleIdOf } from './readGrafanaRules';
import { sourceRules } from './readSourceRules';

type Fields = Readonly<Record<string, unknown>>;

/** A rule of Grafana's whose state was told, with what else is told of it there. */
export interface ToldRule {
  state: AlertRuleState;
  rule: Fields;
  group: Fields;
}

/** Reads the states of Grafana's alert rules, of any age: `GET /api/prometheus/grafana/api/v1/rules`. */
export function readGrafanaStates(reply: unknown, isWanted: Wanted = () => true): ToldRule[] {
  return listOf(fieldsOf(fieldsOf(reply).data).groups)
    .map(fieldsOf)
    .flatMap((group) =>
      listOf(group.rules)
        .map(fieldsOf)
        .filter(
          ({ type, name, annotations }) =>
            type !== 'recording' && textOf(name) !== undefined && isWanted(textsOf(annotations))
        )
        .map((rule) => ({
          state: readState(
            rule,
            textOf(rule.uid) ?? ruleIdOf(textOf(group.file) ?? '', textOf(group.name) ?? '', textOf(rule.name) ?? '')
          ),
          rule,
          group,
        }))
    );
}

/** The same of the rules that a data source evaluates. */
export function readSourceStates(reply: unknown, dataSourceUid: string): AlertRuleState[] {
  return sourceRules(reply, dataSourceUid).map(({ id, rule }) => readState(rule, id));
}

function readState(rule: Fields, id: string): AlertRuleState {
  const error = textOf(rule.lastError);
  return {
    id,
    error: error ?? (rule.health === 'error' || rule.health === 'err' ? '' : undefined),
    evaluatedAt: momentOf(rule.lastEvaluation),
    isPaused: rule.isPaused === true,
    instances: listOf(rule.alerts).flatMap((alert) => readInstance(fieldsOf(alert)) ?? []),
  };
}

const STATES: Readonly<Record<string, EngineState>> = {
  normal: 'normal',
  inactive: 'normal',
  pending: 'pending',
  alerting: 'firing',
  firing: 'firing',
  recovering: 'recovering',
  nodata: 'nodata',
  error: 'error',
};

/** Undefined for one of a state that nobody knows here. Grafana writes why, too: "Normal (NoData)", "Alerting (Error)". */
function readInstance({ labels, state, activeAt }: Fields): AlertInstance | undefined {
  const [word] = (textOf(state) ?? '').split(' ');
  const known = STATES[word.toLowerCase()];
  return known && { labels: textsOf(labels), state: known, activeAt: momentOf(activeAt) };
}
