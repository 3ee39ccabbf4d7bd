import i18next from 'i18next';

import pluginJson from '../plugin.json';

const ENGLISH = 'en-US';

/**
 * Sees to it that the English words are there. Grafana loads those of one language before it loads the plugin; where that
 * failed, or not every word of that language is translated, i18next says the English one.
 */
export async function ensureEnglish(): Promise<void> {
  if (i18next.hasResourceBundle(ENGLISH, pluginJson.id)) {
    return;
  }
  try {
    const { default: words } = await import(/* webpackChunkName: "words" */ './en-US/protocolops-protocol-panel.json');
    i18next.addResourceBundle(ENGLISH, pluginJson.id, words);
  } catch (error) {
    console.warn('Protocol: the English words could not be loaded.', error);
  }
}
