import { render, screen } from '@testing-library/react';

import type { FieldMetric } from '../../frames/metrics';
import { fieldFormatter, findMetrics } from '../../frames/metrics';
import { buildProtocol } from '../../protocol/buildProtocol';
import { mergeHistory } from '../../rule/history';
import { BackTestResult } from './BackTestResult';
import { DAY } from '../../time/units';
import { editedPanelOf } from '../../testing/editedPanel';
import type { FormScope } from '../form/useFormScope';

/** What a form knows of a panel whose metrics all have one rule. */
function scopeOf(series: Record<string, number[]>, rule: object, step?: number): FormScope {
  const panel = editedPanelOf(series, { default: rule }, undefined, step);
  const metrics = findMetrics(panel.data.series) as FieldMetric[];
  const { from, to } = panel.data.timeRange;
  const span = { from: from.valueOf(), to: to.valueOf(), now: to.valueOf() };
  const ruled = metrics.map((metric) => ({
    metric,
    history: mergeHistory({ default: rule }),
    format: fieldFormatter(metric.field),
    formatLevel: String,
    color: 'green',
  }));
  const protocol = buildProtocol(ruled, { judged: span, view: span }, []);
  return {
    panel: { ...panel, protocol },
    place: 'default',
    all: metrics,
    metrics,
    inheritedAt: () => () => undefined,
    outrankedAt: () => () => undefined,
    below: [],
  };
}

const HOURLY = (value: (minute: number) => number) => Array.from({ length: 181 }, (_, minute) => value(minute));
/** Above 10 for five minutes of every twenty, and once a minute in between. */
const BUSY = HOURLY((minute) => ((minute % 20 > 5 && minute % 20 < 11) || minute % 20 === 15 ? 20 : 0));
const CALM = HOURLY(() => 0);

it('says how often the owner would have been called, and what waiting saved', () => {
  render(
    <BackTestResult scope={scopeOf({ Leads: BUSY }, { operator: '>', critical: 10, for: '3m', owner: 'Growth' })} />
  );
  expect(screen.getByText('This rule would have called Growth 9 times in 3 hours.')).toBeVisible();
  expect(screen.getByText('“For how long” saved 9 calls.')).toBeVisible();
  expect(screen.getByText(/^9 breaches/)).toBeVisible();
  expect(screen.getByRole('img', { name: /^State in the time shown/ })).toBeVisible();
});

it.each([
  [19, 'None of these calls was critical.'],
  [15, '1 of these calls was critical.'],
  [11, '2 of these calls were critical.'],
])('says how many calls were critical, at %s', (critical, words) => {
  const rule = { operator: '>', warning: 5, critical, owner: 'Growth' };
  render(<BackTestResult scope={scopeOf({ Leads: [0, 6, 18, 6, 0, 12, 0, 6, 0] }, rule)} />);
  expect(screen.getByText('This rule would have called Growth 3 times in 8 minutes.')).toBeVisible();
  expect(screen.getByText(words)).toBeVisible();
});

it('says nothing of critical calls where there is one level alone', () => {
  render(<BackTestResult scope={scopeOf({ Leads: BUSY }, { operator: '>', critical: 10 })} />);
  expect(screen.queryByText(/critical/)).not.toBeInTheDocument();
});

it('says that the card counts by versions, of a rule that has some in the time shown', () => {
  const before = { operator: '>', critical: 50 };
  const rule = { operator: '>', critical: 10, owner: 'Growth', validFrom: '2026-01-01T11:00:00Z', earlier: [before] };
  render(<BackTestResult scope={scopeOf({ Leads: BUSY }, rule)} />);
  expect(screen.getByText('This rule would have called Growth 18 times in 3 hours.')).toBeVisible();
  expect(
    screen.getByText('This counts as if this rule had always counted. The card counts by the rule of each time.')
  ).toBeVisible();
});

it('says nothing of versions of a rule that has none', () => {
  render(<BackTestResult scope={scopeOf({ Leads: BUSY }, { operator: '>', critical: 10 })} />);
  expect(screen.queryByText(/always counted/)).not.toBeInTheDocument();
});

it('counts before anybody is named, with the waiting', () => {
  render(<BackTestResult scope={scopeOf({ Leads: BUSY }, { operator: '>', critical: 10, for: '3m' })} />);
  expect(screen.getByText('This rule would have called somebody 9 times in 3 hours.')).toBeVisible();
});

it('says what recovery saved', () => {
  const rule = { operator: '>', critical: 10, recovery: { critical: -1 }, owner: 'Growth' };
  // Only a value beyond recovery tells that nothing fired before.
  render(<BackTestResult scope={scopeOf({ Leads: [-5, ...BUSY.slice(1)] }, rule)} />);
  expect(screen.getByText('This rule would have called Growth once in 3 hours.')).toBeVisible();
  expect(screen.getByText('“Is over at” saved 17 calls.')).toBeVisible();
});

describe('of what may have begun before the data', () => {
  const RULE = { operator: '<', critical: 80, for: '30s', recovery: { critical: 95 }, owner: 'SRE on call' };
  const OPEN =
    'This rule would have called SRE on call 0 or 1 times in 9 minutes: a breach may have begun before the data.';

  it('says that it may have, and what nothing saved', () => {
    render(<BackTestResult scope={scopeOf({ Memory: [90, 88, 79, 78, 79, 85, 84, 83, 82, 81] }, RULE)} />);
    expect(screen.getByText(OPEN)).toBeVisible();
    expect(screen.queryByText(/saved/)).not.toBeInTheDocument();
  });

  it('claims no beginning before where everything shown is in breach', () => {
    render(<BackTestResult scope={scopeOf({ Memory: Array.from({ length: 10 }, () => 70) }, RULE)} />);
    expect(screen.getByText(OPEN)).toBeVisible();
  });

  it('adds it up over several metrics', () => {
    const series = { A: [20, 0, 20], B: [20, 20, 20], C: [0, 0, 0] };
    render(<BackTestResult scope={scopeOf(series, { operator: '>', critical: 10, owner: 'Growth' })} />);
    expect(
      screen.getByText(
        'This rule would have called Growth 1 to 3 times in 2 minutes: breaches may have begun before the data.'
      )
    ).toBeVisible();
    expect(screen.getByText('1 or 2 calls')).toBeVisible();
    expect(screen.getByText('0 or 1 calls')).toBeVisible();
    expect(screen.getByText('1 metric: no call')).toBeVisible();
  });
});

it('does not count what is known to have fired before the time shown', () => {
  const scope = scopeOf({ Leads: HOURLY(() => 20) }, { operator: '>', critical: 10, owner: 'Growth' });
  const { span } = scope.panel!.protocol!;
  const later = { ...span, from: span.from + 60 * 60_000 };
  const protocol = { ...scope.panel!.protocol!, span: later };
  render(<BackTestResult scope={{ ...scope, panel: { ...scope.panel!, protocol } }} />);
  expect(screen.getByText('No new call of Growth in 2 hours: what is in breach began before.')).toBeVisible();
});

it('tells several metrics apart, and sums them up', () => {
  const series = { Leads: BUSY, Visits: CALM, Signups: BUSY, Trials: CALM, Sales: CALM };
  render(<BackTestResult scope={scopeOf(series, { operator: '>', critical: 10, for: '3m', owner: 'Growth' })} />);
  expect(screen.getByText('This rule would have called Growth 18 times in 3 hours.')).toBeVisible();
  expect(screen.getAllByText('9 calls')).toHaveLength(2);
  expect(screen.getAllByText(/^9 breaches · .+ in breach · longest /)).toHaveLength(2);
  expect(screen.getAllByText(/^(Leads|Signups)$/)).toHaveLength(2);
  expect(screen.queryByText('Visits')).not.toBeInTheDocument();
  expect(screen.getAllByRole('img')).toHaveLength(2);
  expect(screen.getByText('3 metrics: no call')).toBeVisible();
});

it('counts those beyond the first few that were called', () => {
  const series = { A: BUSY, B: BUSY, C: BUSY, D: BUSY, E: BUSY };
  render(<BackTestResult scope={scopeOf(series, { operator: '>', critical: 10, owner: 'Growth' })} />);
  expect(screen.getAllByRole('img')).toHaveLength(4);
  expect(screen.getByText('and 1 more metric')).toBeVisible();
});

it('says that nobody would have been called', () => {
  render(<BackTestResult scope={scopeOf({ Leads: CALM }, { operator: '>', critical: 10, owner: 'Growth' })} />);
  expect(screen.getByText('This rule would have called nobody in 3 hours.')).toBeVisible();
});

it.each([{ owner: 'Growth' }, { operator: '>', critical: 10, noRule: 'Weather' }])(
  'has nothing to test in %j',
  (rule) => {
    const { container } = render(<BackTestResult scope={scopeOf({ Leads: BUSY }, rule)} />);
    expect(container).toBeEmptyDOMElement();
  }
);

it('tests on the look-back where the panel judges one, whatever is in view', () => {
  const scope = scopeOf({ Leads: CALM }, { operator: '>', critical: 10, owner: 'Growth' });
  const [{ id, samples }] = scope.metrics;
  const now = samples.times[samples.times.length - 1];
  const lookBack = {
    span: { from: now - 10 * 86_400_000, to: now, now },
    samples: new Map([[id, { samples: { times: [now - 9 * 86_400_000, now - 86_400_000], values: [0, 20] } }]]),
  };
  render(<BackTestResult scope={{ ...scope, panel: { ...scope.panel!, lookBack } }} />);
  expect(screen.getByText('This rule would have called Growth once in 9 days.')).toBeVisible();
});

describe('of figures of days', () => {
  const RULE = { operator: '<', critical: 10, owner: 'Growth' };
  const SINKING = { Leads: [20, 20, 20, 20, 20, 20, 20, 20, 5, 1] };

  it('asks whether the newest still change where the rule acts on them', () => {
    render(<BackTestResult scope={scopeOf(SINKING, RULE, DAY)} />);
    expect(screen.getByText(/^It acts now, on the newest values\..+may be a false alarm/)).toBeVisible();
  });

  it('says that it takes them as final where it does not', () => {
    render(<BackTestResult scope={scopeOf({ Leads: [5, 20, 20, 20] }, RULE, DAY)} />);
    expect(screen.getByText(/^It takes today’s values as final\./)).toBeVisible();
  });

  it('says that in real life the youngest were not finished, and when calls come', () => {
    render(<BackTestResult scope={scopeOf(SINKING, { ...RULE, settleAfter: '3d' }, DAY)} />);
    expect(
      screen.getByText(
        /the last 3 days would have looked different\. Values wait 3 days until they are final, so each call comes 3 days later\./
      )
    ).toBeVisible();
    expect(screen.getByText('This rule would have called nobody in 9 days.')).toBeVisible();
  });

  it('asks nothing more once they are said to be final', () => {
    render(<BackTestResult scope={scopeOf(SINKING, { ...RULE, settleAfter: '0' }, DAY)} />);
    expect(screen.queryByText(/still change/)).not.toBeInTheDocument();
  });
});

it('asks nothing of faster figures', () => {
  render(<BackTestResult scope={scopeOf({ Leads: BUSY }, { operator: '>', critical: 10 })} />);
  expect(screen.queryByText(/still change/)).not.toBeInTheDocument();
});
