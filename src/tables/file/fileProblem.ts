import type { Problem } from '../../rule/rule';
import type { SheetProblem } from '../sheet/table';

/** A text that is no YAML, or no CSV. */
export type BrokenFile =
  | {
      code: 'notYaml';
      /** In YAML's own words for `other`; else what is written there. */
      reason: 'tab' | 'sameKey' | 'openQuote' | 'noColon' | 'twoFields' | 'other';
      found: string;
      line?: number;
    }
  | { code: 'notCsv'; found: string; line?: number };

/** Something that is written in a YAML file and that YAML does not read. */
export interface DroppedText {
  code:
    | 'comment'
    | 'jsonComment'
    | 'secondDocument'
    | 'anchor'
    | 'tag'
    | 'emptyBlock'
    | 'fieldInText'
    | 'strayQuote'
    | 'nullWord';
  line: number;
  found: string;
  /** The place of the rule that it stands in, from 1. */
  place?: number;
}

/** Something in a file that can't be used. The rest of the file is imported. */
export type FileProblem =
  | BrokenFile
  | DroppedText
  | { code: 'notARuleFile' | 'unknownVersion'; found: string }
  /** The file does not say which version of the format it has. */
  | { code: 'noVersion'; found: string; line?: number }
  /** `line` is that of the text, from 1, where there is one; `place` is the rule's place in the file, from 1. */
  | { code: 'unknownKey'; found: string; line?: number }
  | { code: 'noMetric' | 'sameMetric'; place: number; found: string; line?: number }
  | { code: 'rule'; place: number; metric: string; problem: Problem; line?: number }
  | { code: 'sheet'; problem: SheetProblem; line?: number };
