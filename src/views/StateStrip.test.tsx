import { fireEvent, render, screen } from '@testing-library/react';

import { t } from '../locales/t';
import { StateStrip } from './StateStrip';
import { firingMetric, metricProtocol, NOW, SPAN } from '../protocol/testing/metricProtocol';
import { timeWords } from './words/whenWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

/** The strip is 1000 px wide: a pixel is a thousandth of the span. */
beforeEach(() => {
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ left: 0, width: 1000 } as DOMRect);
});
afterEach(() => jest.restoreAllMocks());

describe('StateStrip', () => {
  it('has a text alternative', () => {
    render(<StateStrip view={metricProtocol().view} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('State over the range in view: no breach in view');
  });

  it('tells on hover what a piece was, and when', () => {
    render(<StateStrip view={firingMetric().view} span={SPAN} times={times} />);
    fireEvent.mouseMove(screen.getByRole('img'), { clientX: 400 });
    expect(screen.getByRole('tooltip')).toHaveTextContent('Warning, 1 Oct 10:55 to 8 Oct 04:12 (6 d 17 h)');
    fireEvent.mouseLeave(screen.getByRole('img'));
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('calls the open end now', () => {
    render(<StateStrip view={firingMetric().view} span={SPAN} times={times} />);
    fireEvent.mouseMove(screen.getByRole('img'), { clientX: 999 });
    expect(screen.getByRole('tooltip')).toHaveTextContent(/^Critical, .* to now/);
  });

  it('is nothing without a history', () => {
    const { container } = render(
      <StateStrip view={{ ...metricProtocol().view, segments: [] }} span={SPAN} times={times} />
    );
    expect(container).toBeEmptyDOMElement();
  });
});
