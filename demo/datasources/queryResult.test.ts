import { dataFrameFromJSON } from '@grafana/data';
import { toWireFrame } from './queryResult';

describe('toWireFrame', () => {
  it('comes out of Grafana as it went in, with NaN and infinities', () => {
    const values = [1, null, NaN, Infinity, -Infinity];
    const wire = toWireFrame('A', [{ name: 'x', type: 'number', values, labels: { a: 'b' }, config: { unit: 's' } }]);
    const frame = dataFrameFromJSON(JSON.parse(JSON.stringify(wire)));
    expect(frame.refId).toBe('A');
    expect(frame.fields[0]).toMatchObject({ name: 'x', values, labels: { a: 'b' }, config: { unit: 's' } });
  });

  it('names no entities where there are none', () => {
    expect(toWireFrame('A', [{ name: 'x', type: 'number', values: [1] }]).data).toEqual({ values: [[1]] });
  });
});
