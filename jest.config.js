// Tests must not depend on the time zone of the machine.
process.env.TZ = 'UTC';

const scaffold = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

const [[, [transformer, options]]] = Object.entries(scaffold.transform);
const swc = [transformer, { ...options, jsc: { ...options.jsc, transform: { react: { runtime: 'automatic' } } } }];

/** Packages that ship ES modules only, beyond those that the scaffold knows. */
const ES_MODULES = [
  ...grafanaESModules,
  'zod',
  'fast-check',
  'pure-rand',
  '@grafana/scenes',
  'd3-.*',
  'internmap',
  'delaunator',
  'robust-predicates',
  'marked',
  '@grafana/i18n',
  'yaml',
];

module.exports = {
  ...scaffold,
  testMatch: ['<rootDir>/{src,demo,scripts,tests,conformance,bench,cli}/**/*.test.{ts,tsx}'],
  transform: { '^.+\\.m?(t|j)sx?$': swc },
  transformIgnorePatterns: [nodeModulesToTransform(ES_MODULES)],
};
