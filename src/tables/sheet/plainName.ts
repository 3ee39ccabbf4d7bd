/** A header without case, spacing and punctuation, so that "Keep firing for" is `keepFiringFor`. */
export function plainName(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}<>]+/gu, '');
}
