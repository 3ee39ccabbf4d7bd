import type { Translate } from '../words/translate';

/** The English texts with their values put in. */
export const plain: Translate = (_key, text, values = {}) =>
  text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]));
