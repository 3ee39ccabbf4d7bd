import grafanaI18n from '@grafana/i18n/eslint-plugin';
import { defineConfig } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import sonarjs from 'eslint-plugin-sonarjs';

import baseConfig from './.config/eslint.config.mjs';

/** The rooms of src from the roof down: a room may import those below it (and itself), never those above. */
const ROOMS = [
  'panel',
  'editors',
  'views',
  'alerting',
  'annotations',
  'chart',
  'frames',
  'locales',
  'words',
  'protocol',
  'tables',
  'evaluation',
  'rule',
  'time',
];

/** Rooms that are plain functions on plain data: no React, nothing of Grafana but types. */
const PURE_ROOMS = [
  'src/time/**',
  'src/rule/**',
  'src/evaluation/**',
  'src/tables/**',
  'src/protocol/**',
  'src/words/**',
  'src/alerting/export/**',
];

/** Free of React and of Grafana's runtime; reads Grafana's data frames and field config. */
const DATA_ROOMS = ['src/frames/**'];

/** Forms of code of which there is one. */
const SYNTAX = [
  {
    selector: 'ImportDeclaration[importKind="value"] > ImportSpecifier[importKind="type"]',
    message: 'Types have an import of their own: import type { … }.',
  },
  {
    selector: ':matches(TSInterfaceDeclaration, TSTypeAliasDeclaration)[id.name="Props"]',
    message: 'Props are named after their component: CardProps.',
  },
];

const ONE_HOME = {
  selector: 'VariableDeclarator[id.name=/^(SECOND|MINUTE|HOUR|DAY|WEEK)(S?_MS)?$/]',
  message: 'Lengths of time come from src/time/units.ts, in scripts from scripts/dashboards/time.mjs.',
};

const restricted = (names, message) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: names.map((regex) => ({ regex, message, allowTypeImports: true })),
    },
  ],
});

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      'coverage/',
      '**/.build/',
      'playwright-report/',
      'test-results/',
      'blob-report/',
      'playwright/',
      '.config/',
    ],
  },
  ...baseConfig,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { sonarjs },
    rules: {
      'sonarjs/cognitive-complexity': ['error', 15],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      // The JSX runtime is the automatic one.
      'react/react-in-jsx-scope': 'off',
      'no-restricted-syntax': ['error', ...SYNTAX, ONE_HOME],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'jsdoc/require-hyphen-before-param-description': ['error', 'always'],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src', 'demo', 'tests', 'bench', 'conformance', 'scripts', 'cli'].map((folder) => `${folder}/**/*-*.{ts,tsx,mjs}`),
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'Files are named in camelCase, or as their component.' },
      ],
    },
  },
  {
    files: ['src/time/units.ts', 'scripts/dashboards/time.mjs'],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX] },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'demo/**/*.{ts,tsx}'],
    plugins: { 'jsx-a11y': jsxA11y },
    rules: jsxA11y.flatConfigs.strict.rules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'src/testing/**'],
    plugins: { '@grafana/i18n': grafanaI18n },
    rules: {
      '@grafana/i18n/no-untranslated-strings': 'error',
      '@grafana/i18n/no-translation-top-level': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    // It would go over the wire with every panel.
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@grafana/i18n', message: 'Every word goes through t of src/locales/t.ts.' }] },
      ],
    },
  },
  {
    // A test may look down on its subject from any room: what is read is tested by what is said of it.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx'] } },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': ROOMS.map((room) => ({ type: room, pattern: `src/${room}`, mode: 'folder' })),
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message: 'Imports run one way through the house: ${file.type} must not import ${dependency.type}.',
          rules: ROOMS.map((room, floor) => ({ from: room, allow: ROOMS.slice(floor) })),
        },
      ],
    },
  },
  {
    files: PURE_ROOMS,
    ignores: ['**/*.test.ts'],
    rules: restricted(['^react', '^@grafana/', '^rxjs'], 'This room is pure: plain functions on plain data.'),
  },
  {
    files: DATA_ROOMS,
    ignores: ['**/*.test.ts'],
    rules: restricted(['^react', '^@grafana/(ui|runtime)'], 'This room is free of React and of the runtime.'),
  },
  {
    files: ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**', 'bench/**', 'scripts/**', 'demo/server/**'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
]);
