import type { PanelData } from '@grafana/data';
import {
  FieldType,
  LoadingState,
  standardTransformers,
  standardTransformersRegistry,
  toDataFrame,
} from '@grafana/data';
import { setDataSourceSrv, setRunRequest } from '@grafana/runtime';
import { lastValueFrom, of } from 'rxjs';

import { panelRequest, sceneVariable } from '../../testing/panelRequest';
import { runFixed } from './runFixed';

const FILTER = standardTransformers.filterFieldsByNameTransformer;

beforeAll(() => {
  const { id, name, description } = FILTER;
  standardTransformersRegistry.setInit(() => [
    { id, name, description, transformation: FILTER, editor: () => null, imageDark: '', imageLight: '' },
  ]);
});

/** The names of the fields in the answer to a panel with these transformations. */
async function answered(transformations: unknown[]): Promise<PanelData> {
  const fields = ['time', 'kept', 'dropped'].map((name) => ({ name, type: FieldType.number, values: [1] }));
  setDataSourceSrv({ get: () => Promise.resolve({}) } as never);
  setRunRequest((_, request) =>
    of({ state: LoadingState.Done, series: [toDataFrame({ fields })], request, timeRange: request.range })
  );
  const request = panelRequest({ scopedVars: sceneVariable({ transformations }) });
  return lastValueFrom(runFixed(request, (text) => text.replace('$gone', 'dropped')));
}

const namesOf = ({ series }: PanelData) => series.flatMap(({ fields }) => fields.map(({ name }) => name));

describe('runFixed', () => {
  it('returns what the queries return', async () => {
    expect(namesOf(await answered([]))).toEqual(['time', 'kept', 'dropped']);
  });

  it.each(['dropped', '$gone'])('drops what the panel’s transformations drop: %s', async (name) => {
    const filter = { id: FILTER.id, options: { exclude: { names: [name] } } };
    expect(namesOf(await answered([filter]))).toEqual(['time', 'kept']);
  });

  it('waits for the rest where it comes in parts', async () => {
    setDataSourceSrv({ get: () => Promise.resolve({}) } as never);
    setRunRequest((_, request) =>
      of(
        { state: LoadingState.Streaming, series: [], request, timeRange: request.range },
        { state: LoadingState.Done, series: [toDataFrame({ fields: [] })], request, timeRange: request.range }
      )
    );
    const answer = await lastValueFrom(runFixed(panelRequest(), (text) => text));
    expect([answer.state, answer.series.length]).toEqual([LoadingState.Done, 1]);
  });

  it('fails with a transformation that fails', async () => {
    const data = await answered([{ id: 'noSuchOne', options: {} }]);
    expect(data.errors?.[0].message).toMatch(/noSuchOne/);
    expect(data.state).toBe(LoadingState.Error);
  });
});
