import * as z from 'zod/mini';

import type { StoredField } from '../../rule/fields';
import { isRecord } from '../../rule/isRecord';
import { ruleSchema } from '../../rule/schema';
import { RULE_FILE_VERSION, ruleFileSchema } from './ruleFile';

/** A JSON Schema, by the name of its file. */
export type SchemaFiles = Readonly<Record<string, unknown>>;

/** What each field says, for editors that show it. English, as JSON Schemas are. */
const DESCRIPTIONS: Readonly<Record<'metric' | StoredField, string>> = {
  metric: 'The name of the metric as the panel shows it, or a glob: * stands for any characters, ? for one.',
  operator: 'On which side of its levels to act; auto: as the levels tell.',
  warning: 'The warning level, in the unit of the data; two numbers for a range.',
  critical: 'The critical level, in the unit of the data; two numbers for a range.',
  recovery: 'Once a breach began, it goes on until the value passes this level.',
  for: 'How long it has to last before it is a breach.',
  keepFiringFor: 'How long the value has to stay back before the breach is over.',
  staleAfter: 'How long a value holds without a next one.',
  settleAfter: 'How long a value may still change: until then it is shown, but not counted.',
  due: 'When new data is owed, instead of staleAfter: "weekdays 07:00 Europe/Berlin".',
  minVolume: 'A value that stands for fewer is ignored: too few to say.',
  volumeSeries: 'The name of the series that says how many.',
  noData: 'What the state is where there is no data, or it is late.',
  definition: 'What the metric means (Markdown).',
  owner: 'Who acts: a person or a role.',
  contact: 'How to reach the owner.',
  notify: 'The channel that is notified.',
  action: 'What the owner does, in a few steps (Markdown).',
  runbook: 'A link to the whole procedure.',
  automation: 'What happens automatically.',
  respondWithin: 'How soon the owner responds; of working time, where working hours are given.',
  respondUrl:
    'Where the owner responds: a link, in which {metric}, {level}, {value}, {since}, {owner} and {link} are filled in.',
  escalateAfter:
    'When it is due, counted from the beginning of the breach; of working time, where working hours are given.',
  escalateTo: 'Whom to tell then, if nobody acts.',
  workingHours: 'When people work: "weekdays 09:00-17:30 Europe/Berlin".',
  holidays: 'Days off: ISO dates, separated by commas or spaces.',
  agreedBy: 'Who agreed to the rule.',
  agreedOn: 'When it was agreed: an ISO date.',
  changedOn: 'When a mistake in what was agreed was corrected: written by the form, until it is agreed anew.',
  key: 'What the metric is called on every screen: where two panels have the same key, it is one metric.',
  reviewBy: 'When it is to be looked at again: an ISO date.',
  noRule: 'Why the metric needs no rule.',
  validFrom: 'From when this version counts: an ISO date, or a time with its zone.',
  agreedFingerprint: 'What was agreed: written by the form when the rule is marked as agreed.',
  agreedValues: 'What corrected fields said when they were agreed on; null for nothing. Written by the form.',
  unreadable: 'Cells of a sheet that could not be read, as they were written: written by the import.',
  earlier: 'The versions before this one, each whole.',
};

/** Every published schema, ready to be written. Draft 7: the one that editors of YAML and JSON know best. */
export function schemaFiles(): SchemaFiles {
  return {
    [`rule.v${RULE_FILE_VERSION}.schema.json`]: published(ruleSchema, {
      id: `urn:protocolops:protocol-rule:${RULE_FILE_VERSION}`,
    }),
    [`rule-file.v${RULE_FILE_VERSION}.schema.json`]: published(ruleFileSchema, {
      id: `urn:protocolops:protocol-rule-file:${RULE_FILE_VERSION}`,
    }),
  };
}

function published(schema: z.ZodMiniType, { id }: { id: string }): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    override: ({ jsonSchema }) => describe(jsonSchema),
  });
  return { $schema, $id: id, ...rest };
}

/** Puts the descriptions to the fields of a rule; a recovery has fields of the same names. */
function describe({ properties = {} }: { properties?: Record<string, unknown> }): void {
  const isRule = Object.hasOwn(properties, 'operator');
  for (const [name, property] of isRule ? Object.entries(properties) : []) {
    if (isRecord(property) && isDescribed(name)) {
      Object.assign(property, { description: DESCRIPTIONS[name] });
    }
  }
}

function isDescribed(name: string): name is keyof typeof DESCRIPTIONS {
  return Object.hasOwn(DESCRIPTIONS, name);
}
