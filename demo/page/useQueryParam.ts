import { useLocation } from 'react-router-dom';

/** A parameter of the page's URL; null where it is absent, '' where it has no value. */
export function useQueryParam(name: string): string | null {
  return new URLSearchParams(useLocation().search).get(name);
}
