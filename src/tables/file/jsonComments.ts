import { isStoredName } from '../../rule/fields';
import { shorten } from '../../rule/read';
import type { Lines } from './lines';
import type { DroppedText } from './fileProblem';

/** A text in quotes, or a comment: to the end of its line, or between two signs. */
const TEXT_OR_COMMENT = /"(?:\\.|[^"\\\n])*"|(?<=^|[\s,:[\]{}"])(?:\/\/[^\n]*|\/\*[^]*?\*\/)/g;

const FIELD = /["']?([A-Za-z]+)["']?\s*:/;

/** JSON that some editors write: with comments, which are no JSON and no YAML. In their place are as many spaces. */
export function withoutJsonComments(text: string): string {
  return text.replace(TEXT_OR_COMMENT, (found) => (found.startsWith('"') ? found : found.replace(/[^\n]/g, ' ')));
}

/** The comments in JSON in which fields stand: other ones say something to people, and nothing to a program. */
export function fieldsInJsonComments(text: string, lines: Lines): DroppedText[] {
  return [...text.matchAll(TEXT_OR_COMMENT)].flatMap(({ 0: found, index }): DroppedText[] => {
    const [, field = ''] = found.startsWith('"') ? [] : (FIELD.exec(found) ?? []);
    return isStoredName(field) ? [{ code: 'jsonComment', line: lines.at(index), found: shorten(found) }] : [];
  });
}
