import type { Translate } from './translate';

/** The panel's own words in English, with their values put in. */
export const english: Translate = (_key, text, values = {}) => {
  const form = values.count === 1 ? values.defaultValue_one : values.defaultValue_other;
  return (typeof form === 'string' ? form : text).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
};
