import { fireEvent, render, screen } from '@testing-library/react';

import { t } from '../locales/t';
import { StateStrip } from './StateStrip';
import { firingMetric, metricProtocol, NOW, SPAN } from '../protocol/testing/metricProtocol';
import { timeWords } from './words/whenWords';

const times = timeWords(t, { now: NOW, timeZone: 'utc' });

describe('StateStrip', () => {
  it('has a text alternative', () => {
    render(<StateStrip view={metricProtocol().view} span={SPAN} times={times} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('State over the range in view: no breach in view');
  });

  it('tells on hover what a piece was, and when', () => {
    render(<StateStrip view={firingMetric().view} span={SPAN} times={times} />);
    fireEvent.pointerMove(screen.getByRole('img').children[1]);
    expect(screen.getByRole('tooltip')).toHaveTextContent('Warning, 1 Oct 10:55 to 8 Oct 04:12 (6 d 17 h)');
    fireEvent.pointerLeave(screen.getByRole('img'));
  });

  it('calls the open end now', () => {
    render(<StateStrip view={firingMetric().view} span={SPAN} times={times} />);
    fireEvent.pointerMove(screen.getByRole('img').lastElementChild!);
    expect(screen.getByRole('tooltip')).toHaveTextContent(/^Critical, .* to now/);
  });

  it('is nothing without a history', () => {
    const { container } = render(
      <StateStrip view={{ ...metricProtocol().view, segments: [] }} span={SPAN} times={times} />
    );
    expect(container).toBeEmptyDOMElement();
  });
});
