import fc from 'fast-check';

import { NearNames } from './nearNames';

const nearestName = (written: string, names: readonly string[]) => new NearNames(names).nearest(written);

const NAMES = ['Owner', 'Escalate to', 'Escalate after', 'For', 'Win rate', 'Queue 1', 'Queue 2', 'Lead response EMEA'];

describe('NearNames', () => {
  it.each([
    ['Onwer', 'Owner'],
    ['ownr', 'Owner'],
    ['OWNER!', 'Owner'],
    ['escalate_to', 'Escalate to'],
    ['Escalte too', 'Escalate to'],
    ['Fro', 'For'],
    ['Win-Rate', 'Win rate'],
    ['Lead respons EMAE', 'Lead response EMEA'],
    ['queue1', 'Queue 1'],
  ])('finds what %j means: %j', (written, name) => {
    expect(nearestName(written, NAMES)).toBe(name);
  });

  it.each(['Remarks', 'Queue 3', 'Queue', 'Loss rate', 'Escalation', 'Fo', '', '***'])(
    'guesses nothing of %j',
    (written) => {
      expect(nearestName(written, NAMES)).toBeUndefined();
    }
  );

  it('does not choose between two that are as near', () => {
    expect(nearestName('Leeds', ['Leads', 'Seeds'])).toBeUndefined();
    expect(nearestName('Leads', ['Leads', 'Seeds'])).toBe('Leads');
  });

  it('knows every name of its own with a letter too many, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.constantFrom('x', 'q'), (at, letter) => {
        const written = 'Conversion'.slice(0, at) + letter + 'Conversion'.slice(at);
        expect(nearestName(written, ['Owner', 'Conversion', 'Visits'])).toBe('Conversion');
      })
    );
  });
});
