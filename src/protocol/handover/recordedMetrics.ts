import { groupBy, sortBy } from 'lodash';

import { breachSpan } from '../breaches/breachSpan';
import { breachStretches } from '../breaches/breachStretches';
import type { PlacedRecord } from '../records/recordedBreach';
import { breachOfRecord, joinRecords } from '../records/recordedBreach';
import type { Responses } from '../responses/intervention';
import type { SheetSubject } from '../responses/sheetAnswers';
import { answersOf } from '../responses/sheetAnswers';
import type { HandoverInput, HandoverSubject, RecordingPlace } from './handover';
import type { RowsSince } from './handoverRows';
import { toldRows } from './handoverRows';

/** A metric of which only the record tells: no data of it are here. */
export interface RecordedMetric extends HandoverSubject {
  /** The hash of its identity. */
  identity: string;
  /** Ascending by when they fired, not empty. */
  records: readonly PlacedRecord[];
  /** Where it was recorded last; undefined where that is not on the dashboard any more. */
  place?: RecordingPlace;
}

type OfRecords = Pick<HandoverInput, 'records' | 'places' | 'dashboardUid'>;

/**
 * The metrics of a dashboard whose breaches are on the record and of which nothing else tells.
 *
 * @param known - The hashes of the identities of those of which something does.
 */
export function recordedMetrics({ records = [], places, dashboardUid }: OfRecords, known: ReadonlySet<string>) {
  const others = records.filter(
    ({ identity, place }) => !known.has(identity) && (place === undefined || place.dashboardUid === dashboardUid)
  );
  return Object.values(groupBy(others, 'identity')).map((own) => recordedMetric(own, places));
}

function recordedMetric(own: readonly PlacedRecord[], places: readonly RecordingPlace[]): RecordedMetric {
  const records = sortBy(own, ['shown.from', 'id']);
  const { identity, data, place: at } = records[records.length - 1];
  const name = textIn(data.name) ?? identity;
  const place = placeOf(places, at?.panelId);
  return {
    ...{ id: `record ${identity}`, identity, name, label: name, records, place },
    panel: { key: `record ${at?.panelId ?? ''}`, ...(place && { title: place.title, panelId: place.panelId }) },
    ...(typeof data.stepMs === 'number' && { stepMs: data.stepMs }),
  };
}

/** Of repeats, which share an id, nobody can tell which it was: of the one that is not told, where there is one alone. */
function placeOf(places: readonly RecordingPlace[], panelId: number | undefined): RecordingPlace | undefined {
  const here = places.filter((place) => place.panelId === panelId);
  const untold = here.filter(({ isTold }) => !isTold);
  const [only, ...more] = untold.length > 0 ? untold : here;
  return only && more.length > 0 ? { ...only, title: '' } : only;
}

/** What the record tells of such a metric since a moment. */
export function recordedRows(
  one: RecordedMetric,
  { responses, answers, since, at }: Pick<HandoverInput, 'responses' | 'answers' | 'since'> & { at: number }
): Pick<RowsSince, 'rows' | 'told'> {
  const { identity, name, records, place, stepMs } = one;
  const isUntold = place !== undefined && !place.isTold;
  const joined = joinRecords([], records, { identity, mayBeOpen: isUntold });
  const spans = breachStretches(joined.breaches)
    .map((stretch) => breachSpan(stretch, at))
    .reverse();
  // What stands in a sheet that is not here nobody knows.
  const isKnown = !(place?.hasOwnAnswers && !place.isTold);
  return toldRows(one, {
    ...{ joined, spans, since, isKnown },
    metric: { identity, name, stepMs, now: { at } },
    responses: withSheet(responses, answers, one),
  });
}

function withSheet(
  responses: Responses | undefined,
  answers: HandoverInput['answers'],
  { identity, name, records }: RecordedMetric
): Responses | undefined {
  if (!answers || responses?.kind !== 'tracked') {
    return responses;
  }
  const subject: SheetSubject = { identity, name, names: [name], breaches: records.map(breachOfRecord) };
  const interventions = [...responses.interventions, ...answersOf(answers, [subject])];
  return { ...responses, interventions: sortBy(interventions, ['at', 'key']) };
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
