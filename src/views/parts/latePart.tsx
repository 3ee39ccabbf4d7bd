import type { ComponentType, ReactNode } from 'react';

import { FailedPart } from './FailedPart';
import { PartBoundary } from './PartBoundary';
import { lateValue } from './lateValue';

interface Options<P> {
  /** What is missing where it can't be loaded: "The form". */
  what: () => string;
  /** What is shown until it is there. */
  waiting?: (props: P) => ReactNode;
  /** It is read from afar, where nobody presses anything. */
  isFar?: boolean;
}

/**
 * A part of the panel that loads when it is first shown. Where it can't be loaded (a chunk that is gone after an upgrade,
 * a network that was away) the rest of the panel works, and the reader may try again.
 */
export function latePart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  { what, waiting, isFar }: Options<P>
): ComponentType<P> {
  const useLate = lateValue(() => load().then((module) => module.default));

  return function LatePart(props: P) {
    const { value: Part, hasFailed, tries, tryAgain } = useLate(true);
    if (hasFailed) {
      return <FailedPart what={what()} isTriedAgain={tries > 0} onTryAgain={tryAgain} isFar={isFar} />;
    }
    return Part ? (
      <PartBoundary what={what()} isFar={isFar}>
        <Part {...props} />
      </PartBoundary>
    ) : (
      <>{waiting?.(props)}</>
    );
  };
}
