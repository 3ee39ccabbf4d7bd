/** An annotation as it is kept. What people and other programs wrote is `unknown` until it is read. */
export interface StoredAnnotation {
  id: number;
  /** Epoch ms; of a point both are the same. */
  time: number;
  timeEnd: number;
  tags: readonly string[];
  data: unknown;
  /** Who wrote it, as the store knows them. */
  login?: string;
  /** Where the alert engine wrote it: of which panel, and which change of state it is. */
  alert?: AlertChange;
  /** Where it is kept; undefined where it is on no dashboard. */
  place?: AnnotationPlace;
}

/** The panel of a dashboard that an annotation is of. */
export interface AnnotationPlace {
  dashboardUid: string;
  /** 0 where it is of the dashboard as a whole. */
  panelId: number;
}

/** What the alert engine wrote of a rule: as it is there. */
export interface AlertChange {
  panelId: number;
  alertId: number;
  name: string;
  newState: string;
}

/** An annotation to be kept. */
export interface NewAnnotation {
  dashboardUid: string;
  /** As it is saved: in a repeat that of the template. */
  panelId: number;
  /** Epoch ms. */
  time: number;
  /** Of a region; left out, it is a point. */
  timeEnd?: number;
  /** Never empty: the store can't keep an empty one. */
  text: string;
  tags: readonly string[];
  data: unknown;
}

/** What is looked for: annotations that have the tags and overlap the time, ends included. */
export interface Wanted {
  /** Undefined: on all dashboards that the reader may see, which costs the server more. */
  dashboardUid?: string;
  tags: readonly string[];
  /** One of the tags is enough; left out, an annotation has to have all of them. */
  isAnyTag?: true;
  /** What the alert engine wrote; left out, what people and programs did. */
  isAlert?: true;
  /** Epoch ms. */
  from: number;
  to: number;
}

/** What may be changed of an annotation. */
export type Changes = Partial<Pick<NewAnnotation, 'text' | 'tags' | 'data' | 'timeEnd'>>;

/** Where annotations are kept. What fails rejects with a `StoreFailure`. */
export interface AnnotationStore {
  /** All of them, each once, in no promised order. */
  find: (wanted: Wanted) => Promise<StoredAnnotation[]>;
  /** A plain insert: what is created twice is there twice. Gives its id. */
  create: (annotation: NewAnnotation) => Promise<number>;
  /** Changes what is named; `data` is replaced as a whole. */
  patch: (id: number, changes: Changes) => Promise<void>;
  /** What is gone already is removed gladly. */
  remove: (id: number) => Promise<void>;
}

/** Why a store did not do what it was asked to. */
export type FailureKind =
  /** This person may not. */
  | 'refused'
  /** What was asked for can't be done, whoever asks and however often. */
  | 'neverHeals'
  /** Too many ask: nothing was done. */
  | 'busy'
  /** The person has to sign in again: nothing was done. */
  | 'expired'
  | 'notFound'
  /** No reply came, so that nobody knows whether it was done. */
  | 'unreachable'
  /** The server failed; it may have done it, and it may fail each time. */
  | 'broken';

/** What a store rejects with. */
export class StoreFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** What the store answered, for people. */
    answer: string,
    /** For `busy`: how long to wait, ms, where the store says it. */
    readonly retryAfterMs?: number
  ) {
    super(answer);
    this.name = 'StoreFailure';
  }
}
