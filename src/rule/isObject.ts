/** Whether a value has fields that may be looked at, whatever made it; of JSON `isRecord` says more. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
