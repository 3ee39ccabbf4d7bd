import { parseWaveValues, predictableSeries } from './predictable';

describe('predictableSeries', () => {
  it('begins with the step at or before the range and ends before its end', () => {
    const [time, value] = predictableSeries({ from: 25, to: 50, timeStep: 10, values: [0, 1, 2] });
    expect(time.values).toEqual([20, 30, 40]);
    expect(value.values).toEqual([2, 0, 1]);
  });

  it('has the same value at the same time in every range', () => {
    const values = [5, null, 7, 8];
    const at = (from: number) => {
      const [time, value] = predictableSeries({ from, to: 1000, timeStep: 30, values });
      return new Map(time.values.map((t, index) => [t, value.values[index]]));
    };
    const wide = at(0);
    at(333).forEach((value, time) => expect(value).toBe(wide.get(time)));
  });

  it('is empty where the range is, and stops at 10,000 points', () => {
    expect(predictableSeries({ from: 20, to: 20, timeStep: 10, values: [1] })[0].values).toEqual([]);
    expect(predictableSeries({ from: 0, to: 1e9, timeStep: 1, values: [1] })[0].values).toHaveLength(10_000);
  });

  it('refuses a step of nothing', () => {
    expect(() => predictableSeries({ from: 0, to: 10, timeStep: 0, values: [1] })).toThrow();
  });
});

describe('parseWaveValues', () => {
  it('reads numbers, null and nan, and drops a trailing comma', () => {
    expect(parseWaveValues(' 1, null,nan , -2.5,')).toEqual([1, null, NaN, -2.5]);
  });

  it.each(['1,x', '1,,2'])('refuses %s', (text) => {
    expect(() => parseWaveValues(text)).toThrow('failed to parse value');
  });
});
