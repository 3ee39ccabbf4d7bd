import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';

const modules = resolve(import.meta.dirname, '../node_modules');

/** Single files of a @grafana package that its `exports` do not name. */
function internals(name: string) {
  return {
    find: new RegExp(`^@grafana-${name}-internal/(.*)$`),
    replacement: `${modules}/@grafana/${name}/dist/esm/$1.mjs`,
  };
}

/** Replaces the one file of @grafana/ui that names font files which are not on npm. */
function ownFonts(): Plugin {
  return {
    name: 'own-fonts',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './fonts.mjs' && importer?.endsWith('/GlobalStyles/GlobalStyles.mjs')
        ? resolve(import.meta.dirname, 'host/shims/fonts.ts')
        : undefined,
  };
}

/** CommonJS packages that name their default `default`, as @grafana/ui expects of them. */
const WITH_DEFAULT = ['calculate-size', 'react-custom-scrollbars-2', 'react-highlight-words'];

/**
 * Gives what imports the default of such a package that default. A file `.mjs` gets all of the package instead, as Node has
 * it; Grafana's own build does not do so.
 */
function commonJsDefaults(): Plugin {
  const prefix = '\0default-of:';
  return {
    name: 'commonjs-defaults',
    enforce: 'pre',
    resolveId: (source, importer) =>
      WITH_DEFAULT.includes(source) && !importer?.startsWith(prefix) ? prefix + source : undefined,
    load: (id) => (id.startsWith(prefix) ? `export { default } from '${id.slice(prefix.length)}';` : undefined),
  };
}

/** The page of the local host. `demo/build.mjs` runs it and says where the output goes. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  resolve: {
    dedupe: [
      'react',
      'react-dom',
      'react-router',
      'react-router-dom',
      'rxjs',
      'i18next',
      '@grafana/data',
      '@grafana/ui',
      '@grafana/runtime',
    ],
    alias: [
      internals('ui'),
      internals('runtime'),
      // @grafana/ui brings a router of its own for its links; there must be one.
      { find: /^react-router-dom-v5-compat$/, replacement: 'react-router-dom' },
      {
        // Missing in @grafana/schema 12.4.10, imported by @grafana/scenes.
        find: '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen',
        replacement: resolve(import.meta.dirname, 'host/shims/tablePanelCfg.ts'),
      },
    ],
  },
  // Node finds no names in this one, which is no ES module.
  ssr: { noExternal: ['lodash'] },
  plugins: [ownFonts(), commonJsDefaults()],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 20_000,
  },
});
