import type { LinkedAlert } from '../../protocol/engine/metricEngine';
import { alertRule } from '../../testing/alertRules';
import { metricProtocol, NOW, rule, stated } from '../../testing/metricProtocol';
import { HOUR, MINUTE } from '../../time/units';
import { timeWords } from '../../locales/timeWords';
import { english } from '../english';
import { checkedAnswer } from './checkedAnswer';
import { driftWords } from './driftWords';
import { disagreementWords, engineStateWords, failureWords, heldBackWords, routedWords } from './engineWords';

const TIMES = timeWords(english, { now: NOW, timeZone: 'utc' });
const below = (bound: number) => ({ operator: '<', bounds: [bound] }) as const;

function alert(overrides: Partial<LinkedAlert> = {}): LinkedAlert {
  const acts = {
    condition: below(20),
    forMs: 5 * MINUTE,
    keepFiringForMs: 0,
    noData: 'show',
    owner: 'Demand Gen',
  } as const;
  return {
    rule: alertRule(),
    asks: 'same',
    state: 'normal',
    isPaused: false,
    labels: {},
    routedTo: [],
    silences: [],
    isInhibited: false,
    failed: [],
    drift: { fields: [], panel: acts, engine: acts, isUnread: false },
    ...overrides,
  };
}

it.each<[Partial<LinkedAlert>, string]>([
  [{}, 'Grafana Alerting: normal'],
  [{ state: 'firing', since: NOW - HOUR }, 'Grafana Alerting: firing since 08:00'],
  [
    { state: 'pending', since: NOW, firesAt: NOW + 5 * MINUTE },
    'Grafana Alerting: pending, fires at 09:05 unless it recovers',
  ],
  [{ isPaused: true, state: undefined }, 'Grafana Alerting: paused, it fires nothing'],
  [{ state: undefined }, 'Grafana Alerting: not evaluated yet'],
  [{ rule: alertRule({ engine: { kind: 'source', uid: 'x' } }), state: 'nodata' }, 'Data source’s engine: no data'],
])('tells where an alert rule stands: %j', (overrides, words) => {
  expect(engineStateWords(english, alert(overrides), TIMES)).toBe(words);
});

it('tells the way of an alert to people, and never calls routing a delivery', () => {
  const silences = [{ id: 's', createdBy: 'ana', comment: ' ', endsAt: NOW + HOUR }];
  const failed = [{ receiver: 'mail', by: 'email', error: 'no host' }];
  const one = alert({ routedTo: ['mail', 'chat'], silences, failed, isInhibited: true, error: '' });
  expect(routedWords(english, one)).toBe('routed to mail, chat');
  expect(routedWords(english, alert())).toBeUndefined();
  expect(heldBackWords(english, one, TIMES)).toEqual([
    'Silenced by ana until today 10:00.',
    'Held back by another alert.',
  ]);
  expect(failureWords(english, one)).toEqual([
    'The engine could not evaluate it.',
    'The last notification of mail failed (email): no host',
  ]);
});

describe('drift', () => {
  const { drift } = alert();
  const words = (given: Partial<LinkedAlert['drift']>) =>
    driftWords(english, { rule: alertRule({ title: 'Low' }), drift: { ...drift, ...given } }, (value) => `${value} %`);

  it.each<[Partial<LinkedAlert['drift']>, string[]]>([
    [{}, []],
    [
      { fields: ['level', 'for'], engine: { ...drift.engine, condition: below(15), forMs: 10 * MINUTE } },
      ['The panel acts below 20 % for 5 min; alert rule “Low” fires below 15 % for 10 min.'],
    ],
    [
      { fields: ['level'], panel: { ...drift.panel, condition: undefined } },
      ['Alert rule “Low” fires below 20 % for 5 min; the panel has no such level.'],
    ],
    [
      {
        fields: ['recovery', 'keepFiringFor'],
        panel: { ...drift.panel, hold: { operator: '<=', bounds: [22] }, keepFiringForMs: HOUR },
      },
      [
        'Is over: the panel above 22 %, the alert rule at its level (“recovery”).',
        'Stays open: the panel for 1 h, the alert rule for 0 s (“keep firing for”).',
      ],
    ],
    [
      { fields: ['noData', 'owner', 'runbook', 'query'], engine: { ...drift.engine, noData: 'keep', owner: 'Sales' } },
      [
        'Without data: the panel says so, the alert rule keeps its state.',
        'Owner: the panel names Demand Gen, the alert rule Sales.',
        'Runbook: the alert rule names another one.',
        'Query: the alert rule asks something else than this panel.',
      ],
    ],
    [{ isUnread: true }, ['When alert rule “Low” fires can’t be compared: it is no single threshold.']],
  ])('%j', (given, sentences) => {
    expect(words(given)).toEqual(sentences);
  });
});

it.each([
  [{ kind: 'drift' } as const, 'They go by different rules.'],
  [{ kind: 'interval', everyMs: MINUTE } as const, 'Likely because the engine evaluates only every 1 min.'],
  [{ kind: 'step', stepMs: HOUR } as const, 'Likely because the panel checks values 1 h apart.'],
  [{ kind: 'delay', newest: NOW - HOUR } as const, 'Likely because the panel’s newest value is of 08:00.'],
])('tells of a disagreement its likely reason: %j', (because, reason) => {
  expect(disagreementWords(english, { panel: 'firing', engine: 'normal', because }, TIMES)).toBe(
    `Panel and engine disagree: the panel says in breach, the engine normal. ${reason}`
  );
});

describe('an answer that an engine has to do', () => {
  const text = stated({ owner: 'Demand Gen', notify: 'pager', automation: 'Queue closes' });
  const checked = (question: 'who' | 'automation', ...alerts: LinkedAlert[]) =>
    checkedAnswer(english, metricProtocol({ rule: rule({ text }), engine: { alerts, apart: [] } }), question);
  const says = (automation: string) => alert({ rule: alertRule({ annotations: { automation } }), routedTo: ['Pager'] });

  it('is checked where the engine says the same', () => {
    expect(checked('who', says('queue closes'))).toBe('checked with the engine');
    expect(checked('automation', says('x'), says('Queue closes'))).toBe('checked with the engine');
  });

  it('names the difference', () => {
    const { drift } = alert();
    const sales = alert({
      routedTo: ['mail'],
      drift: { ...drift, fields: ['owner'], engine: { ...drift.engine, owner: 'Sales' } },
    });
    expect(checked('who', sales)).toBe('the engine’s rule names Sales; the engine routes it to mail');
    const nobody = alert({ drift: { ...drift, engine: { ...drift.engine, owner: undefined } } });
    expect(checked('who', nobody)).toBe('the engine’s rule names no owner');
    expect(checked('automation', says('Queue opens'))).toBe('the engine’s rule says “Queue opens”');
    expect(checked('automation', alert())).toBe('not checked: the engine’s rule says nothing of it');
  });

  it('is alerted by nobody where the rule is paused', () => {
    expect(checked('who', alert({ isPaused: true }))).toBe('the engine’s rule is paused: it alerts nobody');
  });

  it.each([[[]], [[alert({ asks: 'other' })]]])('is stated, and no more, without a rule of it', (alerts) => {
    expect(checked('who', ...alerts)).toBeUndefined();
  });
});
