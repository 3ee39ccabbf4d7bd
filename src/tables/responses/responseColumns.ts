import type { ColumnNames } from '../sheet/columns';
import { RULE_COLUMN_NAMES } from '../sheet/ruleColumns';

/** What a response sheet has columns for. */
export type ResponseColumn = 'time' | 'metric' | 'who' | 'what' | 'note' | 'level' | 'since' | 'until' | 'to';

/** Without these a row can't be told. */
export const NEEDED_COLUMNS = ['time', 'metric', 'who', 'what'] as const satisfies readonly ResponseColumn[];

/** The headers of a response sheet: what forms, tickets and people call them. */
export const RESPONSE_COLUMN_NAMES: ColumnNames<ResponseColumn> = {
  names: {
    time: [
      ...['time', 'timestamp', 'date', 'when', 'at', 'date and time', 'submitted', 'submitted at', 'submitted on'],
      ...['created', 'created at', 'answered at', 'responded at', 'completion time'],
    ],
    metric: RULE_COLUMN_NAMES.names.metric.filter((name) => name !== 'name'),
    who: [
      ...['who', 'by', 'your name', 'person', 'author', 'responder', 'user', 'answered by', 'said by'],
      ...['email', 'e-mail', 'email address', 'username', 'submitted by'],
    ],
    what: [
      ...['what', 'response', 'answer', 'your answer', 'your response', 'status', 'what do you say', 'decision'],
      ...['reaction', 'kind'],
    ],
    note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks', 'why', 'reason', 'what was done', 'details'],
    level: ['level', 'severity'],
    since: ['since', 'firing since', 'fires since', 'breach since', 'breach'],
    until: ['until', 'accepted until', 'till', 'next word', 'next word by', 'by when'],
    to: ['to', 'handed to', 'handed over to', 'hand over to', 'to whom', 'new owner', 'assignee'],
  },
  ambiguous: {
    name: ['metric', 'your name'],
    action: ['what', 'note'],
    text: ['what', 'note'],
    due: ['next word by', 'accepted until'],
    owner: ['who', 'handed to'],
  },
};
