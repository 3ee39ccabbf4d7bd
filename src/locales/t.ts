import i18next from 'i18next';

import pluginJson from '../plugin.json';
import type { Translate } from '../words/translate';

/**
 * Grafana shares its i18next with plugins, and has put the plugin's words into it before it loads the plugin. What
 * `@grafana/i18n` does beyond that, a host without Grafana needs; in every panel it would be a kilobyte for nothing.
 */
const translate = i18next.getFixedT(null, pluginJson.id);

/** More texts than a wall of cards says between two refreshes. */
const MOST_KEPT = 5000;

const kept = new Map<string, string>();

/**
 * Translates, leaving values as they are: i18next escapes them for HTML by default, and React escapes once more, so
 * that "R&D" would be read as "R&amp;D". What this returns is text, never markup.
 *
 * Texts are kept: i18next takes some 60 µs for each, and a panel says the same hundreds of them at every refresh.
 */
export const t: Translate = (key, defaultText, values) => {
  const said = values ? `${key} ${JSON.stringify(values)}` : key;
  const before = kept.get(said);
  if (before !== undefined) {
    return before;
  }
  const text = translate(key, defaultText, { ...values, interpolation: { escapeValue: false } });
  if (kept.size >= MOST_KEPT) {
    kept.clear();
  }
  kept.set(said, text);
  return text;
};
