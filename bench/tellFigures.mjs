/**
 * Prints a line a figure: name, value, limit. One without a limit is told for what it is worth.
 *
 * @param {Array<[name: string, value: number, limit: number | undefined]>} figures
 * @returns {boolean} Whether all of them are within their limits.
 */
export function tellFigures(figures) {
  for (const [name, value, limit] of figures) {
    const figure = Number.isInteger(value) ? value : value.toPrecision(3);
    console.log([name, figure, limit].filter((part) => part !== undefined).join(' '));
  }
  return !figures.some(([, value, limit]) => value > limit);
}
