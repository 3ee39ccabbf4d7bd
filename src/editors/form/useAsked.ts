import { useEffect, useRef, useState } from 'react';

import type { FormPlace } from './formPlace';
import { formRequest } from './formRequest';
import { useShelf } from '../shelf';

/**
 * Answers a request for this form: brings it into view and puts the focus into its first input.
 *
 * @returns The ref of the form, and the metric from whose card it was asked for.
 */
export function useAsked(place: FormPlace | undefined) {
  const root = useRef<HTMLDivElement>(null);
  const request = useShelf(formRequest);
  const [asked, setAsked] = useState<string>();
  const isMine = request !== undefined && request.place === place;
  if (isMine && asked !== request.metric) {
    setAsked(request.metric);
  }
  useEffect(() => {
    if (isMine) {
      formRequest.put(undefined);
      root.current?.querySelector<HTMLInputElement>('input:not([type="radio"])')?.focus({ preventScroll: true });
      // The option pane scrolls to the head of the group first, which is a whole screen above in a panel's own options.
      requestAnimationFrame(() => root.current?.scrollIntoView({ block: 'start' }));
    }
  }, [isMine]);
  return { root, asked };
}
