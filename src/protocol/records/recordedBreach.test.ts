import fc from 'fast-check';

import type { Breach } from '../../evaluation/evaluation';
import { breach } from '../../testing/handover';
import { NOW } from '../../testing/metricProtocol';
import { recordOfBreach } from '../../testing/breachRecord';
import { DAY, HOUR, MINUTE } from '../../time/units';
import { breachOfRecord, joinRecords } from './recordedBreach';

const join = (
  breaches: readonly Breach[],
  recorded: readonly Breach[],
  options: { mayBeOpen?: boolean; stepMs?: number } = {}
) =>
  joinRecords(
    breaches,
    recorded.map((one) => recordOfBreach('Leads', one)),
    { identity: 'Leads', mayBeOpen: false, ...options }
  );

const WHOLE = breach(NOW - 5 * HOUR, HOUR);
const OPEN = breach(NOW - 5 * HOUR);

describe('breachOfRecord', () => {
  it.each<[string, Breach]>([
    ['one that is over', WHOLE],
    ['one that is open', OPEN],
    ['one whose beginning nobody saw', { ...WHOLE, onset: null, firingSince: null, knownFrom: NOW - 5 * HOUR }],
  ])('tells %s as it was seen', (_, seen) => {
    expect(breachOfRecord(recordOfBreach('Leads', seen))).toEqual(seen);
  });

  it('tells the worst value, and takes nothing that is no value', () => {
    const worst = { value: 83, time: NOW, text: '83' };
    const record = recordOfBreach('Leads', WHOLE);
    expect(breachOfRecord({ ...record, data: { ...record.data, worst } }).worst).toEqual({ value: 83, time: NOW });
    expect(breachOfRecord({ ...record, data: { worst: { value: '83', time: NaN }, firingSince: 'x' } })).toMatchObject({
      firingSince: null,
      knownFrom: record.shown.from,
    });
  });
});

describe('joinRecords', () => {
  it.each<[string, Breach[], Breach[], number]>([
    ['the same', [WHOLE], [WHOLE], 1],
    ['one that was seen a little later', [WHOLE], [breach(NOW - 5 * HOUR + MINUTE, HOUR)], 1],
    ['one that is another', [WHOLE], [breach(NOW - 9 * HOUR, HOUR)], 2],
    ['one of another severity, which is another level of it', [WHOLE], [breach(NOW - 5 * HOUR, HOUR, 'warning')], 2],
    ['what is open in both', [OPEN], [OPEN], 1],
    ['nothing in the data', [], [WHOLE], 1],
    ['nothing on the record', [WHOLE], [], 1],
  ])('counts %s', (_, data, recorded, count) => {
    const { breaches } = join(data, recorded);
    expect(breaches).toHaveLength(count);
  });

  it('takes what a coarser step moved for the same', () => {
    const coarse = breach(NOW - 4 * HOUR, HOUR);
    const short = breach(NOW - 4.5 * HOUR, 10 * MINUTE);
    expect(join([coarse], [short]).breaches).toHaveLength(2);
    expect(join([coarse], [short], { stepMs: HOUR }).breaches).toEqual([coarse]);
  });

  it('takes the beginning that the data do not reach from the record', () => {
    const cut: Breach = { ...OPEN, onset: null, firingSince: null, knownFrom: NOW - HOUR };
    const { breaches, fromRecord } = join([cut], [OPEN]);
    expect(breaches).toMatchObject([{ onset: OPEN.onset, firingSince: OPEN.firingSince }]);
    expect(breaches[0].end).toBeUndefined();
    expect(fromRecord.size).toBe(0);
  });

  it.each<[string, Breach[], Breach[], boolean, boolean]>([
    ['is over, where the data tell what is now', [], [OPEN], false, true],
    ['may be open, where nothing tells it', [], [OPEN], true, false],
    ['is over, where another came after it', [], [OPEN, breach(NOW - HOUR, MINUTE)], true, true],
    ['is over, where the data show another after it', [breach(NOW - HOUR, MINUTE)], [OPEN], true, true],
    [
      'may be open, where only the other level came after it',
      [],
      [OPEN, breach(NOW - HOUR, MINUTE, 'warning')],
      true,
      false,
    ],
  ])('what nobody recorded an end of %s', (_, data, recorded, mayBeOpen, isOver) => {
    const { breaches, endUnknown } = join(data, recorded, { mayBeOpen });
    const [first] = breaches;
    expect([first.end !== undefined, endUnknown.has(first)]).toEqual([isOver, isOver]);
  });

  it('changes nothing where all is on the record that the data show', () => {
    const seen = fc
      .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
      .map((days) => days.sort((a, b) => a - b).map((day) => breach(NOW - 90 * DAY + day * DAY, 5 * HOUR)));
    fc.assert(
      fc.property(seen, fc.integer({ min: 0, max: 12 }), (breaches, from) => {
        expect(join(breaches, breaches).breaches).toEqual(breaches);
        // What the data do not reach is told by the record, and what both show once.
        expect(join(breaches.slice(from), breaches).breaches).toEqual(breaches);
      })
    );
  });
});
