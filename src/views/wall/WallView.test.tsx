import { colorManipulator, createTheme, ThemeContext } from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import type { ComponentProps } from 'react';

import { WallTeller } from '../../protocol/wall/tellWall';
import type { MetricProtocol, QueryError } from '../../protocol/protocol';
import type { SoundState } from '../../protocol/wall/wallSound';
import type { WallTrouble } from '../../protocol/wall/wallTrouble';
import { firingMetric, metricProtocol, now, NOW, protocol, SPAN, stated, rule } from '../../testing/metricProtocol';
import { intervention, respondedMetric } from '../../testing/respondedMetric';
import { HOUR, MINUTE, SECOND } from '../../time/units';
import { restingPalette, wallPalette } from './palette';
import { WallView } from './WallView';

const told = (metrics: readonly MetricProtocol[], errors: QueryError[] = []) => ({
  protocol: protocol(metrics, {
    errors,
    responses: { kind: 'tracked', interventions: [], unwritten: [], readAt: NOW, knownFrom: 0 },
  }),
  ruled: [],
  stated: () => [],
  spans: { view: SPAN, judged: { ...SPAN, asked: NOW } },
});

const wallOf = (metrics: readonly MetricProtocol[], errors?: QueryError[]) =>
  new WallTeller().tell({ panels: [{ id: 'own', told: told(metrics, errors) }], notRead: [] });

const view = (metrics: readonly MetricProtocol[], given: Partial<ComponentProps<typeof WallView>> = {}) => (
  <WallView
    wall={wallOf(metrics)}
    title="Sales Ops"
    timeZone="utc"
    now={NOW}
    width={1920}
    height={1080}
    pageMs={12 * SECOND}
    {...given}
  />
);

const calm = (id: string) => metricProtocol({ id, name: id });
const fire = (id: string) => firingMetric({ id, name: id });

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => jest.useRealTimers());

describe('a tile', () => {
  it.each<[string, MetricProtocol, RegExp]>([
    [
      'who has it, and when they say more',
      respondedMetric([intervention({ kind: 'taken', nextWordBy: NOW + HOUR })]),
      /Taken by.*Ana, next word 10:00/,
    ],
    [
      'that a promised word is late',
      respondedMetric([intervention({ kind: 'taken', nextWordBy: NOW - 40 * MINUTE })]),
      /Word 40 min late.*Ana/,
    ],
    ['to whom it was handed', respondedMetric([intervention({ kind: 'handedOver', to: 'Ben' })]), /Ben/],
    ['that somebody did something', respondedMetric([intervention({ kind: 'acted' })]), /Done by.*Ana, 08:00/],
    ['who dismissed it', respondedMetric([intervention({ kind: 'falseAlarm' })]), /Dismissed by.*Ana/],
    ['that nobody has it', respondedMetric([]), /Not taken/],
    ['how late it is', fireSince(NOW - 3 * HOUR), /Overdue 3 h/],
    [
      'that nobody is named, and nothing agreed',
      firingMetric({ rule: rule({ text: stated({}) }) }),
      /Nothing is agreed to be done.*Nobody is named/,
    ],
    ['the level', firingMetric(), /act below 20 %/],
    ['the level, where it is overdue, too', fireSince(NOW - 3 * HOUR), /Overdue 3 h.*act below 20 %/],
    ['of which day its value is', firingMetric({ last: { time: NOW - 9 * 24 * HOUR, value: 12 } }), /12 %.*on 14 Nov/],
    ['who, and then that nobody has it', respondedMetric([]), /Demand Gen.*Not taken/],
  ])('says %s', (_, metric, words) => {
    render(view([metric]));
    expect(screen.getByRole('article')).toHaveTextContent(words);
  });

  it('says nothing of who has it where nobody can know', () => {
    render(view([fire('Bad')]));
    expect(screen.getByRole('article')).not.toHaveTextContent(/taken/i);
  });
});

function fireSince(at: number): MetricProtocol {
  return firingMetric({ deadline: { kind: 'at', at } });
}

describe('the wall', () => {
  it('is read out whole where its texts are cut', () => {
    const name = 'Forecast accuracy against the finance plan of the quarter by region and by product line and segment';
    render(view([fire(name)]));
    expect(screen.getByRole('heading', { name: new RegExp(`^${name}`) })).toBeInTheDocument();
  });

  it('tells metrics of one name apart by their panels, in tiles and in the strip', () => {
    const panel = (id: string, title: string) => ({ id, title, told: told([fire('Load'), calm('Win rate')]) });
    const wall = new WallTeller().tell({
      panels: [panel('a', 'EMEA funnel'), panel('b', 'Asia funnel')],
      notRead: [],
    });
    render(view([], { wall }));
    expect(screen.getAllByRole('article').map((tile) => tile.getAttribute('aria-label'))).toEqual([
      'Load · EMEA funnel',
      'Load · Asia funnel',
    ]);
    const cells = within(screen.getByRole('list', { name: 'Not in breach' })).getAllByRole('listitem');
    expect(cells[0]).toHaveTextContent('Win rate · EMEA funnel');
    expect(cells[1]).toHaveTextContent('Win rate · Asia funnel');
  });

  it('keeps the panel of a metric with a name that others have beside what is to be said of it', () => {
    const late = { ...fire('Load'), deadline: { kind: 'at', at: NOW - 3 * HOUR } } as const;
    const wall = new WallTeller().tell({
      panels: [
        { id: 'a', title: 'EMEA', told: told([late]) },
        { id: 'b', title: 'Asia', told: told([late]) },
      ],
      notRead: [],
    });
    render(view([], { wall, width: 480, height: 700 }));
    expect(screen.getByRole('article', { name: 'Load · EMEA' })).toHaveTextContent('EMEA');
  });

  it.each<[WallTrouble, RegExp]>([
    [{ kind: 'lost', since: NOW }, /No connection since 09:00:00.*No data had come before/],
    [{ kind: 'lost', since: NOW, answeredAt: NOW - 12 * SECOND }, /What stands here is data of 08:59:48/],
    [{ kind: 'failing', since: NOW, status: 502, answeredAt: NOW - SECOND }, /data of 08:59:59.*error 502/],
    [{ kind: 'noAnswer', since: NOW }, /No data since 09:00:00.*streams/],
    [{ kind: 'failing', since: NOW, status: 502 }, /Grafana has failed since 09:00:00.*error 502/],
    [{ kind: 'signedOut' }, /Signed out.*Sign in again/],
    [{ kind: 'forbidden' }, /No right.*right to view/],
    [{ kind: 'deleted' }, /was deleted.*another dashboard/],
    [{ kind: 'upgraded' }, /new version.*Reload/],
    [{ kind: 'old', askedAt: NOW - HOUR }, /Old data: of 08:00:00/],
    [{ kind: 'noRefresh', askedAt: NOW - HOUR }, /Old data.*Nothing refreshes/],
    [{ kind: 'rangeOver' }, /Not of now/],
    [{ kind: 'queryFailed', failed: 1 }, /A query fails/],
    [{ kind: 'queryFailed', failed: 3 }, /3 queries fail/],
    [{ kind: 'away', ms: 12 * MINUTE + 9 * SECOND, isOld: false }, /away for 12 min/],
  ])('says what is wrong with it, and what to do: %j', (trouble, words) => {
    render(view([calm('Fine')], { trouble }));
    expect(screen.getByRole('alert')).toHaveTextContent(words);
  });

  it('says of streams that they move at each refresh', () => {
    render(view([calm('Fine')], { hasStreams: true }));
    expect(screen.getByText('Streams move at each refresh')).toBeVisible();
  });

  it('shows a new breach first, whichever page is shown', () => {
    const many = Array.from({ length: 10 }, (_, index) => fire(`Fire ${index}`));
    const { rerender } = render(view(many));
    fireEvent.keyDown(document, { key: 'ArrowRight' });
    expect(screen.getByText(/^Page 2 of/)).toBeVisible();
    rerender(view([...many, fire('New')]));
    expect(screen.getByText(/^Page 1 of/)).toBeVisible();
  });

  it('shows of a thousand those nearest to their levels within five minutes, and counts the others', () => {
    const metrics = Array.from({ length: 1000 }, (_, place) =>
      metricProtocol({ id: `M ${place}`, name: `M ${place}:`, last: { value: 25 + ((place * 7) % 1000), time: NOW } })
    );
    const { container } = render(view([fire('Bad'), fire('Worse'), fire('Third'), fire('Fourth'), ...metrics]));
    const cells = () =>
      [...container.querySelectorAll('li')].map((cell) => /^M (\d+):/.exec(cell.textContent ?? '')?.[1]);
    expect(cells()[0]).toBe('0');
    const seen = new Set<string | undefined>();
    const pages = Number(/\d+$/.exec(screen.getByText(/^Page 1 of/).textContent ?? '')?.[0]);
    expect(pages * 12 * SECOND).toBeLessThanOrEqual(5 * MINUTE);
    for (let page = 0; page < pages; page++) {
      cells().forEach((cell) => seen.add(cell));
      fireEvent.keyDown(document, { key: 'ArrowRight' });
    }
    const values = [...seen].map((name) => 25 + ((Number(name) * 7) % 1000));
    expect(Math.max(...values)).toBe(25 + seen.size - 1);
    expect(container).toHaveTextContent(
      `${1000 - cells().length} more not on this page, ${1000 - seen.size} normal ones on no page`
    );
  });

  it('leaves keys alone that somebody types', () => {
    render(
      <>
        <input aria-label="Search" />
        {view(Array.from({ length: 10 }, (_, index) => fire(`Fire ${index}`)))}
      </>
    );
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'ArrowRight' });
    expect(screen.getByText(/^Page 1 of/)).toBeVisible();
  });

  it('has no more nodes and no more listeners however often it is refreshed', () => {
    const listens = jest.spyOn(document, 'addEventListener');
    const ends = jest.spyOn(document, 'removeEventListener');
    const metrics = (round: number) =>
      Array.from({ length: 40 }, (_, index) => ((index + round) % 10 === 0 ? fire(`M ${index}`) : calm(`M ${index}`)));
    const { rerender, container } = render(view(metrics(0)));
    const nodes = () => container.querySelectorAll('*').length;
    const before = nodes();
    const held = () => listens.mock.calls.length - ends.mock.calls.length;
    const heldBefore = held();
    for (let round = 1; round <= 300; round++) {
      rerender(view(metrics(round)));
      act(() => jest.advanceTimersByTime(5 * SECOND));
    }
    expect(nodes()).toBe(before);
    expect(held()).toBe(heldBefore);
  });

  it('has few nodes, however many metrics there are', () => {
    const { container } = render(
      view([fire('Bad'), ...Array.from({ length: 1000 }, (_, index) => calm(`M ${index}`))])
    );
    expect(container.querySelectorAll('*').length).toBeLessThan(500);
  });

  it('names what was not judged with its panel: those of several panels may have one name', () => {
    const late = metricProtocol({
      name: 'Canada',
      now: now({ state: 'stale', age: { kind: 'late', missedDue: NOW - HOUR } }),
    });
    const wall = new WallTeller().tell({ panels: [{ id: 'a', title: 'Leads', told: told([late]) }], notRead: [] });
    render(view([], { wall }));
    expect(within(screen.getByRole('list', { name: 'Not checked' })).getByText(/^Canada \(Leads\): /)).toBeVisible();
  });

  it('knows no alarm colour for what is late', () => {
    const late = metricProtocol({
      name: 'Nightly',
      now: now({ state: 'stale', age: { kind: 'late', missedDue: NOW - 5 * HOUR } }),
    });
    render(view([late]));
    const mark = screen.getByText('late 5 h');
    expect(mark).toBeVisible();
    expect(mark.closest('li')).toHaveStyle({ color: wallPalette(createTheme()).neutral });
  });
});

describe('a wall that rests', () => {
  const until = NOW + 22 * HOUR;
  const critical = firingMetric({
    id: 'Bad',
    name: 'Bad',
    now: now({ state: 'firing', severity: 'critical', since: NOW }),
  });
  const warned = firingMetric({
    id: 'Warned',
    name: 'Warned',
    now: now({ state: 'firing', severity: 'warning', since: NOW }),
  });

  it('has a clock that goes on, and says how much was checked and until when it rests', () => {
    const { container } = render(view([calm('Fine'), warned], { restsUntil: until }));
    expect(container).toHaveTextContent('Nothing critical, 2 of 2 checked, data of 09:00');
    expect(container).toHaveTextContent('Rests until tomorrow 07:00');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
    expect(container).not.toHaveTextContent('Fine');
    expect(container).not.toHaveTextContent('All normal');
    expect(screen.getByText('09:00:00')).toBeVisible();
    act(() => jest.advanceTimersByTime(SECOND));
    expect(screen.getByText('09:00:01')).toBeVisible();
  });

  it('shows what is critical, and that it does not show the rest', () => {
    const { container } = render(view([calm('Fine'), warned, critical], { restsUntil: until }));
    expect(screen.getAllByRole('article').map((tile) => tile.getAttribute('aria-label'))).toEqual(['Bad']);
    expect(container).toHaveTextContent('1 critical');
    expect(container).toHaveTextContent('Rests until tomorrow 07:00');
    expect(container).not.toHaveTextContent('Fine');
  });

  it('says what is wrong with it as at any time', () => {
    render(view([calm('Fine')], { restsUntil: until, trouble: { kind: 'lost', since: NOW } }));
    expect(screen.getByRole('alert')).toHaveTextContent('No connection since');
  });

  it('is dark in the light, too', () => {
    const ground = restingPalette().ground;
    render(
      <ThemeContext.Provider value={createTheme({ colors: { mode: 'light' } })}>
        {view([calm('Fine')], { restsUntil: until })}
      </ThemeContext.Provider>
    );
    expect(screen.getByTestId('protocol-wall')).toHaveStyle({ background: ground });
    expect(colorManipulator.getLuminance(ground)).toBeLessThan(0.05);
  });
});

it.each<[SoundState, string]>([
  ['on', 'Sound on (M: mute)'],
  ['muted', 'Muted (M: sound on)'],
  ['blocked', 'No sound yet: press any key once'],
  ['none', 'No sound: this browser has none'],
])('a wall with sound says how it stands with it: %s', (sound, words) => {
  render(view([calm('Fine')], { sound }));
  expect(screen.getByText(words)).toBeVisible();
});

it('a wall says what is wrong with its sheets in a line', () => {
  const sheets = { rules: [{ code: 'noMetric' as const, row: 3, found: '' }], directory: [] };
  render(
    view([calm('Fine')], { wall: { ...wallOf([calm('Fine')]), notices: [{ kind: 'sheets', panel: 'Leads', sheets }] } })
  );
  expect(screen.getByText(/Leads: The rule sheet has 1 problem/)).toBeVisible();
});
