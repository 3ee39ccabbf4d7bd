/** Larger files are no rules that anybody wrote. */
export const MOST_BYTES = 5_000_000;
