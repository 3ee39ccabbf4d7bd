import { join } from 'node:path';

import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration, RuleSetRule } from 'webpack';

import type { Env } from './.config/webpack/webpack.config';
import grafanaConfig from './.config/webpack/webpack.config';

/**
 * The scaffold's build, with React's automatic JSX runtime, which Grafana shares with plugins, and in the language of the
 * browsers that Grafana 12.4 supports: what ES2015 makes of an object spread is slow. The published JSON Schemas are in
 * the package, too.
 *
 * A package is built without webpack's cache on disk: with it, files that are only copied, such as the catalogue of
 * words, stay those of an earlier build.
 *
 * `Trans`, which Grafana's translations bring along with a parser of HTML, is left out: every word goes through `t`, and
 * lint says so.
 */
export default async function config(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  const rules = (base.module?.rules ?? []).map((rule) =>
    isRule(rule) && usesLoader(rule) && rule.use.loader === 'swc-loader' ? inOurLanguage(rule) : rule
  );
  const schemas = new CopyWebpackPlugin({ patterns: [{ from: '../docs/schema/*.json', to: 'schema/[name][ext]' }] });
  return {
    ...base,
    resolve: { ...base.resolve, alias: { ...base.resolve?.alias, [TRANS]: false } },
    cache: env.production ? false : base.cache,
    module: { ...base.module, rules },
    plugins: [...(base.plugins ?? []), schemas],
  };
}

const TRANS = join(process.cwd(), 'node_modules/react-i18next/dist/es/Trans.js');

type LoaderRule = RuleSetRule & { use: { loader: string; options: { jsc: object } } };

function isRule(rule: unknown): rule is RuleSetRule {
  return typeof rule === 'object' && rule !== null;
}

function usesLoader(rule: RuleSetRule): rule is LoaderRule {
  return typeof rule.use === 'object' && rule.use !== null && 'loader' in rule.use;
}

function inOurLanguage(rule: LoaderRule): RuleSetRule {
  const jsc = { ...rule.use.options.jsc, target: 'es2022', transform: { react: { runtime: 'automatic' } } };
  return { ...rule, use: { ...rule.use, options: { ...rule.use.options, jsc } } };
}
