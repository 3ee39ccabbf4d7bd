import { createTheme } from '@grafana/data';
import { UPlotChart, UPlotConfigBuilder } from '@grafana/ui';
import { render } from '@testing-library/react';
import fc from 'fast-check';

import { DAY, HOUR, SECOND, WEEK } from '../time/units';
import type { TimeAxis } from './lastTick';
import { lastTick } from './lastTick';

const theme = createTheme();
const TO = Date.UTC(2026, 2, 11, 10, 40);

const axis = (length: number, overrides: Partial<TimeAxis> = {}): TimeAxis => ({
  from: TO - length,
  to: TO,
  width: 700,
  timeZone: 'utc',
  theme,
  ...overrides,
});

/** Beside the plot of a chart without a value axis, px. */
const PADDING = 8;

/** A canvas that takes whatever is drawn. */
const canvas = new Proxy(
  { measureText: (text: string) => ({ width: text.length * 8 }) },
  { get: (target, name) => (name in target ? target.measureText : () => undefined), set: () => true }
);

beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canvas as never);
  Object.assign(window, { Path2D: class {} });
});

describe('the last tick of a time axis', () => {
  it.each<[what: string, of: TimeAxis, time: string, text: string]>([
    ['six hours', axis(6 * HOUR), '2026-03-11T10:30:00Z', '10:30'],
    ['half a year', axis(26 * WEEK), '2026-03-01T00:00:00Z', '03/01'],
    ['the same in another zone', axis(26 * WEEK, { timeZone: 'Europe/Berlin' }), '2026-02-28T23:00:00Z', '03/01'],
    ['three years', axis(3 * 365 * DAY), '2026-03-01T00:00:00Z', '2026-03'],
  ])('of %s', (_, of, time, text) => {
    expect(lastTick(of)).toMatchObject({ time: Date.parse(time), text });
  });

  it('is not told where ticks are parts of a second apart', () => {
    expect(lastTick(axis(SECOND))).toBeUndefined();
  });

  it('is the one that the native chart draws', async () => {
    const length = fc.oneof(
      fc.integer({ min: 20 * SECOND, max: DAY }),
      fc.integer({ min: DAY, max: 60 * DAY }),
      fc.integer({ min: 60 * DAY, max: 9 * 365 * DAY })
    );
    const zone = fc.constantFrom('utc', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    await fc.assert(
      fc.asyncProperty(
        length,
        fc.integer({ min: 250, max: 1800 }),
        zone,
        fc.integer({ min: 0, max: 3 * 365 * DAY }),
        async (span, width, timeZone, ago) => {
          const of = axis(span, { from: TO - ago - span, to: TO - ago, width, timeZone });
          const told = lastTick(of);
          if (told) {
            expect(told).toMatchObject(await nativeTick(of));
          }
        }
      ),
      { numRuns: 80 }
    );
  });
});

/** The last tick of a real chart with such an axis. */
async function nativeTick({ from, to, width, timeZone }: TimeAxis) {
  const builder = new UPlotConfigBuilder(timeZone);
  builder.addScale({ scaleKey: 'x', isTime: true, orientation: 0, direction: 1, range: () => [from, to] });
  builder.addAxis({ scaleKey: 'x', isTime: true, timeZone, theme });
  const [drawn] = builder.getConfig().axes ?? [];
  let last = {};
  const { values } = drawn;
  drawn.side = 2;
  drawn.values = (plot, splits, ...rest) => {
    const texts = typeof values === 'function' ? values(plot, splits, ...rest) : [];
    last = { time: splits.at(-1), text: texts.at(-1) };
    return texts;
  };
  const { unmount } = render(
    <UPlotChart config={builder} data={[[from, to]]} width={width + 2 * PADDING} height={200} />
  );
  // Drawn in a microtask.
  await Promise.resolve();
  unmount();
  return last;
}
