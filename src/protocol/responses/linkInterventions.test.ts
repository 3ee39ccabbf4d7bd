import fc from 'fast-check';

import type { Breach } from '../../evaluation/evaluation';
import { IDENTITY, breach, intervention } from '../../testing/interventions';
import { NOW } from '../../testing/metricProtocol';
import { HOUR, MINUTE } from '../../time/units';
import type { Intervention } from './intervention';
import { linkInterventions } from './linkInterventions';

const at = (hour: number) => NOW + hour * HOUR;
const TAKEN = { kind: 'taken' } as const;

/** Said at a moment of a breach that was open. */
const saidAt = (hour: number, from: number, overrides: Partial<Intervention['breach']> = {}) =>
  intervention(TAKEN, { at: at(hour), breach: { stretch: { from: at(from), to: at(hour) }, ...overrides } });

/** Said in the end of a breach that was over. */
const saidOf = (from: number, to: number) =>
  intervention(TAKEN, { at: at(99), breach: { stretch: { from: at(from), to: at(to) } } });

const critical = (from: number, to?: number) => breach(at(from), to === undefined ? undefined : at(to));
const warning = (from: number, to?: number): Breach => ({ ...critical(from, to), severity: 'warning' });

/** To which of the stretches it belongs; -1 to none. */
function placeOf(one: Intervention, stretches: Breach[][], stepMs?: number): number {
  return linkInterventions(stretches, IDENTITY, [one], stepMs).of.findIndex((own) => own.includes(one));
}

it.each<[string, Intervention, Breach[][], number]>([
  ['what it overlaps', saidAt(5, 4), [[critical(0, 2)], [critical(4, 6)]], 1],
  ['the breach, whenever it is said to begin', saidAt(5, 4), [[critical(4.5)]], 0],
  ['what it was said in, where one breach is split', saidAt(5, 0), [[critical(0, 4)], [critical(4.5)]], 1],
  ['what it overlaps most, where it was over', saidOf(0, 5), [[critical(0, 4)], [critical(4.5, 9)]], 0],
  ['the earlier of two that it overlaps alike', saidOf(0, 5), [[critical(0, 2)], [critical(3, 5)]], 0],
  ['what two breaches are joined to', saidOf(4, 5), [[critical(0, 8)]], 0],
  ['nothing where it is of another time', saidOf(0, 2), [[critical(3, 4)]], -1],
  ['nothing where it is of another metric', saidAt(5, 4, { identity: 'i1-0' }), [[critical(4)]], -1],
  ['its own severity first', saidOf(0, 5), [[critical(0, 1)], [warning(2, 5)]], 0],
  ['the part of its severity', saidAt(5, 4), [[warning(0), critical(4)]], 0],
  ['another severity where its own is nowhere', saidOf(0, 5), [[warning(0, 5)]], 0],
])('ties to %s', (_, one, stretches, place) => {
  expect(placeOf(one, stretches)).toBe(place);
});

it('knows that a coarse value stands for the time since the one before it', () => {
  const soon = saidAt(0.1, 0);
  const coarse = [[critical(0.25)]];
  expect(placeOf(soon, coarse)).toBe(-1);
  expect(placeOf(soon, coarse, 15 * MINUTE)).toBe(0);
  expect(placeOf(saidAt(0.5, 0.3, { stepMs: 15 * MINUTE }), [[critical(0, 0.2)]], MINUTE)).toBe(0);
});

it('knows of each stretch whether it was spoken of, also where the word belongs to another', () => {
  const { isSpokenOf, orphans } = linkInterventions([[critical(0, 4)], [critical(4.5)], [critical(20)]], IDENTITY, [
    saidAt(5, 0),
  ]);
  expect(isSpokenOf).toEqual([true, true, false]);
  expect(orphans).toEqual([]);
});

describe('whatever is said, and wherever breaches lie', () => {
  const STEP = MINUTE;
  /** Breaches of at least 10 steps, at least 10 steps apart. */
  const anyBreaches = fc
    .array(fc.record({ gap: fc.integer({ min: 10, max: 99 }), length: fc.integer({ min: 10, max: 99 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((pieces) => {
      let from = NOW;
      return pieces.map(({ gap, length }) => {
        const begin = from + gap * STEP;
        from = begin + length * STEP;
        return { from: begin, to: from };
      });
    });
  const anyMoments = fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 6 });

  /** Each breach is spoken of at some moments: in it, as long as it is open, or later. */
  const speakOf = ({ from, to }: { from: number; to: number }, moments: number[], index: number) =>
    moments.map((share, place) => {
      const moment = Math.round(from + share * (to - from));
      const stretch = { from, to: Math.min(moment, to) };
      return intervention(TAKEN, { key: `${index}.${place}`, at: moment, breach: { stretch, stepMs: STEP } });
    });

  const owners = (stretches: Breach[][], interventions: Intervention[]) =>
    linkInterventions(stretches, IDENTITY, interventions, STEP).of.map((own) =>
      own.map(({ key }) => key.split('.')[0])
    );

  it('loses nothing and doubles nothing', () => {
    const anyTime = fc.integer({ min: 0, max: 500 });
    const anyBreach = fc.record({ from: anyTime, length: anyTime, severity: fc.constantFrom('warning', 'critical') });
    fc.assert(
      fc.property(fc.array(anyBreach), fc.array(anyBreach), fc.integer({ min: 0, max: 99 }), (some, said, step) => {
        const stretches = some.map(({ from, length, severity }) => [breach(from, from + length, { severity })]);
        const interventions = said.map(({ from, length, severity }, index) =>
          intervention(TAKEN, {
            key: `${index}`,
            at: from + length,
            breach: { severity, stretch: { from, to: from + length } },
          })
        );
        const linked = linkInterventions(stretches, IDENTITY, interventions, step);
        const keys = [...linked.of.flat(), ...linked.orphans].map(({ key }) => Number(key));
        expect(keys.sort((a, b) => a - b)).toEqual([...interventions.keys()]);
        linked.of.forEach((own, index) => expect(own.length === 0 || linked.isSpokenOf[index]).toBe(true));
        expect(linkInterventions(stretches, IDENTITY, [...interventions].reverse(), step)).toEqual(linked);
      })
    );
  });

  it('ties the same where onsets and ends move by less than a step', () => {
    const anyMove = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyBreaches, anyMoments, fc.array(anyMove, { minLength: 12 }), (breaches, moments, moves) => {
        const said = breaches.flatMap((one, index) => speakOf(one, moments, index));
        const moved = breaches.map(({ from, to }, index) => [
          breach(from + moves[2 * index] * STEP, to + moves[2 * index + 1] * STEP),
        ]);
        owners(moved, said).forEach((own, index) => expect(own).toEqual(moments.map(() => `${index}`)));
      })
    );
  });

  it('ties to a part of the same breach where it is split', () => {
    fc.assert(
      fc.property(anyBreaches, anyMoments, fc.integer({ min: 1, max: 4 }), (breaches, moments, parts) => {
        const said = breaches.flatMap((one, index) => speakOf(one, moments, index));
        const pieces = breaches.flatMap(({ from, to }, index) =>
          Array.from({ length: parts }, (_, part) => {
            const length = (to - from) / parts;
            return { index, breach: breach(from + part * length, from + (part + 0.9) * length) };
          })
        );
        const owned = owners(
          pieces.map((piece) => [piece.breach]),
          said
        );
        expect(owned.flat()).toHaveLength(said.length);
        pieces.forEach(({ index }, piece) =>
          expect(new Set(owned[piece])).toEqual(new Set(owned[piece].map(() => `${index}`)))
        );
      })
    );
  });

  it('ties to what the breaches are joined to', () => {
    fc.assert(
      fc.property(anyBreaches, anyMoments, (breaches, moments) => {
        const said = breaches.flatMap((one, index) => speakOf(one, moments, index));
        const joined = breach(breaches[0].from, breaches[breaches.length - 1].to);
        expect(owners([[joined]], said)[0]).toHaveLength(said.length);
      })
    );
  });
});
