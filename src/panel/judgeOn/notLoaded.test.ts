import type { PanelProps } from '@grafana/data';
import { renderHook, waitFor } from '@testing-library/react';

import type { ProtocolOptions } from '../options';
import { panelData } from '../../testing/panelRequest';
import { useJudgedData } from './useJudgedData';

jest.mock('./lookBackQueries', () => {
  throw new Error('Loading chunk 7 failed');
});

function judged(options: Partial<ProtocolOptions>) {
  const props = {
    options,
    fieldConfig: { defaults: {}, overrides: [] },
    replaceVariables: (text: string) => text,
  } as unknown as PanelProps<ProtocolOptions>;
  const data = panelData();
  return renderHook(() => useJudgedData(props, data)).result;
}

describe('a look-back whose part can not be loaded', () => {
  it('gives way to what is in view, and says so', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const result = judged({ judgeOn: 'fixed' });
    expect(result.current).toMatchObject({ mode: 'fixed', data: undefined });
    await waitFor(() => expect(result.current).toEqual({ mode: 'view', because: 'notLoaded' }));
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is not missed where nobody asks for it', () => {
    expect(judged({ judgeOn: 'view' }).current).toEqual({ mode: 'view', canLookBack: true });
  });
});
