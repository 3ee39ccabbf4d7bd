import { t as translate } from '@grafana/i18n';

import type { Translate } from '../rule/translate';

/**
 * Translates, leaving values as they are: i18next escapes them for HTML by default, and React escapes once more, so
 * that "R&D" would be read as "R&amp;D". What this returns is text, never markup.
 */
export const t: Translate = (key, defaultText, values) =>
  translate(key, defaultText, { ...values, interpolation: { escapeValue: false } });
