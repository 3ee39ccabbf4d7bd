import type { QueryError } from '../protocol/protocol';
import type { Translate } from './translate';

/** Which query failed, and what it said: "Query B failed: timeout". */
export function failedWords(t: Translate, { refId, message }: QueryError): string {
  return refId === undefined
    ? t('views.faces.failed', 'A query failed: {{message}}', { message })
    : t('views.faces.failed-ref', 'Query {{refId}} failed: {{message}}', { refId, message });
}
