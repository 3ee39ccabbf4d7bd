import { definitionsOf, FakeEngine, statesOf } from '../../testing/fakeEngine';
import { HOUR, MINUTE, SECOND } from '../../time/units';
import { EngineWatch, STATES_MS } from './engineWatch';

let now: number;
let engine: FakeEngine;
let watch: EngineWatch;
let changes: number;

beforeEach(() => {
  now = Date.UTC(2026, 10, 23, 9);
  engine = new FakeEngine(() => now);
  watch = new EngineWatch('ops', engine, () => now);
  changes = 0;
});

const follow = (sources: readonly string[] = []) => watch.follow(() => (changes += 1), sources);

/** Asks as the poll does, for so long. */
async function pass(ms: number) {
  for (const end = now + ms; now < end; now += STATES_MS) {
    await watch.ask();
  }
}

const busiestMinute = () =>
  Math.max(...engine.asked.map(({ at }) => engine.asked.filter((one) => one.at >= at && one.at < at + MINUTE).length));

it('asks Grafana at most ten questions in any minute, whatever happens', async () => {
  follow();
  engine.answers = { states: statesOf({ uid: 'u1', state: 'Alerting' }), definitions: definitionsOf('u1') };
  await pass(5 * MINUTE);
  // A rule that nobody knows, again and again.
  engine.answers.states = statesOf({ uid: 'u2', state: 'Alerting' });
  await pass(10 * MINUTE);
  expect(busiestMinute()).toBeLessThanOrEqual(10);
});

it('asks for definitions on opening and when a state names an unknown rule', async () => {
  follow();
  engine.answers = { states: statesOf({ uid: 'u1' }), definitions: definitionsOf('u1') };
  await pass(HOUR);
  expect(engine.count('definitions')).toBe(1);
  engine.answers = { states: statesOf({ uid: 'u1' }, { uid: 'u2' }), definitions: definitionsOf('u1', 'u2') };
  await pass(HOUR);
  expect(engine.count('definitions')).toBe(2);
  expect(watch.known?.rules.map(({ id, forMs }) => [id, forMs])).toEqual([
    ['u1', 5 * MINUTE],
    ['u2', 5 * MINUTE],
  ]);
});

it('asks to whom alerts go only while one fires', async () => {
  follow();
  engine.answers = { states: statesOf({ uid: 'u1' }), definitions: definitionsOf('u1') };
  await pass(10 * MINUTE);
  expect([engine.count('alerts'), engine.count('silences'), engine.count('receivers')]).toEqual([0, 0, 0]);
  engine.answers.states = statesOf({ uid: 'u1', state: 'Alerting' });
  await pass(10 * MINUTE);
  expect([engine.count('alerts'), engine.count('silences'), engine.count('receivers')]).toEqual([20, 20, 10]);
});

it('asks once a minute where no rule is linked, and a data source its rules once a minute', async () => {
  follow(['prom', 'loki']);
  follow(['prom']);
  engine.answers = { states: statesOf() };
  await pass(10 * MINUTE);
  expect(engine.count('states')).toBe(10);
  expect(engine.count('sourceRules')).toBe(20);
  expect(watch.known).toMatchObject({ rules: [], isWhole: true });
});

it('takes no notice of rules of other dashboards, which older Grafanas tell, too', async () => {
  follow();
  const reply = JSON.stringify(statesOf({ uid: 'u1' })).replace('"ops"', '"other"');
  engine.answers = { states: JSON.parse(reply) };
  await pass(MINUTE);
  expect(watch.known?.rules).toEqual([]);
  expect(engine.count('definitions')).toBe(0);
});

it('tells who follows of a change, and of nothing else', async () => {
  const end = follow();
  engine.answers = { states: statesOf({ uid: 'u1' }), definitions: definitionsOf('u1') };
  await pass(10 * MINUTE);
  expect(changes).toBe(1);
  engine.answers.states = statesOf({ uid: 'u1', state: 'Pending' });
  await pass(10 * MINUTE);
  expect(changes).toBe(2);
  end();
  engine.answers.states = statesOf({ uid: 'u1' });
  await pass(MINUTE);
  expect(changes).toBe(2);
});

describe('what fails', () => {
  it('is asked ever more seldom, and at its pace again once it answers', async () => {
    follow();
    engine.failing = { states: 'away' };
    await pass(HOUR);
    expect(engine.count('states')).toBeLessThanOrEqual(12);
    expect(watch.known).toBeUndefined();
    engine.failing = {};
    engine.answers = { states: statesOf({ uid: 'u1' }), definitions: definitionsOf('u1') };
    await pass(10 * MINUTE);
    const before = engine.count('states');
    await pass(MINUTE);
    expect(engine.count('states') - before).toBe(4);
  });

  it('leaves what is known as it was, so that nobody is told that there is no rule', async () => {
    follow();
    engine.answers = { states: statesOf({ uid: 'u1', state: 'Alerting' }), definitions: definitionsOf('u1') };
    await pass(MINUTE);
    engine.failing = { states: 'away', alerts: 'refused', silences: 'away', receivers: 'refused' };
    await pass(10 * MINUTE);
    expect(watch.known?.rules).toHaveLength(1);
    expect(watch.known?.states.get('u1')?.instances).toHaveLength(1);
  });

  it('of definitions leaves what the states tell of the rules', async () => {
    follow();
    engine.answers = { states: statesOf({ uid: 'u1' }) };
    engine.failing = { definitions: 'refused' };
    await pass(HOUR);
    expect(engine.count('definitions')).toBeLessThanOrEqual(7);
    expect(watch.known?.rules).toMatchObject([{ id: 'u1', title: 'u1' }]);
  });

  it('of a data source: one that has no engine tells of no rule, one that is away leaves it open', async () => {
    follow(['prom']);
    engine.answers = { states: statesOf() };
    engine.failing = { sourceRules: 'away' };
    await pass(MINUTE);
    expect(watch.known?.isWhole).toBe(false);
    engine.failing = { sourceRules: 'refused' };
    await pass(10 * MINUTE);
    expect(watch.known?.isWhole).toBe(true);
  });
});

it('does not wait for more than a step where the clock was set back', async () => {
  follow();
  engine.answers = { states: statesOf({ uid: 'u1' }), definitions: definitionsOf('u1') };
  await pass(MINUTE);
  now -= HOUR;
  const before = engine.count('states');
  await pass(30 * SECOND);
  expect(engine.count('states') - before).toBe(2);
});
