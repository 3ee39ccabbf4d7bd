import fc from 'fast-check';

import { firstStepOf, laterSteps, withFirstStep } from './firstStep';

describe('the first step of an action', () => {
  it.each<[string, string, number]>([
    ['', '', 0],
    ['Look', 'Look', 0],
    ['Look\nAct', 'Look', 1],
    ['1. Look\n2. Act\n3. Tell', 'Look', 2],
    ['- Look\n- Act', 'Look', 1],
    ['Do this:\n\n1. Look\n   twice\n2. Act', 'Look', 1],
    ['**Look** at [it](https://a.example)', '**Look** at [it](https://a.example)', 0],
    ['1.\nLook', '1.', 1],
  ])('%j: %j and %d more', (action, first, later) => {
    expect(firstStepOf(action)).toBe(first);
    expect(laterSteps(action)).toBe(later);
  });

  it.each<[string, string, string]>([
    ['', 'Look', 'Look'],
    ['1. Look\n2. Act', 'Listen', '1. Listen\n2. Act'],
    ['1. Look\n2. Act', '', '1. \n2. Act'],
    ['Look\nAct', '', '\nAct'],
    ['Do this:\n- Look\n- Act', 'Listen', 'Do this:\n- Listen\n- Act'],
    ['Look', 'Listen\nand tell', 'Listen and tell'],
  ])('%j with %j: %j', (action, step, expected) => {
    expect(withFirstStep(action, step)).toBe(expected);
  });

  const text = fc.string({ unit: fc.constantFrom('1', '.', '-', ' ', '\n', 'a', '*', '\t', '\r') });

  it('keeps every other line, whatever is typed', () => {
    fc.assert(
      fc.property(text, text, (action, step) => {
        const before = action.split('\n');
        const after = withFirstStep(action, step).split('\n');
        expect(after).toHaveLength(before.length);
        expect(after.filter((line, index) => line !== before[index]).length).toBeLessThanOrEqual(1);
      })
    );
  });

  it('changes nothing when the first step is set to what it is', () => {
    fc.assert(
      fc.property(
        text.map((some) => some.replaceAll('\r', '')),
        (action) => {
          expect(withFirstStep(action, firstStepOf(action))).toBe(action);
        }
      )
    );
  });
});
