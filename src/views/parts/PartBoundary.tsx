import { ErrorBoundary } from '@grafana/ui';
import type { ReactNode } from 'react';
import { useCallback, useState } from 'react';

import { FailedPart } from './FailedPart';

interface PartBoundaryProps {
  /** What is missing where it fails: "The chart". */
  what: string;
  /** What the part shows. It is tried again as soon as that is another thing. */
  of?: unknown;
  /** It is read from afar. */
  isFar?: boolean;
  children: ReactNode;
}

/** A part of the panel that costs only itself when it fails: it says so, and the reader may try again. */
export function PartBoundary({ what, of, isFar, children }: PartBoundaryProps) {
  const [tries, setTries] = useState(0);
  const tryAgain = useCallback(() => setTries((before) => before + 1), []);
  return (
    <ErrorBoundary boundaryName="protocol-part" dependencies={[tries, of]}>
      {({ error }) =>
        error ? <FailedPart what={what} isTriedAgain={tries > 0} onTryAgain={tryAgain} isFar={isFar} /> : children
      }
    </ErrorBoundary>
  );
}
