import type { Severity } from '../../rule/level';
import type { Answer } from '../../tables/responses/answer';
import type { Stretch } from '../stretch';

/** What a person says of a breach (design: intervention): the same, wherever they say it. */
export type Said = Answer;

export type SaidKind = Said['kind'];

/**
 * The breach that somebody spoke of, as they saw it. Onset and end move with the query's resolution, so what ties it to
 * a breach is identity, severity and overlapping time (design).
 */
export interface BreachAddress {
  /** The hash of the metric's identity (`identityHash`). */
  identity: string;
  severity: Severity;
  /** From its onset (or the first moment at which it is known) to its end, or the moment of the intervention if it was open. */
  stretch: Stretch;
  /** It is open: whoever records something of it puts that moment in the place of its end. */
  isOpen?: true;
  /** Between the values on which it was judged, ms: so far its onset and its end may be off. */
  stepMs?: number;
  /** The metric, as it was shown: for people, not to find it by. */
  name?: string;
}

/** What somebody recorded of a breach. */
export interface Intervention {
  /** Its own for good, from the moment it is typed: what is written twice has it twice. */
  key: string;
  /** When it was said, epoch ms. */
  at: number;
  /** Who said it, as Grafana (or the response sheet) names them. */
  by: string;
  breach: BreachAddress;
  said: Said;
  note?: string;
  /** Where it is kept. */
  source: 'annotations' | 'responseSheet';
}

/** An intervention on its way to the store: shown at once, as what is not written yet. */
export interface Unwritten {
  intervention: Intervention;
  /** `refused`: no retry heals it; it is kept until the person lets go of it. */
  status: 'writing' | 'waiting' | 'refused';
  /** For `waiting`: when it is tried again, epoch ms. */
  nextTry?: number;
  /** What the store answered, in Grafana's words. */
  answer?: string;
  /** It was taken back, and is not shown any more; what could not be done is to remove it from the store. */
  isUndo?: true;
}

/** Why nothing can be recorded from here, though what others recorded may be read. */
export type CannotRecord = 'editing' | 'unsavedDashboard' | 'snapshot' | 'publicDashboard' | 'noRight' | 'noIdentity';

/** What is known of the interventions of a dashboard. */
export type Responses =
  | { kind: 'untracked'; because: CannotRecord | 'noRead' }
  /** The first answer is under way: until then no breach is called unanswered. */
  | { kind: 'awaited' }
  | {
      kind: 'tracked';
      /** Why this person can't record; undefined where they can. */
      cannotRecord?: CannotRecord;
      /** Ascending by `at`; those on their way are among them. */
      interventions: readonly Intervention[];
      unwritten: readonly Unwritten[];
      /** When the store was last read, epoch ms. */
      readAt: number;
      /** From this moment on all of them are known, epoch ms: figures claim nothing of before. */
      knownFrom: number;
      /** The last read failed: what is shown is of `readAt`. */
      failed?: string;
    };

/** What a person can do here. Nothing of it throws or waits: what comes of it is told by the next `Responses`. */
export interface Recorder {
  record: (breach: BreachAddress, said: Said, note?: string) => Intervention;
  /** Takes back what this person recorded, written or not. */
  undo: (key: string) => void;
  /** Whether this person recorded it, and so may take it back. */
  isOwn: (key: string) => boolean;
  /** Tries at once what waits or was refused. */
  retry: (key: string) => void;
}
