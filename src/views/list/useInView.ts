import { useCallback, useRef } from 'react';

/** How far below what is seen an element counts as coming into view. */
const AHEAD = '200px';

/**
 * A ref for an element: calls back when the element comes into view. Where the browser can't tell, it never does.
 *
 * @param onInView - the same function at every render
 */
export function useInView(onInView: () => void): (element: HTMLElement | null) => void {
  const observer = useRef<IntersectionObserver>();
  return useCallback(
    (element: HTMLElement | null) => {
      observer.current?.disconnect();
      if (element && 'IntersectionObserver' in window) {
        observer.current = new IntersectionObserver(
          (entries) => entries.some(({ isIntersecting }) => isIntersecting) && onInView(),
          { rootMargin: AHEAD }
        );
        observer.current.observe(element);
      }
    },
    [onInView]
  );
}
