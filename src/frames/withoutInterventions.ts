import type { DataFrame } from '@grafana/data';

import { INTERVENTION_TAG } from '../protocol/responses/interventionTag';

/**
 * The annotations of a panel without those of interventions: they stand on the cards, and are no marks of the chart.
 *
 * @returns The very list where there are none of them.
 */
export function withoutInterventions(annotations: DataFrame[] | undefined): DataFrame[] | undefined {
  return annotations?.some(({ fields }) => tagsIn(fields).some(isIntervention))
    ? annotations.map(withoutRows)
    : annotations;
}

function withoutRows(frame: DataFrame): DataFrame {
  const tags = tagsIn(frame.fields);
  const fields = frame.fields.map((field) => ({
    ...field,
    values: field.values.filter((_: unknown, row: number) => !isIntervention(tags[row])),
  }));
  return { ...frame, fields, length: frame.length - tags.filter(isIntervention).length };
}

function tagsIn(fields: DataFrame['fields']): readonly unknown[] {
  return fields.find(({ name }) => name === 'tags')?.values ?? [];
}

function isIntervention(tags: unknown): boolean {
  return Array.isArray(tags) && tags.includes(INTERVENTION_TAG);
}
