/** The points of a line, `[at, value]`, from `'12:50 1:86 0:86'`; `at` falls. */
export function lineOf(text) {
  return text.split(' ').map((point) => point.split(':').map(Number));
}

/** The value at `at` of the line through `points`, `[at, value]` with falling `at`; flat beyond both ends. */
export function lineAt(points, at) {
  const after = points.findIndex(([pointAt]) => pointAt <= at);
  if (after === -1) {
    return points.at(-1)[1];
  }
  if (after === 0) {
    return points[0][1];
  }
  const [fromAt, from] = points[after - 1];
  const [toAt, to] = points[after];
  return from + ((fromAt - at) / (fromAt - toAt)) * (to - from);
}

export function rounded(value, decimals) {
  return Number(value.toFixed(decimals));
}
