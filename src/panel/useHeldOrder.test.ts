import { act, renderHook } from '@testing-library/react';

import { metricProtocol, protocol } from '../testing/metricProtocol';
import { useHeldOrder } from './useHeldOrder';

/** A protocol of metrics with these ids, worst first as given. */
function ofOrder(...names: string[]) {
  const all = ['a', 'b', 'c', 'd'].filter((id) => names.includes(id));
  return protocol(
    all.map((id) => metricProtocol({ id, name: id })),
    { worstFirst: names.map((name) => all.indexOf(name)) }
  );
}

function setup() {
  const { result, rerender } = renderHook((given) => useHeldOrder(given), { initialProps: ofOrder('a', 'b', 'c') });
  const order = () => result.current.ordered.worstFirst.map((index) => result.current.ordered.metrics[index].id);
  /** What is recorded quietens the metric at once. */
  const record = (by: string, ...then: string[]) =>
    act(() => {
      result.current.onUndoable(by, true);
      rerender(ofOrder(...then));
    });
  return { result, rerender, order, record };
}

it('keeps a metric in its place as long as what quietened it can be taken back, and no longer', () => {
  const { result, order, record } = setup();
  record('a', 'b', 'c', 'a');
  expect(order()).toEqual(['a', 'b', 'c']);
  act(() => result.current.onUndoable('a', false));
  expect(order()).toEqual(['b', 'c', 'a']);
});

it('puts what comes meanwhile at the end, and leaves out what is gone', () => {
  const { order, record } = setup();
  record('b', 'd', 'c', 'a');
  expect(order()).toEqual(['a', 'c', 'd']);
});

it('keeps the place of the last of several', () => {
  const { result, order, record } = setup();
  record('a', 'b', 'c', 'a');
  record('b', 'c', 'a', 'b');
  act(() => result.current.onUndoable('a', false));
  expect(order()).toEqual(['a', 'b', 'c']);
  act(() => result.current.onUndoable('b', false));
  expect(order()).toEqual(['c', 'a', 'b']);
});

it('is the very same protocol while nothing is held', () => {
  const given = ofOrder('a', 'b');
  const { result } = renderHook(() => useHeldOrder(given));
  expect(result.current.ordered).toBe(given);
});
