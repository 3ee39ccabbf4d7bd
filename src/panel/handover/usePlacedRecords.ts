import { isEqual } from 'lodash';
import { useEffect, useState } from 'react';

import { readPlacedRecords } from '../../annotations/placedRecords';
import type { PlacedRecord } from '../../protocol/records/recordedBreach';
import type { GivenResponses } from '../responses/givenResponses';

/**
 * What is on the record of the breaches of a dashboard, by the reads that its panels share: none is made for it.
 *
 * @returns Undefined until the store is read; the very same list as long as it says the same.
 */
export function usePlacedRecords(onFound: GivenResponses['onFound']): readonly PlacedRecord[] | undefined {
  const [records, setRecords] = useState<readonly PlacedRecord[]>();
  useEffect(
    () =>
      onFound?.((found) => {
        const next = readPlacedRecords(found);
        setRecords((before) => (isEqual(before, next) ? before : next));
      }),
    [onFound]
  );
  return records;
}
