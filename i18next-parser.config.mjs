import pluginJson from './src/plugin.json' with { type: 'json' };

/** Collects every visible string of the sources into the plugin's catalogue. */
export default {
  locales: pluginJson.languages,
  defaultNamespace: pluginJson.id,
  input: ['src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}', '!src/testing/**'],
  output: 'src/locales/$LOCALE/$NAMESPACE.json',
  sort: true,
  createOldCatalogs: false,
  keepRemoved: false,
  // The English catalogue says what the sources say.
  resetDefaultValueLocale: 'en-US',
  failOnWarnings: false,
  verbose: false,
  defaultValue: (_locale, _namespace, _key, value) => value,
};
