const TEST = '[.]test[.]tsx?$';
const HELPER = '^(src|demo)/testing/|^tests/';

/**
 * Who imports whom, types included: two files that know each other are one subject, or have a third between them.
 * (The directions between the rooms are eslint.config.mjs'.)
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Imports in a circle: move what both need into a file of its own, below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-helpers',
      comment: 'What is shipped or served needs no helper of the tests.',
      severity: 'error',
      from: { path: '^(src|demo)/', pathNot: [TEST, HELPER] },
      to: { path: [TEST, HELPER] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|demo|tests|bench|conformance|scripts|cli)/',
    tsPreCompilationDeps: true,
  },
};
