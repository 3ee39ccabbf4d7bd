import type { AlertRule } from '../../protocol/engine/alertRule';
import { fieldsOf, lengthOf, listOf, textOf, textsOf } from './narrow';
import { readPromAlert } from './promExpression';
import { readAnnotated } from './readGrafanaRules';
import type { Wanted } from './readGrafanaRules';

/**
 * Reads the alerting rules that a data source evaluates (Prometheus, Mimir, Loki): `/api/v1/rules`, as Grafana passes it
 * on. What is no alerting rule is left out.
 *
 * @param dataSourceUid - Of the data source.
 */
export function readSourceRules(reply: unknown, dataSourceUid: string, isWanted: Wanted = () => true): AlertRule[] {
  return sourceRules(reply, dataSourceUid).flatMap(({ id, rule, group }) => {
    const title = textOf(rule.name);
    return title !== undefined && isWanted(textsOf(rule.annotations))
      ? [{ ...readRule(rule, group, title), id, engine: { kind: 'source' as const, uid: dataSourceUid } }]
      : [];
  });
}

type Fields = Readonly<Record<string, unknown>>;

/** The alerting rules of an answer with what tells each from the others: several of a group may have one name. */
export function sourceRules(reply: unknown, dataSourceUid: string): Array<{ id: string; rule: Fields; group: Fields }> {
  return listOf(fieldsOf(fieldsOf(reply).data).groups)
    .map(fieldsOf)
    .flatMap((group) =>
      listOf(group.rules)
        .map(fieldsOf)
        .map((rule, place) => ({
          id: JSON.stringify([dataSourceUid, group.file ?? '', group.name ?? '', rule.name ?? '', place]),
          rule,
          group,
        }))
        .filter(({ rule }) => rule.type !== 'recording')
    );
}

function readRule(rule: Fields, group: Fields, title: string): Omit<AlertRule, 'id' | 'engine'> {
  const query = textOf(rule.query);
  const asked = query === undefined ? undefined : readPromAlert(query);
  return {
    folder: textOf(group.file),
    group: textOf(group.name) ?? '',
    intervalMs: lengthOf(group.interval) || undefined,
    ...readAnnotated(rule, title),
    queries: asked && [{ dataSourceUid: '', model: { expr: asked.expr } }],
    picked: asked?.picked,
    condition: asked?.condition,
    hold: asked?.hold,
    forMs: lengthOf(rule.duration),
    keepFiringForMs: lengthOf(rule.keepFiringFor),
    isPaused: false,
  };
}
