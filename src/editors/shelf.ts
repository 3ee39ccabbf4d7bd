import { useSyncExternalStore } from 'react';

/** A value that parts of the page share though no component holds them both, such as a panel and its option pane. */
export interface Shelf<T> {
  get: () => T | undefined;
  put: (value: T | undefined) => void;
  subscribe: (listener: () => void) => () => void;
}

/** An empty shelf. Listeners hear of every change, and of nothing else. */
export function createShelf<T>(): Shelf<T> {
  let held: T | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    put: (value) => {
      if (!Object.is(value, held)) {
        held = value;
        listeners.forEach((listener) => listener());
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What lies on a shelf; renders again when that changes. */
export function useShelf<T>(shelf: Shelf<T>): T | undefined {
  return useSyncExternalStore(shelf.subscribe, shelf.get);
}
