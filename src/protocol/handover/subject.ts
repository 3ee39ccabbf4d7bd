import type { HandoverSubject } from './handover';

/** A metric as a handover tells of it, without what else is known. */
export function subjectOf({ id, name, label, panel, stepMs }: HandoverSubject): HandoverSubject {
  return { id, name, label, panel, ...(stepMs !== undefined && { stepMs }) };
}
