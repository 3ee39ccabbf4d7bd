import type { PanelProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';

import { metricProtocol, protocol } from '../testing/metricProtocol';
import type { Protocol } from '../protocol/protocol';
import { useCoverage } from './useCoverage';

const WHOLE = { threshold: true, who: true, action: true, automation: true };
const unowned = metricProtocol({ id: 'b', name: 'Unowned', answered: { ...WHOLE, who: false } });
const METRICS = [metricProtocol({ id: 'a', name: 'Whole' }), unowned];

function setup({ given = protocol(METRICS), ...overrides }: Partial<PanelProps> & { given?: Protocol } = {}) {
  const panel = {
    timeZone: 'utc',
    width: 600,
    height: 400,
    ...overrides,
  } as unknown as PanelProps;
  return renderHook(({ given }) => useCoverage(panel, given), { initialProps: { given } });
}

const ALL = protocol(METRICS);

afterEach(() => locationService.push('/'));

describe('useCoverage', () => {
  it('shows all until a finding is chosen, then its metrics alone, then all again', () => {
    const { result } = setup({ given: ALL });
    expect(result.current.shown).toBe(ALL);
    act(() => result.current.onFilter('who'));
    expect(result.current.filter).toBe('who');
    expect(result.current.shown.metrics).toEqual([unowned]);
    act(() => result.current.onFilter(undefined));
    expect(result.current.shown).toBe(ALL);
  });

  it('shows all where what was missing was mended', () => {
    const { result, rerender } = setup({ given: ALL });
    act(() => result.current.onFilter('who'));
    const mended = protocol([METRICS[0], { ...unowned, answered: WHOLE }]);
    rerender({ given: mended });
    expect(result.current.filter).toBeUndefined();
    expect(result.current.shown).toBe(mended);
  });

  it('leaves the button to be focused by whoever goes back', () => {
    const { result } = setup();
    const button = document.createElement('button');
    button.id = result.current.buttonId ?? '';
    document.body.append(button);
    act(() => result.current.onFilter(undefined));
    expect(button).toHaveFocus();
    button.remove();
  });

  it.each([
    ['narrow', { width: 150 }],
    ['low', { height: 100 }],
  ])('offers nothing in a panel that is too %s', (_, size) => {
    expect(setup(size).result.current.buttonId).toBeUndefined();
  });

  it('offers nothing on a wall display, and shows all there', () => {
    const { result, rerender } = setup({ given: ALL });
    act(() => result.current.onFilter('who'));
    act(() => locationService.push('/d/sales?kiosk'));
    rerender({ given: ALL });
    expect(result.current.buttonId).toBeUndefined();
    expect(result.current.shown).toBe(ALL);
  });
});
