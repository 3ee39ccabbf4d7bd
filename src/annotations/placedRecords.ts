import { twinsAmong } from '../protocol/records/planRecords';
import type { PlacedRecord } from '../protocol/records/recordedBreach';
import type { StoredAnnotation } from './annotationStore';
import { readBreachRecord } from './breachAnnotation';

/** The breaches that some annotations record, each once, with where they were recorded. */
export function readPlacedRecords(annotations: readonly StoredAnnotation[]): PlacedRecord[] {
  const records = annotations.flatMap((annotation): PlacedRecord[] => {
    const record = readBreachRecord(annotation);
    return record ? [{ ...record, place: annotation.place }] : [];
  });
  const twins = new Set(twinsAmong(records));
  return records.filter(({ id }) => !twins.has(id));
}
