import type { SheetAnswer } from '../../tables/responses/answer';
import type { BreachSpan } from '../breaches/breachSpan';
import type { NoMetric } from '../metric';
import type { MetricProtocol, Protocol, RuleChange, Tally } from '../protocol';
import type { PlacedRecord } from '../records/recordedBreach';
import type { BreachResponse } from '../responses/breachResponse';
import type { Intervention, Responses } from '../responses/intervention';
import type { ResponseFigures } from '../responses/responseFigures';

/** A panel of the dashboard, as it tells itself. */
export interface HandoverPanel {
  /** Tells it from the others of the dashboard. */
  key: string;
  /** Its title, its variables put in; undefined of what the handover asks for by itself. */
  title?: string;
  /** The id by which a link opens it; undefined where it has none of its own. */
  panelId?: number;
  /** Nobody asked for its data: nothing is told of it but what its rules say. */
  isUnasked?: true;
  /** Its breaches are recorded: of what its data do not reach the record tells, as far as a screen was open. */
  isRecording?: true;
  protocol: Protocol;
}

/** A panel of the dashboard on which breaches may have been recorded. */
export interface RecordingPlace {
  panelId: number;
  /** Its variables put in. */
  title: string;
  /** Its data are here, or under way: what is open on the record and not in them is over. */
  isTold: boolean;
  /** It has a response sheet of its own, which only its data bring: without them nobody knows what is in it. */
  hasOwnAnswers: boolean;
}

/** Something of the dashboard of which a handover can say nothing, or not all. */
export type NotRead =
  /** A panel that keeps rules, and whose data the handover does not ask for. */
  | { kind: 'notAsked'; title: string }
  /** The same of a panel whose breaches are recorded: they are told from there, its state is not known. */
  | { kind: 'recordAlone'; title: string }
  /** A panel that was asked for, and of which nothing came. */
  | { kind: 'failed'; title: string }
  | { kind: 'awaited'; title: string }
  /** A panel in whose data is nothing to judge. */
  | { kind: 'nothing'; title?: string; because: NoMetric }
  /** Queries that name a panel which is not on the dashboard. */
  | { kind: 'lost'; refIds: readonly string[] }
  /** A series of which nobody can tell by which panel's rules it is to be judged. */
  | { kind: 'unclear'; name: string }
  /** What is in view of some metrics begins only then, epoch ms: of what came before it nothing is known. */
  | { kind: 'shortRange'; from: number; metrics: readonly HandoverMetric[] }
  /** The same of metrics whose breaches are recorded: what came before is told from there. */
  | { kind: 'recordBefore'; from: number; metrics: readonly HandoverMetric[] }
  /** What people did is not tracked, or not read yet. */
  | { kind: 'untracked' }
  | { kind: 'responsesAwaited' };

/** Everything that a handover is told from. */
export interface HandoverInput {
  panels: readonly HandoverPanel[];
  notRead: readonly NotRead[];
  /** From when on it tells, epoch ms. */
  since: number;
  /** The moment of the reading, epoch ms. */
  now: number;
  /** What is known of the interventions of the dashboard, beside what its panels know. */
  responses?: Responses;
  /** Of the handover's own response sheet; undefined where it has none. */
  answers?: readonly SheetAnswer[];
  /** What is on the record of breaches, of the dashboard and beyond; undefined: the store is not read. */
  records?: readonly PlacedRecord[];
  dashboardUid?: string;
  places: readonly RecordingPlace[];
  /** Of the calendar that says which reviews are past, as a panel is given it. */
  timeZone: string;
}

/** A metric that a handover tells of, with where it is shown. */
export interface HandoverSubject {
  /** Tells it from the others. */
  id: string;
  name: string;
  /** Its name, with its panel's where two share one. */
  label: string;
  panel: Pick<HandoverPanel, 'key' | 'title' | 'panelId'>;
  /** Between the values on which it is judged, ms. */
  stepMs?: number;
}

/** One of those whose panel tells of it. */
export interface HandoverMetric extends HandoverSubject {
  metric: MetricProtocol;
}

/** One breach of a metric, as people count them. */
export interface HandoverBreach extends HandoverSubject {
  row: BreachSpan;
  /** What people did about it; undefined where nothing is recorded. */
  response?: BreachResponse;
  /** Whether it is known that nobody recorded a response. */
  isUnanswered: boolean;
  /** Where only the record tells of it. */
  record?: OnRecordAlone;
}

/** What there is to say of a breach that only the record tells of. */
export interface OnRecordAlone {
  /** The data know its time, and do not show it any more. */
  isCorrected: boolean;
  /** It is over, and nobody recorded when: its end is the last moment at which it was known to fire. */
  isEndUnknown: boolean;
  /** The last moment at which it is known to fire, epoch ms. */
  seenTo: number;
  /** The owner whom the record names. */
  owner?: string;
}

/** A metric that fires and needs somebody. */
export interface Needing extends HandoverMetric {
  /** It began since then, or began before and became worse since. */
  news?: 'new' | 'worse';
  /** Whether it is known that nobody recorded a response. */
  isUnanswered: boolean;
}

/** A metric that fires and is lived with until a moment, epoch ms. */
export interface Accepted extends HandoverSubject {
  until: number;
  /** Who said so. */
  said?: Intervention;
  /** Only the record tells that it fires. */
  isOnRecordAlone?: true;
}

/** A rule that became another, or is going to. */
export interface ChangedRule extends HandoverMetric {
  /** A version that came into force, or that is to; undefined where what was agreed was changed without one. */
  change?: RuleChange;
  isUpcoming: boolean;
  /** Somebody agreed on what was before, and nobody on what is now. */
  isNotAgreed: boolean;
}

/** How often a metric called, and what people made of it. */
export interface CalledFigures extends HandoverSubject, ResponseFigures {
  /** How often it began to fire since then, also where not all is known of what people did. */
  called: number;
  /** How often it went on from before and became critical since then: not among what it is called for. */
  worse: number;
  /** How long it fired since then, ms. */
  firedMs: number;
}

/** The figures of a review. */
export interface ReviewFigures {
  /** Those that called, in the order of how often. */
  metrics: readonly CalledFigures[];
  total: ResponseFigures & Pick<CalledFigures, 'called' | 'firedMs'>;
  /** Whether what people did is tracked; without it nothing but `called` and `firedMs` means anything. */
  isTracked: boolean;
  /** Metrics whose rule was called wrong since then, with what was said of it. */
  ruleWrong: ReadonlyArray<HandoverSubject & { said: readonly Intervention[] }>;
  /** Rules that were to be looked at again before today. */
  reviewPast: readonly HandoverMetric[];
  /** Levels that nobody has agreed on. */
  levelOnly: readonly HandoverMetric[];
}

/** What one shift tells the next. */
export interface Handover {
  since: number;
  /** The moment that it is told of, epoch ms. */
  at: number;
  /** Whether that moment is now: else the range ended before, and its states are those of then. */
  isLive: boolean;
  /** How many metrics have a rule. */
  ruled: number;
  tally: Tally;
  /** What fires and nobody lives with, worst first. */
  needs: readonly Needing[];
  /** What nobody recorded an end of, and of which nothing else tells the state; worst first. */
  openOnRecord: readonly HandoverBreach[];
  /** What began since then, the newest first: also what is over again. */
  began: readonly HandoverBreach[];
  /** What began before, and became critical since then; the same. */
  worse: readonly HandoverBreach[];
  /** What ended since then, the newest first. */
  ended: readonly HandoverBreach[];
  /** What fires and is accepted until a moment to come, the next first. */
  accepted: readonly Accepted[];
  changed: readonly ChangedRule[];
  /** Metrics with a rule that can't be judged now, worst first. */
  cantJudge: readonly HandoverMetric[];
  notRead: readonly NotRead[];
  /** What was recorded since then of metrics that are not among these, by its metric's name. */
  elsewhere: readonly Intervention[];
  figures: ReviewFigures;
}
