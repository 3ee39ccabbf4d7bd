import type { Severity } from './level';

/** The four questions that a rule answers, in the order in which a person asks them. */
export const QUESTIONS = ['threshold', 'who', 'action', 'automation'] as const;
export type Question = (typeof QUESTIONS)[number];

/**
 * What a field holds. By its kind it is stored, read, merged, compared, written into cells and edited; a kind that one
 * field alone has is called like it.
 */
export type Kind =
  | 'operator'
  /** One number, or two for a range. */
  | 'level'
  /** As a level; stored by severity inside of `recovery`. */
  | 'recovery'
  /** Written as Grafana and Prometheus write it: `5m`, `1d`, `1h30m`. */
  | 'duration'
  /** A duration that counts in working hours, where the rule has any. */
  | 'delay'
  | 'noData'
  | 'volume'
  | (typeof TEXT_KINDS)[number]
  | (typeof PARSED_KINDS)[number]
  | 'fingerprint'
  | 'unreadable'
  /** What stored fields said, by their names; null for nothing. */
  | 'values'
  | 'versions';

/** Prose, links, names and dates: what the card shows as answers and upkeep. */
const TEXT_KINDS = ['text', 'prose', 'markdown', 'contact', 'link', 'series', 'date'] as const;

/** Texts that are read for what they say: schedules, days and moments. */
const PARSED_KINDS = ['due', 'workingHours', 'holidays', 'moment'] as const;

const DURATION_KINDS = ['duration', 'delay'] as const;

/** Where a field stands in the form: at the question that it helps to answer, or with what serves none of them. */
export type FieldGroup = Question | 'data' | 'upkeep';

interface Field {
  kind: Kind;
  group: FieldGroup;
  /** Whether it is part of what was agreed. Upkeep may change under an agreement. */
  agreed: boolean;
  /** Whether nobody knows without it what fires, and until when: where it can't be read, no level can be judged. */
  decides?: true;
}

/**
 * Every field of a rule, in the order in which people read a stored rule. The one list of them: whoever reads, stores,
 * merges, compares, exports or edits fields goes by it, and words are a record of them, so that the compiler asks for
 * those of a new one.
 */
export const FIELDS = {
  operator: { kind: 'operator', group: 'threshold', agreed: true, decides: true },
  warning: { kind: 'level', group: 'threshold', agreed: true },
  critical: { kind: 'level', group: 'threshold', agreed: true },
  recoveryWarning: { kind: 'recovery', group: 'threshold', agreed: true },
  recoveryCritical: { kind: 'recovery', group: 'threshold', agreed: true },
  for: { kind: 'duration', group: 'threshold', agreed: true, decides: true },
  keepFiringFor: { kind: 'duration', group: 'threshold', agreed: true, decides: true },
  staleAfter: { kind: 'duration', group: 'data', agreed: true },
  respondWithin: { kind: 'delay', group: 'who', agreed: true },
  escalateAfter: { kind: 'delay', group: 'automation', agreed: true },
  noData: { kind: 'noData', group: 'data', agreed: true },
  definition: { kind: 'prose', group: 'upkeep', agreed: true },
  agreedBy: { kind: 'text', group: 'upkeep', agreed: false },
  agreedOn: { kind: 'date', group: 'upkeep', agreed: false },
  changedOn: { kind: 'date', group: 'upkeep', agreed: false },
  owner: { kind: 'text', group: 'who', agreed: true },
  contact: { kind: 'contact', group: 'who', agreed: true },
  notify: { kind: 'contact', group: 'who', agreed: true },
  action: { kind: 'markdown', group: 'action', agreed: true },
  automation: { kind: 'prose', group: 'automation', agreed: true },
  respondUrl: { kind: 'link', group: 'who', agreed: true },
  escalateTo: { kind: 'text', group: 'automation', agreed: true },
  runbook: { kind: 'link', group: 'action', agreed: true },
  // What the metric is called on other screens.
  key: { kind: 'text', group: 'upkeep', agreed: false },
  reviewBy: { kind: 'date', group: 'upkeep', agreed: false },
  noRule: { kind: 'prose', group: 'upkeep', agreed: true },
  settleAfter: { kind: 'duration', group: 'data', agreed: true, decides: true },
  due: { kind: 'due', group: 'data', agreed: true },
  workingHours: { kind: 'workingHours', group: 'who', agreed: true },
  // Every year brings new ones.
  holidays: { kind: 'holidays', group: 'data', agreed: false },
  minVolume: { kind: 'volume', group: 'data', agreed: true, decides: true },
  volumeSeries: { kind: 'series', group: 'data', agreed: true },
  validFrom: { kind: 'moment', group: 'upkeep', agreed: false },
  agreedFingerprint: { kind: 'fingerprint', group: 'upkeep', agreed: false },
  // What was corrected since it was agreed, as it said then.
  agreedValues: { kind: 'values', group: 'upkeep', agreed: false },
  // What was written counts in the place of its field.
  unreadable: { kind: 'unreadable', group: 'upkeep', agreed: false },
  earlier: { kind: 'versions', group: 'upkeep', agreed: false },
} as const satisfies Readonly<Record<string, Field>>;

/** Every field of a rule. */
export type RuleField = keyof typeof FIELDS;

/** The kind of a field. */
export type KindOf<F extends RuleField> = (typeof FIELDS)[F]['kind'];

/** The fields of some kinds. */
export type FieldOf<K extends Kind> = { [F in RuleField]: KindOf<F> extends K ? F : never }[RuleField];

export type TextField = FieldOf<(typeof TEXT_KINDS)[number]>;
export type ParsedField = FieldOf<(typeof PARSED_KINDS)[number]>;
export type DurationField = FieldOf<(typeof DURATION_KINDS)[number]>;
export type LevelField = FieldOf<'level' | 'recovery'>;

/** The fields of one version of a rule as they are stored, where recovery is one field with a number for each level. */
export type VersionField = Exclude<RuleField, FieldOf<'recovery' | 'versions'>> | 'recovery';

/** The fields of a stored rule: of its newest version, and the versions before it. */
export type StoredField = VersionField | FieldOf<'versions'>;

const ALL = Object.keys(FIELDS) as RuleField[];
const KINDS: ReadonlyMap<string, Kind> = new Map(ALL.map((field) => [field, FIELDS[field].kind]));

/** Whether a name is that of a field of one of the kinds. */
export function isOf<K extends Kind>(name: string, ...kinds: readonly K[]): name is FieldOf<K> {
  const own = KINDS.get(name);
  return kinds.some((kind) => kind === own);
}

/** The recovery of each level. */
export const RECOVERY_FIELDS: Readonly<Record<Severity, FieldOf<'recovery'>>> = {
  warning: 'recoveryWarning',
  critical: 'recoveryCritical',
};

/** The level of a recovery: its name inside of the stored `recovery`. */
export function levelOf(field: FieldOf<'recovery'>): Severity {
  return field === RECOVERY_FIELDS.warning ? 'warning' : 'critical';
}

/** The fields of some kinds, in the table's order. */
export function fieldsOf<K extends Kind>(...kinds: readonly K[]): ReadonlyArray<FieldOf<K>> {
  return ALL.filter((field): field is FieldOf<K> => isOf(field, ...kinds));
}

export const TEXT_FIELDS = fieldsOf(...TEXT_KINDS);
export const PARSED_FIELDS = fieldsOf(...PARSED_KINDS);
export const DURATION_FIELDS = fieldsOf(...DURATION_KINDS);
export const LEVEL_FIELDS = fieldsOf('level', 'recovery');

/** What can't be read of these is kept, and no other source fills in for it. */
export const UNREADABLE_FIELDS = fieldsOf('operator', 'level', 'recovery', ...DURATION_KINDS, 'volume');
export type UnreadableField = (typeof UNREADABLE_FIELDS)[number];

/** The fields without which no level can be judged. */
export const DECIDING_FIELDS: readonly RuleField[] = ALL.filter((field) => 'decides' in FIELDS[field]);

/** A field that is part of what was agreed. */
export type AgreedField = { [F in RuleField]: (typeof FIELDS)[F]['agreed'] extends true ? F : never }[RuleField];

/** The fields that are part of what was agreed. */
export const AGREED_FIELDS = ALL.filter((field): field is AgreedField => FIELDS[field].agreed);

/** The fields of a stored rule: of its newest version, and the versions before it. */
export const STORED_FIELDS: readonly StoredField[] = [
  ...new Set(ALL.map((field) => (isOf(field, 'recovery') ? 'recovery' : field))),
];

/** The fields of one version of a rule as they are stored. */
export const VERSION_FIELDS = STORED_FIELDS.filter((field): field is VersionField => !isOf(field, 'versions'));

/** Whether a name is one of a stored rule's fields, or `metric`, which a file writes beside them. */
export function isStoredName(name: string): boolean {
  return name === 'metric' || STORED_FIELDS.some((field) => field === name);
}

/** What the table says of a field as it is stored. */
export function fieldAsStored(field: VersionField): (typeof FIELDS)[Exclude<RuleField, FieldOf<'versions'>>] {
  return FIELDS[field === 'recovery' ? 'recoveryCritical' : field];
}

/** Whether a name is one of a list. */
export function isOneOf<T extends string>(list: readonly T[], name: string): name is T {
  return list.some((item) => item === name);
}
