import type { RecordableBreach } from '../protocol/records/recordableBreaches';
import { recordableBreaches } from '../protocol/records/recordableBreaches';
import { breach, IDENTITY } from '../testing/interventions';
import { firingMetric, now, NOW, rule, stated } from '../testing/metricProtocol';
import { DAY, HOUR } from '../time/units';
import { endChanges, readBreachRecord, ruleMark, toBreachAnnotation } from './breachAnnotation';

const PLACE = { dashboardUid: 'ops', panelId: 4 };
const SINCE = NOW - 3 * DAY;

function recordable(end?: number, inForce = rule()): RecordableBreach {
  const onset = SINCE - 2 * DAY;
  const metric = firingMetric({
    identity: IDENTITY,
    rule: inForce,
    history: { versions: [{ rule: inForce }] },
    now: end === undefined ? now({ state: 'firing', severity: 'critical', since: SINCE }) : now(),
    judged: {
      on: 'lookBack',
      levels: [],
      breaches: [breach(SINCE, end, { onset, worst: { value: 12.5, time: NOW - DAY } })],
    },
  });
  const [found] = recordableBreaches({ metrics: [metric], errors: [] });
  return found;
}

const kept = (annotation: ReturnType<typeof toBreachAnnotation>, id = 7) => ({
  id,
  time: annotation.time,
  timeEnd: annotation.timeEnd ?? annotation.time,
  tags: annotation.tags,
  data: JSON.parse(JSON.stringify(annotation.data)) as unknown,
});

describe('the annotation of a breach', () => {
  it('is a point from when it fired, and tells people what is agreed', () => {
    const annotation = toBreachAnnotation(recordable(), PLACE);
    expect(annotation).toMatchObject({ ...PLACE, time: SINCE });
    expect(annotation.timeEnd).toBeUndefined();
    expect(annotation.text).toBe(
      'Critical: Week-2 lead conversion below 20 % for 2 d. Worst 12.5 %. Owner: Demand Gen. Do: 1. Pause paid campaigns under 15 % 2. Call the 20 newest leads today. Runbook: https://wiki.example.com/lead-conversion'
    );
    expect(annotation.tags).toEqual(['protocol:breach', `protocol-id:${IDENTITY}`, 'protocol-severity:critical']);
    expect(JSON.stringify(annotation.tags).length).toBeLessThan(120);
    expect(annotation.data).toMatchObject({
      severity: 'critical',
      onset: SINCE - 2 * DAY,
      firingSince: SINCE,
      operator: '<',
      bounds: [20],
      worst: { value: 12.5, time: NOW - DAY, text: '12.5 %' },
      rule: ruleMark(rule()),
    });
  });

  it('is a region where it has ended, with its duration', () => {
    const annotation = toBreachAnnotation(recordable(NOW - HOUR), PLACE);
    expect(annotation.timeEnd).toBe(NOW - HOUR);
    expect(annotation.text).toContain('Lasted 2 d 23 h. Worst 12.5 %.');
    expect(annotation.data).toMatchObject({ end: NOW - HOUR, durationMs: 3 * DAY - HOUR });
  });

  it('is read as it was written, open and ended', () => {
    const open = recordable();
    const record = readBreachRecord(kept(toBreachAnnotation(open, PLACE)));
    expect(record).toMatchObject({ id: 7, identity: IDENTITY, isOpen: true, stretch: open.stretch });
    const ended = recordable(NOW - HOUR);
    expect(readBreachRecord(kept(toBreachAnnotation(ended, PLACE)))).toMatchObject({
      isOpen: false,
      stretch: ended.stretch,
    });
  });

  it('keeps what was written of its beginning when it ends', () => {
    const record = readBreachRecord(kept(toBreachAnnotation(recordable(), PLACE)))!;
    const late = { ...record, data: { ...record.data, somebodys: 'own' } };
    expect(endChanges(late, recordable(NOW - HOUR), NOW - HOUR)).toMatchObject({
      timeEnd: NOW - HOUR,
      data: { form: 1, somebodys: 'own', onset: SINCE - 2 * DAY, end: NOW - HOUR, durationMs: 3 * DAY - HOUR },
    });
  });

  it('has another rule mark where the rule is another', () => {
    const moved = rule({ text: stated({ owner: 'Ops' }) });
    expect(ruleMark(moved)).not.toBe(ruleMark(rule()));
    expect(ruleMark(rule())).toMatch(/^r1-[0-9a-f]{16}$/);
  });

  it.each<[string, object]>([
    ['the tag is missing', { tags: ['deploy'] }],
    ['the form is another', { data: { form: 2, identity: IDENTITY, severity: 'critical', from: 1, seenTo: 2 } }],
    ['the severity is none', { data: { form: 1, identity: IDENTITY, severity: 'bad', from: 1, seenTo: 2 } }],
    ['there are no moments', { data: { form: 1, identity: IDENTITY, severity: 'critical', from: 'x' } }],
    ['there is no data', { data: null }],
  ])('is none where %s', (_, overrides) => {
    expect(readBreachRecord({ ...kept(toBreachAnnotation(recordable(), PLACE)), ...overrides })).toBeUndefined();
  });
});
