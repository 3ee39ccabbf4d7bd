import { answered, isPlaceholder } from './answers';
import { ruleKind } from './kind';
import type { RuleSources } from './sources';
import { mergeRule } from './sources';

const thresholds = {
  mode: 'absolute',
  steps: [
    { value: null, color: 'green' },
    { value: 70, color: 'red' },
  ],
};

describe('isPlaceholder', () => {
  it.each([
    'TBD',
    'N.N.',
    'n.n.',
    'k.A.',
    'k. A.',
    'tbd.',
    'T.B.D.',
    'TODO',
    'todo!',
    '**TODO**',
    'tbc',
    'n/a',
    'N/A',
    'N.A.',
    '?',
    '???',
    '-',
    '—',
    '...',
    '',
    ' ',
    '(tbd)',
    'TODO: ask Ana',
    'TBD - next quarter',
    'to be decided',
  ])('%j is one', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  it.each([
    'By hand',
    'none',
    'None.',
    'Ana',
    '7',
    'Todo list review',
    'Nadia',
    'tbdata team',
    '人',
    'to be called at night',
  ])('%j is an answer', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});

describe('answered', () => {
  it.each<[unknown, string[]]>([
    [{}, []],
    [{ operator: '>', critical: 1 }, ['threshold']],
    [{ owner: 'Ana' }, ['who']],
    [{ contact: '#sales', notify: '#sales' }, []],
    [{ action: 'Pause' }, ['action']],
    [{ runbook: 'https://x' }, ['action']],
    [{ automation: 'none' }, ['automation']],
    [{ escalateTo: 'VP Sales' }, ['automation']],
    [{ owner: 'TBD', action: '?', runbook: 'n/a', automation: 'By hand' }, ['automation']],
  ])('%j answers %j', (stored, expected) => {
    const answers = answered(mergeRule({ default: stored }));
    expect(Object.entries(answers).flatMap(([question, yes]) => (yes ? [question] : []))).toEqual(expected);
  });
});

describe('ruleKind', () => {
  it.each<[string, RuleSources, string]>([
    ['nothing', {}, 'unruled'],
    ['placeholders alone', { default: { owner: 'TBD' } }, 'unruled'],
    ['native levels alone', { thresholds }, 'levelOnly'],
    [
      'native levels with words that let nobody act',
      { default: { definition: 'x', owner: 'TBD' }, thresholds },
      'levelOnly',
    ],
    ['native levels with an owner', { default: { owner: 'Ana' }, thresholds }, 'ruled'],
    ['native levels with an action', { default: { action: 'Pause' }, thresholds }, 'ruled'],
    ['own levels that nobody owns', { default: { operator: '>', critical: 1 } }, 'levelOnly'],
    ['an own level beside a native one', { default: { operator: '>', warning: 1 }, thresholds }, 'levelOnly'],
    ['an owner without a level', { default: { owner: 'Ana' } }, 'ruled'],
    ['a reason for no rule', { default: { noRule: 'For context' }, thresholds }, 'context'],
    ['a placeholder for a reason', { default: { noRule: 'TBD' } }, 'unruled'],
    [
      'a reason that an override’s levels outrank',
      { override: { operator: '>', critical: 1 }, default: { noRule: 'x' } },
      'levelOnly',
    ],
    ['an override’s reason', { override: { noRule: 'x' }, default: { operator: '>', critical: 1 } }, 'context'],
  ])('%s', (_, sources, kind) => {
    expect(ruleKind(mergeRule(sources))).toBe(kind);
  });
});
