import { uniq } from 'lodash';
import { useCallback, useMemo, useState } from 'react';

import type { AgreedDecision } from '../../tables/file/agreedImport';
import { agreedChanges, decideAgreed } from '../../tables/file/agreedImport';
import type { Today } from '../form/today';
import type { FileRule } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';

/** What an import does to what was agreed, and what somebody decided about it. */
interface AgreedImport {
  /** The metrics that somebody has to decide about, as they are told; undefined where there are none. */
  asked?: AgreedMetrics;
  decision: AgreedDecision | undefined;
  decide: (decision: AgreedDecision) => void;
  /** Rules as they are to be kept by what was decided; until then, told against what counts now. */
  toKeep: (rules: readonly FileRule[]) => readonly FileRule[];
}

/** Metrics of whose agreement an import makes something else: it says otherwise, or says nothing of them. */
export interface AgreedMetrics {
  changed: readonly string[];
  ended: readonly string[];
}

/**
 * Asks about the changes of an import to what was agreed, and makes the rules that follow from the answer.
 *
 * @param files - The rules that may be imported, one or the other.
 */
export function useAgreedImport(
  files: ReadonlyArray<readonly FileRule[]>,
  stated: readonly MetricSources[],
  { date, start }: Today
): AgreedImport {
  const [decision, decide] = useState<AgreedDecision>();
  const asked = useMemo(() => {
    const changes = files.flatMap((file) => agreedChanges(file, stated, date)).filter(({ asks }) => asks);
    const labels = (isMissing: boolean) =>
      uniq(changes.filter((change) => change.isMissing === isMissing).flatMap((change) => change.labels));
    return changes.length === 0 ? undefined : { changed: labels(false), ended: labels(true) };
  }, [files, stated, date]);
  const toKeep = useCallback(
    (rules: readonly FileRule[]) => {
      const changes = agreedChanges(rules, stated, date);
      return decideAgreed(rules, changes, { decision: decision ?? 'correction', today: date, start });
    },
    [stated, date, start, decision]
  );
  return { asked, decision, decide, toKeep };
}
