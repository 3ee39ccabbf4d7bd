import type { FieldMetric } from '../../frames/metrics';
import { textOf } from '../../frames/textOf';
import type { StatedMetric } from '../../protocol/ruleMetrics';
import type { Translate } from '../../words/translate';
import { groupBy } from 'lodash';

/**
 * The metrics of a panel, with a label where several have one name: the labels in which they differ, else the query of
 * each, else its place among them.
 *
 * @param found - The metrics as they were read from the panel's data.
 */
export function tellApart(
  t: Translate,
  stated: readonly StatedMetric[],
  found: readonly FieldMetric[]
): StatedMetric[] {
  const byId = new Map(found.map((metric) => [metric.id, metric]));
  const labels = new Map(
    Object.values(groupBy(stated, ({ metric }) => metric.trim()))
      .filter((named) => named.length > 1)
      .flatMap((named) => {
        const metrics = named.map(({ id }) => byId.get(id));
        const marks = [metrics.map(labelsOf(metrics)), metrics.map((metric) => queryOf(t, metric))];
        const mark = marks.find(areDistinct) ?? named.map((_, place) => `#${place + 1}`);
        return named.map(({ id, metric }, place): [string, string] => [id, `${metric} (${mark[place]})`]);
      })
  );
  return stated.map((one) => {
    const label = labels.get(one.id);
    return label === undefined ? one : { ...one, label };
  });
}

type MaybeMetric = FieldMetric | undefined;

function areDistinct(marks: readonly string[]): boolean {
  return new Set(marks).size === marks.length && !marks.includes('');
}

/** Of the labels of a metric those in which the others of its name differ. */
function labelsOf(metrics: readonly MaybeMetric[]): (metric: MaybeMetric) => string {
  const names = [...new Set(metrics.flatMap((metric) => Object.keys(metric?.field.labels ?? {})))];
  const valueOf = (metric: MaybeMetric, name: string) => textOf(metric?.field.labels?.[name]) ?? '';
  const telling = names.filter((name) => new Set(metrics.map((metric) => valueOf(metric, name))).size > 1);
  return (metric) => telling.map((name) => `${name}=${valueOf(metric, name)}`).join(', ');
}

function queryOf(t: Translate, metric: MaybeMetric): string {
  return metric?.refId === undefined ? '' : t('editors.file.query', 'query {{refId}}', { refId: metric.refId });
}
