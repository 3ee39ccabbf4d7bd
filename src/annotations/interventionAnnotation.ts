import { sortBy } from 'lodash';

import type { BreachAddress, Intervention, Said } from '../protocol/responses/intervention';
import { INTERVENTION_TAG } from '../protocol/responses/interventionTag';
import { isObject } from '../rule/isObject';
import type { NewAnnotation, StoredAnnotation } from './annotationStore';
import { interventionText } from './interventionText';

/** The tag of a metric, by the hash of its identity: one colon, because Grafana splits a tag at the first. */
export function identityTag(identity: string): string {
  return `protocol-id:${identity}`;
}

/** The form of `data`. */
const FORM = 1;

/** Where something was said, and by whom. */
export interface Speaker {
  dashboardUid: string;
  panelId: number;
  login: string;
}

/** An intervention that is kept. */
export interface KeptIntervention {
  /** Of its annotation. */
  id: number;
  intervention: Intervention;
}

/** The annotation that keeps an intervention (docs/interventions.md). */
export function toAnnotation(intervention: Intervention, { dashboardUid, panelId, login }: Speaker): NewAnnotation {
  const { key, at, by, said, note, breach } = intervention;
  const { identity, severity, stretch, stepMs, name } = breach;
  return {
    dashboardUid,
    panelId,
    time: at,
    text: interventionText(intervention),
    tags: [INTERVENTION_TAG, identityTag(identity), `protocol-said:${said.kind}`],
    data: {
      form: FORM,
      key,
      at,
      by,
      login,
      said,
      note,
      breach: { identity, severity, from: stretch.from, to: stretch.to, stepMs, name },
    },
  };
}

/**
 * The interventions that some annotations keep. What is there twice, because a reply was lost or two tabs wrote it, counts
 * once: by its key, and with the lowest id. What is no intervention, or can't be read, is passed over.
 *
 * @returns Ascending by when they were said.
 */
export function readInterventions(annotations: readonly StoredAnnotation[]): KeptIntervention[] {
  const byKey = new Map<string, KeptIntervention>();
  for (const annotation of sortBy(annotations, 'id')) {
    const intervention = annotation.tags.includes(INTERVENTION_TAG) ? readIntervention(annotation) : undefined;
    if (intervention && !byKey.has(intervention.key)) {
      byKey.set(intervention.key, { id: annotation.id, intervention });
    }
  }
  return sortBy([...byKey.values()], ['intervention.at', 'intervention.key']);
}

/** What somebody's interventions are kept in once too often: each but the one with the lowest id. */
export function twinsOf(annotations: readonly StoredAnnotation[], login: string): number[] {
  const seen = new Set<string>();
  return sortBy(annotations, 'id').flatMap((annotation) => {
    const key = annotation.login === login ? readIntervention(annotation)?.key : undefined;
    const isTwin = key !== undefined && seen.has(key);
    if (key !== undefined) {
      seen.add(key);
    }
    return isTwin && annotation.tags.includes(INTERVENTION_TAG) ? [annotation.id] : [];
  });
}

/** The ids of all annotations that keep an intervention. */
export function idsOf(annotations: readonly StoredAnnotation[], key: string): number[] {
  return annotations
    .filter(({ data }) => isObject(data) && data.key === key)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

/** @returns Undefined where it is none, or can't be read. */
export function readIntervention({ data, login }: Pick<StoredAnnotation, 'data' | 'login'>): Intervention | undefined {
  if (!isObject(data) || data.form !== FORM) {
    return undefined;
  }
  const { key, at, by, note } = data;
  const said = readSaid(data.said);
  const breach = readBreach(data.breach);
  if (!isText(key) || !isMoment(at) || !said || !breach) {
    return undefined;
  }
  // What somebody wrote as another is told by whom the store knows it from.
  const isOwn = login === undefined || data.login === login;
  return {
    key,
    at,
    by: isOwn && isText(by) ? by : (login ?? ''),
    breach,
    said,
    ...(isText(note) && { note }),
    source: 'annotations',
  };
}

function readBreach(breach: unknown): BreachAddress | undefined {
  if (!isObject(breach)) {
    return undefined;
  }
  const { identity, severity, from, to, stepMs, name } = breach;
  if (!isText(identity) || !isMoment(from) || !isMoment(to) || from > to) {
    return undefined;
  }
  if (severity !== 'warning' && severity !== 'critical') {
    return undefined;
  }
  return {
    identity,
    severity,
    stretch: { from, to },
    ...(isMoment(stepMs) && stepMs > 0 && { stepMs }),
    ...(isText(name) && { name }),
  };
}

function readSaid(said: unknown): Said | undefined {
  if (!isObject(said)) {
    return undefined;
  }
  const { kind, nextWordBy, to, until } = said;
  switch (kind) {
    case 'taken':
      return isMoment(nextWordBy) ? { kind, nextWordBy } : { kind };
    case 'handedOver':
      return isText(to) ? { kind, to } : undefined;
    case 'accepted':
      return isMoment(until) ? { kind, until } : undefined;
    case 'acted':
    case 'falseAlarm':
    case 'ruleWrong':
      return { kind };
    default:
      return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
