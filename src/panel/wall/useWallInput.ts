import { useMemo } from 'react';

import type { Told } from '../../protocol/tellProtocol';
import type { WallInput } from '../../protocol/wall/wallInput';

/** What a wall shows: what its own queries tell. */
export function useWallInput(told: Told): WallInput {
  return useMemo(() => ({ panels: [{ id: 'own', told }], notRead: [] }), [told]);
}
