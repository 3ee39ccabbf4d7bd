import { type Translate } from '../rule/translate';

/** The English texts with their values put in, for tests of functions that are given a `Translate`. */
export const plain: Translate = (_key, text, values = {}) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
