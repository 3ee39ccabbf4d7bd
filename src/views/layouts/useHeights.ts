import { useCallback, useEffect, useRef, useState } from 'react';

/** Heights are rounded up to this, so that a word more or less moves no chart. */
const STEP = 8;

/** Measured heights by id, and a ref callback for the element of an id. */
export interface Heights {
  heights: Readonly<Record<string, number>>;
  /** Stable for an id, so that React does not take the element off and on at every render. */
  measure: (id: string) => (element: HTMLElement | null) => void;
}

/** Follows the heights of elements with one observer for all of them. */
export function useHeights(): Heights {
  const [heights, setHeights] = useState<Readonly<Record<string, number>>>({});
  const elements = useRef(new Map<Element, string>());
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>());
  const observer = useRef<ResizeObserver>();

  const read = useCallback((changed: readonly Element[]) => {
    setHeights((before) => {
      const entries = changed.flatMap((element): Array<[string, number]> => {
        const id = elements.current.get(element);
        const height = Math.ceil(element.getBoundingClientRect().height / STEP) * STEP;
        return id === undefined || before[id] === height ? [] : [[id, height]];
      });
      return entries.length === 0 ? before : { ...before, ...Object.fromEntries(entries) };
    });
  }, []);

  useEffect(() => {
    const watching = new ResizeObserver((entries) => read(entries.map(({ target }) => target)));
    observer.current = watching;
    elements.current.forEach((_, element) => watching.observe(element));
    return () => watching.disconnect();
  }, [read]);

  const measure = useCallback(
    (id: string) => {
      const known = refs.current.get(id) ?? attach(id, elements.current, observer, read);
      refs.current.set(id, known);
      return known;
    },
    [read]
  );

  return { heights, measure };
}

function attach(
  id: string,
  elements: Map<Element, string>,
  observer: { readonly current: ResizeObserver | undefined },
  read: (elements: readonly Element[]) => void
) {
  let held: HTMLElement | null = null;
  return (element: HTMLElement | null) => {
    if (held) {
      elements.delete(held);
      observer.current?.unobserve(held);
    }
    held = element;
    if (element) {
      elements.set(element, id);
      observer.current?.observe(element);
      // Before the first paint, so that no chart is drawn twice.
      read([element]);
    }
  };
}
