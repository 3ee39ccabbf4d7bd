import type { PanelData, PanelProps } from '@grafana/data';
import { rangeUtil } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { noticesOf } from '../../protocol/notices';
import type { Protocol } from '../../protocol/protocol';
import { metricProtocol, protocol } from '../../testing/metricProtocol';
import { NOW, panelData, panelRequest } from '../../testing/panelRequest';
import Notices from '../../views/notices/Notices';
import type { ProtocolOptions } from '../options';
import { useLookBackOffer } from './useLookBackOffer';

const OVER = 'This range is over: states are those of its end, not of now.';
const SAVED = { layout: 'rows', judgeOn: 'view', lookBack: '1d', step: '1m' };

interface Given {
  range?: { from: string; to: string };
  told?: Partial<Protocol>;
  mayEdit?: boolean;
}

beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }));
afterEach(() => jest.useRealTimers());

/** A panel that keeps its options as Grafana does, and shows what is said of a look-back. */
function setup({ range = { from: 'now-30d/d', to: 'now-1d/d' }, told = {}, mayEdit = true }: Given = {}) {
  const saved: ProtocolOptions[] = [];
  const timeRange = rangeUtil.convertRawToRange(range, 'utc');
  const data: PanelData = panelData({ timeRange, request: panelRequest({ range: timeRange, intervalMs: 3_600_000 }) });
  const { from, to } = { from: timeRange.from.valueOf(), to: timeRange.to.valueOf() };
  const view: Partial<Protocol> = { span: { from, to }, judgedOn: { mode: 'view', canLookBack: true }, ...told };

  function Panel() {
    const [options, setOptions] = useState<ProtocolOptions>(SAVED);
    const onOptionsChange = (changed: ProtocolOptions) => {
      saved.push(changed);
      setOptions(changed);
    };
    const isFixed = options.judgeOn === 'fixed';
    const shown = protocol([metricProtocol()], {
      ...view,
      ...(isFixed && { judgedOn: { mode: 'fixed', lookBackMs: 1, stepMs: 1 } }),
    });
    const panel = { data, options, onOptionsChange } as unknown as PanelProps<ProtocolOptions>;
    const offer = useLookBackOffer(panel, shown, mayEdit);
    const notices = noticesOf(shown, { isNewer: false, isChartMissing: false, lookBack: offer?.is });
    return <Notices notices={notices} canOpen lookBack={offer?.action} onShowAll={jest.fn()} />;
  }

  const { container } = render(<Panel />);
  return { user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }), saved, container };
}

it('is one line that says why, and one button', async () => {
  setup();
  expect(screen.getByText(OVER)).toBeVisible();
  expect(await screen.findByRole('button')).toHaveTextContent('State from the last 30 d');
});

it('sets a look-back that suits the rules, beside the other options, and says that it is to be saved', async () => {
  const { user, saved } = setup();
  await screen.findByRole('button');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(saved).toEqual([{ layout: 'rows', judgeOn: 'fixed', lookBack: '30d', step: '1h' }]);
  expect(screen.getByRole('status')).toHaveTextContent('Save the dashboard to keep this.');
  expect(screen.queryByText(OVER)).toBeNull();
});

it('is taken back with the next key', async () => {
  const { user, saved } = setup();
  await user.click(await screen.findByRole('button', { name: /State from/ }));
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(saved.at(-1)).toEqual(SAVED);
  expect(screen.getByText(OVER)).toBeVisible();
});

it('says how it is kept before it is pressed', async () => {
  const { user } = setup();
  await user.hover(await screen.findByRole('button'));
  expect(await screen.findByRole('tooltip')).toHaveTextContent(
    'a fixed look-back of 30 d in steps of 1 h. It is kept when the dashboard is saved.'
  );
});

it.each<[string, { from: string; to: string }]>([
  ['yesterday', { from: 'now-1d/d', to: 'now-1d/d' }],
  ['the previous week', { from: 'now-1w/w', to: 'now-1w/w' }],
  ['the previous month', { from: 'now-1M/M', to: 'now-1M/M' }],
])('is there for %s', (_, range) => {
  setup({ range });
  expect(screen.getByText(OVER)).toBeVisible();
});

it.each<[string, Given]>([
  ['a range with a now', { told: { span: { from: NOW - 1, to: NOW, now: NOW } } }],
  ['a moment that somebody looks at', { range: { from: '2026-03-02 10:00:00', to: '2026-03-02 12:00:00' } }],
  ['a range that ends some time ago', { range: { from: 'now-2d', to: 'now-1d' } }],
  ['a panel that judges a look-back', { told: { judgedOn: { mode: 'fixed', lookBackMs: 1, stepMs: 1 } } }],
  ['a panel without a rule', { told: { metrics: [metricProtocol({ kind: 'context' })] } }],
])('is not there for %s', (_, given) => {
  const { container } = setup(given);
  expect(container).toBeEmptyDOMElement();
});

it.each<[string, Given]>([
  ['may not edit the panel', { mayEdit: false }],
  ['edits a panel that can not look back', { told: { judgedOn: { mode: 'view' } } }],
])('says what they can do, without a button, to who %s', (_, given) => {
  setup(given);
  expect(
    screen.getByText('This range is over: states are those of its end. For those of now, choose a range up to now.')
  ).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
