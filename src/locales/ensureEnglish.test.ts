import i18next from 'i18next';

import pluginJson from '../plugin.json';
import { ensureEnglish } from './ensureEnglish';

const KEY = 'views.faces.no-data';

afterEach(() => {
  i18next.removeResourceBundle('en-US', pluginJson.id);
});

/** What is said where the code has no text: that is in the catalogue alone. */
function said(): string {
  return i18next.getFixedT('en-US', pluginJson.id)(KEY, '');
}

it('brings the English words where Grafana could not load them', async () => {
  expect(said()).not.toBe('No data');
  await ensureEnglish();
  expect(said()).toBe('No data');
});

it('leaves the words that Grafana has loaded', async () => {
  i18next.addResourceBundle('en-US', pluginJson.id, { [KEY]: 'Nothing there' }, true, false);
  await ensureEnglish();
  expect(said()).toBe('Nothing there');
});
