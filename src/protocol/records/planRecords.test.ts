import fc from 'fast-check';

import { NOW } from '../../testing/metricProtocol';
import { HOUR, MINUTE } from '../../time/units';
import type { BreachRecord, ComputedBreach } from './breachRecord';
import { correctedAmong, planRecords, twinsAmong } from './planRecords';

const METRIC = 'i1-0000000000000001';
const MAY = { write: true, remove: true };

/** Hours before now, the end left out where it is open. */
function computed(from: number, to?: number, overrides: Partial<ComputedBreach> = {}): ComputedBreach {
  return {
    identity: METRIC,
    severity: 'critical',
    stretch: { from: NOW - from * HOUR, to: NOW - (to ?? 0) * HOUR },
    isOpen: to === undefined,
    isSinceBefore: false,
    firedAt: NOW - from * HOUR,
    judgedTo: NOW,
    ...overrides,
  };
}

function record(id: number, from: number, to: number, overrides: Partial<BreachRecord> = {}): BreachRecord {
  const stretch = { from: NOW - from * HOUR, to: NOW - to * HOUR };
  return { id, identity: METRIC, severity: 'critical', stretch, isOpen: false, shown: stretch, data: {}, ...overrides };
}

const open = { isOpen: true };

function plan(
  breaches: ComputedBreach[],
  records: BreachRecord[],
  overrides: Partial<Parameters<typeof planRecords>[0]> = {}
) {
  return planRecords({ breaches, records, engine: [], isLive: ({ isOpen }) => isOpen, may: MAY, ...overrides });
}

describe('planRecords', () => {
  it('writes what fires, and offers what ended while nobody looked', () => {
    const [fires, ended] = [computed(1), computed(5, 4)];
    expect(plan([fires, ended], [])).toMatchObject({ creates: [fires], offered: [ended], ends: [], removes: [] });
    expect(plan([ended], [], { isLive: () => true })).toMatchObject({ creates: [ended], offered: [] });
  });

  it('does not offer what began before what is looked at: nobody knows when', () => {
    expect(plan([computed(5, 4, { isSinceBefore: true })], []).offered).toEqual([]);
  });

  it.each<[string, ComputedBreach, BreachRecord]>([
    ['the same time', computed(3, 2), record(1, 3, 2)],
    ['an onset that moved', computed(3, 2), record(1, 2.5, 2)],
    ['a point at its onset', computed(3, 2), record(1, 3, 3)],
    ['a part of it', computed(3, 1), record(1, 2.6, 2.5)],
    [
      'an open record, and a breach since before',
      computed(3, undefined, { isSinceBefore: true }),
      record(1, 9, 9, open),
    ],
  ])('knows its record by %s', (_, breach, known) => {
    const { creates, offered, onRecord } = plan([breach], [known], { isLive: () => true });
    expect([creates, offered]).toEqual([[], []]);
    expect(onRecord.get(breach)).toBe(known);
  });

  it.each<[string, ComputedBreach, BreachRecord]>([
    ['ended as it began', computed(2), record(1, 3, 2)],
    ['is of another severity', computed(2), record(1, 2, 1, { severity: 'warning' })],
    ['is of another metric', computed(2), record(1, 2, 1, { identity: 'i1-0000000000000002' })],
    ['is open and of before it', computed(2), record(1, 9, 9, open)],
  ])('takes no record for its own that %s', (_, breach, other) => {
    expect(plan([breach], [other]).creates).toEqual([breach]);
  });

  it('gives a breach that overlaps several records to the earliest, and leaves the others as they are', () => {
    const whole = computed(9, 2);
    const records = [record(7, 4, 2), record(9, 9, 7)];
    const { onRecord, ends, removes, creates } = plan([whole], records);
    expect(onRecord.get(whole)).toBe(records[1]);
    expect([creates, removes]).toEqual([[], []]);
    expect(ends).toEqual([{ record: records[1], breach: whole, end: NOW - 4 * HOUR }]);
  });

  it('ends a record with its breach, later where it goes on, and never earlier', () => {
    const ended = computed(3, 1);
    const endOf = (known: BreachRecord) => plan([ended], [known]).ends.map(({ end }) => end);
    expect(endOf(record(1, 3, 2.9, open))).toEqual([NOW - HOUR]);
    expect(endOf(record(1, 3, 2))).toEqual([NOW - HOUR]);
    expect(endOf(record(1, 3, 1))).toEqual([]);
    expect(endOf(record(1, 3, 0.5))).toEqual([]);
    expect(plan([computed(3)], [record(1, 3, 2)]).ends).toEqual([]);
  });

  it('of records that say one breach keeps the one with the lowest id', () => {
    expect(twinsAmong([record(5, 3, 2), record(3, 3, 3, open), record(4, 2.5, 2), record(6, 1, 0.5)])).toEqual([5]);
    expect(plan([], [record(5, 3, 2), record(3, 3, 2)]).removes).toEqual([5]);
    expect(plan([], [record(5, 3, 2), record(3, 3, 2)], { may: { write: true, remove: false } }).removes).toEqual([]);
  });

  it('writes none of its own where the alert engine has one', () => {
    const breach = computed(2);
    const alert = { id: 4, identity: METRIC, stretch: { from: NOW - 1.9 * HOUR, to: Infinity }, name: 'Leads low' };
    const { creates, byEngine } = plan([breach], [], { engine: [alert] });
    expect(creates).toEqual([]);
    expect(byEngine.get(breach)).toBe(alert);
    expect(plan([breach], [], { engine: [{ ...alert, identity: 'i1-2' }] }).creates).toEqual([breach]);
  });

  it('plans no write for who may not', () => {
    const may = { write: false, remove: false };
    const twins = [record(1, 9, 9, open), record(2, 9, 9, open)];
    expect(plan([computed(1), computed(9, 5)], twins, { may })).toMatchObject({ creates: [], ends: [], removes: [] });
  });

  it('writes two metrics that are one once', () => {
    expect(plan([computed(2), computed(2)], []).creates).toHaveLength(1);
  });

  it('tells of records that corrected data does not show, where it looked', () => {
    const records = [record(1, 3, 2), record(2, 30, 29), record(3, 9, 8)];
    expect(correctedAmong(records, [computed(9, 7)], NOW - 24 * HOUR)).toEqual([records[0]]);
  });
});

/** A store in a few lines: what a plan that was made of some time ago does to it. */
class Store {
  records = new Map<number, BreachRecord>();
  private nextId = 1;

  carryOut(step: Step): void {
    if (step.kind === 'create') {
      const { identity, severity, stretch, isOpen } = step.breach;
      const id = this.nextId++;
      this.records.set(id, { id, identity, severity, stretch, isOpen, shown: stretch, data: {} });
    } else if (step.kind === 'remove') {
      this.records.delete(step.id);
    } else {
      const known = this.records.get(step.id);
      if (known) {
        const stretch = { ...known.stretch, to: Math.max(known.stretch.from, step.end) };
        this.records.set(step.id, { ...known, stretch, isOpen: false });
      }
    }
  }
}

type Step =
  | { kind: 'create'; breach: ComputedBreach }
  | { kind: 'end'; id: number; end: number }
  | { kind: 'remove'; id: number };

function stepsOf(breaches: readonly ComputedBreach[], records: Iterable<BreachRecord>): Step[] {
  const { creates, ends, removes } = planRecords({
    breaches,
    records: [...records],
    engine: [],
    isLive: () => true,
    may: MAY,
  });
  return [
    ...creates.map((breach): Step => ({ kind: 'create', breach })),
    ...ends.map(({ record: { id }, end }): Step => ({ kind: 'end', id, end })),
    ...removes.map((id): Step => ({ kind: 'remove', id })),
  ];
}

/** Breaches of a few metrics, of which no two of one level touch; the last may be open. */
const history = fc
  .array(
    fc.record({
      metric: fc.integer({ min: 1, max: 3 }),
      severity: fc.constantFrom('warning' as const, 'critical' as const),
      gaps: fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 })), { maxLength: 4 }),
    }),
    { maxLength: 4 }
  )
  .map((metrics) => {
    const byLevel = new Map(metrics.map((one) => [`${one.metric} ${one.severity}`, one]));
    return [...byLevel.values()].flatMap(({ metric, severity, gaps }) => {
      let at = NOW - 10 * HOUR;
      return gaps.map(([gap, length], index): ComputedBreach => {
        const from = at + gap * MINUTE;
        at = from + length * MINUTE;
        const isOpen = index === gaps.length - 1 && length % 3 === 0;
        const to = isOpen ? NOW : at;
        return {
          identity: `i1-${metric}`,
          severity,
          stretch: { from, to },
          isOpen,
          isSinceBefore: false,
          firedAt: from,
          judgedTo: NOW,
        };
      });
    });
  });

const anyRecords = fc.array(
  fc.record({
    id: fc.integer({ min: 1, max: 60 }),
    metric: fc.integer({ min: 1, max: 3 }),
    severity: fc.constantFrom('warning' as const, 'critical' as const),
    from: fc.integer({ min: 0, max: 600 }),
    length: fc.integer({ min: 0, max: 90 }),
    isOpen: fc.boolean(),
  }),
  { maxLength: 12 }
);

function recordsOf(
  given: Array<{
    id: number;
    metric: number;
    severity: 'warning' | 'critical';
    from: number;
    length: number;
    isOpen: boolean;
  }>
) {
  return [...new Map(given.map((one) => [one.id, one])).values()].map(
    ({ id, metric, severity, from, length, isOpen }): BreachRecord => {
      const begin = NOW - 10 * HOUR + from * MINUTE;
      const stretch = { from: begin, to: begin + length * MINUTE };
      return { id, identity: `i1-${metric}`, severity, stretch, isOpen, shown: stretch, data: {} };
    }
  );
}

describe('plans of any breaches and records', () => {
  it('leave nothing to do once they are carried out, however the store began', () => {
    fc.assert(
      fc.property(history, anyRecords, (breaches, given) => {
        const store = new Store();
        recordsOf(given).forEach((one) => store.records.set(one.id + 1000, one && { ...one, id: one.id + 1000 }));
        let rounds = 0;
        for (let steps = stepsOf(breaches, store.records.values()); steps.length > 0; rounds++) {
          expect(rounds).toBeLessThan(8);
          steps.forEach((step) => store.carryOut(step));
          steps = stepsOf(breaches, store.records.values());
        }
        const { creates, onRecord } = planRecords({
          breaches,
          records: [...store.records.values()],
          engine: [],
          isLive: () => true,
          may: MAY,
        });
        expect(creates).toEqual([]);
        expect(onRecord.size).toBe(breaches.length);
      })
    );
  });

  it('come to one record a breach, in whatever order any number of screens read and write', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(fc.nat(4), fc.nat(5)), { maxLength: 60 }),
        (breaches, screens, turns) => {
          const store = new Store();
          // What each screen still has to do, of what it read some time ago.
          const waiting: Step[][] = Array.from({ length: screens }, () => []);
          for (const [screen, part] of turns) {
            const own = waiting[screen % screens];
            const place = screen % screens;
            if (own.length === 0) {
              // It sees only a part of the breaches yet: data come late.
              const seen = breaches.filter((_, index) => part === 0 || index % part !== 0);
              waiting[place] = stepsOf(seen, store.records.values());
            } else {
              store.carryOut(own[0]);
              waiting[place] = own.slice(1);
            }
          }
          waiting.flat().forEach((step) => store.carryOut(step));
          for (let round = 0; round < 4; round++) {
            stepsOf(breaches, store.records.values()).forEach((step) => store.carryOut(step));
          }
          expect(stepsOf(breaches, store.records.values())).toEqual([]);
          expect(store.records.size).toBe(breaches.length);
        }
      ),
      { numRuns: 300 }
    );
  });

  it('remove none but a record of the same breach with a higher id', () => {
    fc.assert(
      fc.property(anyRecords, (given) => {
        const records = recordsOf(given);
        for (const id of twinsAmong(records)) {
          const twin = records.find((one) => one.id === id);
          const other = records.some(
            (one) =>
              one.id < id &&
              one.identity === twin?.identity &&
              one.severity === twin.severity &&
              one.stretch.from <= twin.stretch.to &&
              one.stretch.to >= twin.stretch.from
          );
          expect(other).toBe(true);
        }
      })
    );
  });
});
