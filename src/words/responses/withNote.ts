import type { Intervention } from '../../protocol/responses/intervention';
import type { Translate } from '../translate';

/** What was said, with where it came from and the note of who said it: "Done (Ana): One more person on inbound". */
export function withNote(t: Translate, words: string, { note, source }: Pick<Intervention, 'note' | 'source'>): string {
  const text = note?.trim().replace(/\s+/g, ' ');
  const told = isFromSheet({ source })
    ? t('views.response.from-sheet', '{{words}}, from the response sheet', { words })
    : words;
  return text ? t('views.response.noted', '{{words}}: {{note}}', { words: told, note: text }) : told;
}

/** Whether it was said in a response sheet. */
export function isFromSheet({ source }: Pick<Intervention, 'source'>): boolean {
  return source === 'responseSheet';
}
