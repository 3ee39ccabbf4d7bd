import { isPlaceholder } from '../../rule/answers';
import type { RuleField } from '../../rule/fields';
import { isOf } from '../../rule/fields';
import { hasVariable } from '../../rule/textProblem';
import { safeHref } from '../../views/text/safeHref';
import type { Translate } from '../../words/translate';

/** What begins with the name of a host: "wiki.example.com/leads". */
const HOST = /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?(\/\S*)?$/i;
const HAS_SCHEME = /^[\w+.-]+:/;

/**
 * What is worth knowing of an answer while it is typed: that it is a placeholder, and answers nothing; that what should be a
 * link is none. Neither is wrong, and both are kept.
 */
export function hintWords(t: Translate, field: RuleField, text: string): string | undefined {
  if (text.trim() === '' || !isOf(field, 'text', 'prose', 'markdown', 'contact', 'link')) {
    return undefined;
  }
  if (isPlaceholder(text)) {
    return t('editors.hint.placeholder', 'A placeholder: kept, but it counts as no answer.');
  }
  return isOf(field, 'link') && !hasVariable(text) && safeHref(text) === undefined ? noLinkWords(t, text) : undefined;
}

function noLinkWords(t: Translate, text: string): string | undefined {
  const plain = text.trim();
  if (HOST.test(plain)) {
    return t('editors.hint.host', 'Not a link yet: begin it with https://');
  }
  // What has a scheme that is not safe is told as such.
  return HAS_SCHEME.test(plain) ? undefined : t('editors.hint.no-link', 'Not a link: it opens nothing.');
}
