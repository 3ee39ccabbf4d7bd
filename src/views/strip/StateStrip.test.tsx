import { fireEvent, render, screen } from '@testing-library/react';

import { t } from '../../locales/t';
import { StateStrip } from './StateStrip';
import { firingMetric, metricProtocol, NOW, now, ruleChange, SPAN } from '../../testing/metricProtocol';
import { timeWords } from '../../locales/timeWords';
import { DAY } from '../../time/units';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

/** The strip is 1000 px wide: a pixel is a thousandth of the span. */
beforeEach(() => {
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 1000 } as DOMRect);
});
afterEach(() => jest.restoreAllMocks());

describe('StateStrip', () => {
  it('has a text alternative', () => {
    render(<StateStrip metric={metricProtocol()} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('State in the time shown: no breach in the time shown');
  });

  it('tells on hover what a piece was, and when', async () => {
    render(<StateStrip metric={firingMetric()} span={SPAN} times={times} />);
    fireEvent.mouseMove(screen.getByRole('img'), { clientX: 400 });
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Warning, 1 Oct 10:55 to 8 Oct 04:12 (6 d 17 h)');
    fireEvent.mouseLeave(screen.getByRole('img'));
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('calls the open end now', async () => {
    render(<StateStrip metric={firingMetric()} span={SPAN} times={times} />);
    fireEvent.mouseMove(screen.getByRole('img'), { clientX: 999 });
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/^Critical, .* to now/);
  });

  it('is nothing without a history', () => {
    const { container } = render(
      <StateStrip
        metric={metricProtocol({ view: { ...metricProtocol().view, segments: [] } })}
        span={SPAN}
        times={times}
      />
    );
    expect(container).toBeEmptyDOMElement();
  });

  it('is nothing of a metric that is only shown for context, even if it has levels', () => {
    const { container } = render(<StateStrip metric={firingMetric({ kind: 'context' })} span={SPAN} times={times} />);
    expect(container).toBeEmptyDOMElement();
  });

  const at = (share: number) => SPAN.from + share * (SPAN.to - SPAN.from);
  const tellsAt = (clientX: number) => {
    fireEvent.mouseMove(screen.getByRole('img'), { clientX });
    return screen.findByRole('tooltip');
  };

  it('tells what had too little volume, and does not call it well', async () => {
    const tooFewStretches = [{ from: at(0.5), to: at(0.75) }];
    const metric = metricProtocol({ view: { ...metricProtocol().view, tooFewStretches } });
    render(<StateStrip metric={metric} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(/no breach in the time shown; too few to say for 3 w$/);
    expect(await tellsAt(600)).toHaveTextContent('Too few to say, 12 Oct 09:00 to 2 Nov 09:00 (3 w)');
    expect(await tellsAt(600)).not.toHaveTextContent('OK');
    expect(await tellsAt(300)).toHaveTextContent(/^OK, /);
  });

  it('tells what went on firing with too little volume', async () => {
    const tooFewStretches = [{ from: at(0.97), to: SPAN.to }];
    render(
      <StateStrip
        metric={firingMetric({ view: { ...firingMetric().view, tooFewStretches } })}
        span={SPAN}
        times={times}
      />
    );
    expect(await tellsAt(980)).toHaveTextContent(/^Too few to say, .* to now .*Critical, .* to now/);
  });

  it('judges nothing that has not settled', async () => {
    render(<StateStrip metric={firingMetric({ unsettledFrom: NOW - 2 * DAY })} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(/; not final since Sat 21 Nov 09:00$/);
    expect(await tellsAt(999)).toHaveTextContent('Not final yet: shown, not counted, Sat 21 Nov 09:00 to now (2 d)');
    expect(await tellsAt(999)).not.toHaveTextContent('Critical');
    expect(await tellsAt(970)).toHaveTextContent(/^Critical, .* to Sat 21 Nov 09:00/);
  });

  it('tells where the rule changed', async () => {
    render(<StateStrip metric={firingMetric({ changes: [ruleChange(at(0.5))] })} span={SPAN} times={times} />);
    const name = /; Rule changed 12 Oct 09:00: critical below 18 % → below 20 %/;
    expect(await screen.findByRole('img', { name })).toBeVisible();
    expect(await tellsAt(503)).toHaveTextContent(/^Rule changed 12 Oct 09:00: critical below 18 % → below 20 %/);
    expect(await tellsAt(510)).toHaveTextContent(/^OK/);
  });

  it('calls nothing critical that nobody agreed on', async () => {
    const metric = firingMetric({ kind: 'levelOnly', crossed: true, now: now({ state: 'unruled' }) });
    render(<StateStrip metric={metric} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(/: level crossed for 4 d 9 h$/);
    expect(await tellsAt(999)).toHaveTextContent(/^Level crossed, /);
    expect(await tellsAt(600)).toHaveTextContent(/^Level not crossed, /);
  });
});
