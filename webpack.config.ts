import { join } from 'node:path';

import CopyWebpackPlugin from 'copy-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import type { Configuration, RuleSetRule } from 'webpack';

import type { Env } from './.config/webpack/webpack.config';
import grafanaConfig from './.config/webpack/webpack.config';
import { PlainCalls } from './scripts/plainCalls.mjs';
import { shortKeys, withShortKeys } from './scripts/shortKeys.mjs';

/**
 * The scaffold's build, with React's automatic JSX runtime, which Grafana shares with plugins, and in the language of the
 * browsers that Grafana 12.4 supports: what ES2015 makes of an object spread is slow. The published JSON Schemas are in
 * the package, too.
 *
 * A package is built without webpack's cache on disk: with it, files that are only copied, such as the catalogue of
 * words, stay those of an earlier build.
 *
 * What loads with every panel has to be small: English texts are in the catalogue of words alone, by short keys, names across modules are
 * the shortest, calls of what is imported are plain, and functions stand before what uses them, in an order that compresses
 * better. No getter of ours does anything but get, and none of our functions is called with `new`.
 */
export default async function config(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  const rules = (base.module?.rules ?? []).map((rule) =>
    isRule(rule) && usesLoader(rule) && rule.use.loader === 'swc-loader' ? inOurLanguage(rule, env) : rule
  );
  const schemas = new CopyWebpackPlugin({ patterns: [{ from: '../docs/schema/*.json', to: 'schema/[name][ext]' }] });
  return {
    ...base,
    cache: env.production ? false : base.cache,
    // Eight digits tell one build of a chunk from another; the module names every chunk.
    output: { ...base.output, ...(env.production && { chunkFilename: '[name].js?_cache=[contenthash:8]' }) },
    target: ['web', LANGUAGE],
    optimization: { ...base.optimization, minimizer: [minimizer()], moduleIds: 'size', mangleExports: 'size' },
    module: { ...base.module, rules: env.production ? [...rules, CATALOGUES] : rules },
    plugins: [...(base.plugins ?? []), schemas, ...(env.production ? [shortCatalogues(), new PlainCalls()] : [])],
  };
}

/** The language of the browsers that Grafana 12.4 supports. */
const LANGUAGE = 'es2022';

const TEXTS_LOADER = join(process.cwd(), 'scripts/textsLoader.mjs');

const CATALOGUES: RuleSetRule = {
  test: /src\/locales\/.+\.json$/,
  type: 'json',
  use: join(process.cwd(), 'scripts/catalogueLoader.mjs'),
};

/** The catalogues of all languages in the package, by the keys that its code has. */
function shortCatalogues(): CopyWebpackPlugin {
  const short = shortKeys();
  const transform = (content: Buffer) => withShortKeys(content.toString(), short);
  return new CopyWebpackPlugin({ patterns: [{ from: 'locales/**/*.json', force: true, priority: 10, transform }] });
}

type LoaderRule = RuleSetRule & { use: { loader: string; options: { jsc: object } } };

/** As the scaffold's, and a little smaller. */
function minimizer(): TerserPlugin {
  return new TerserPlugin({
    terserOptions: {
      ecma: 2020,
      format: {
        comments: (_, { type, value }) => type === 'comment2' && value.trim().startsWith('[create-plugin]'),
      },
      compress: { drop_console: ['log', 'info'], hoist_funs: true, passes: 3, pure_getters: true, unsafe_arrows: true },
    },
  });
}

function isRule(rule: unknown): rule is RuleSetRule {
  return typeof rule === 'object' && rule !== null;
}

function usesLoader(rule: RuleSetRule): rule is LoaderRule {
  return typeof rule.use === 'object' && rule.use !== null && 'loader' in rule.use;
}

function inOurLanguage(rule: LoaderRule, env: Env): RuleSetRule {
  const jsc = { ...rule.use.options.jsc, target: LANGUAGE, transform: { react: { runtime: 'automatic' } } };
  const swc = { ...rule.use, options: { ...rule.use.options, jsc } };
  // The last one is the first to load.
  return { ...rule, use: env.production ? [swc, TEXTS_LOADER] : [swc] };
}
