/** A text, or undefined: what is no text says nothing where one belongs. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
