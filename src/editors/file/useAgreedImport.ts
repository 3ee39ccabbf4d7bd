import { useCallback, useMemo, useState } from 'react';

import type { AgreedDecision } from '../../tables/file/agreedImport';
import { agreedChanges, decideAgreed } from '../../tables/file/agreedImport';
import type { FileRule } from '../../tables/file/ruleFile';
import type { MetricSources } from '../../tables/file/storedRule';

/** What an import does to what was agreed, and what somebody decided about it. */
interface AgreedImport {
  /** The metrics that somebody has to decide about; empty where nobody has. */
  asked: readonly string[];
  decision: AgreedDecision | undefined;
  decide: (decision: AgreedDecision) => void;
  /** Rules as they are to be kept by what was decided; until then, as they are written. */
  toKeep: (rules: readonly FileRule[]) => readonly FileRule[];
}

/** Asks about the changes of an import to what was agreed, and makes the rules that follow from the answer. */
export function useAgreedImport(
  file: readonly FileRule[],
  stated: readonly MetricSources[],
  today: string
): AgreedImport {
  const [decision, decide] = useState<AgreedDecision>();
  const asked = useMemo(
    () =>
      agreedChanges(file, stated, today)
        .filter(({ asks }) => asks)
        .map(({ metric }) => metric),
    [file, stated, today]
  );
  const toKeep = useCallback(
    (rules: readonly FileRule[]) => {
      const settled = agreedChanges(rules, stated, today).filter(({ asks }) => !asks || decision !== undefined);
      return decideAgreed(rules, settled, { decision: decision ?? 'fromToday', today });
    },
    [stated, today, decision]
  );
  return { asked, decision, decide, toKeep };
}
