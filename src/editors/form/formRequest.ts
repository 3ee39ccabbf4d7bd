import type { FormPlace } from './formPlace';
import { createShelf } from '../shelf';

/** Somebody asked for the form of a metric's rule, from its card. */
export interface FormRequest {
  place: FormPlace;
  /** The display name of the metric. */
  metric: string;
}

/** The request that no form has answered yet. It lives as long as the page: a reload forgets it. */
export const formRequest = createShelf<FormRequest>();
