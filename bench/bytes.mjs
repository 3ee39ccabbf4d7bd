import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { tellFigures } from './tellFigures.mjs';

/** What may go over the wire for each part of the built plugin, bytes with gzip. */
const BUDGETS = {
  module: 72_000,
  'alert-rules': 18_000,
  answer: 3_000,
  breaches: 9_500,
  changes: 3_000,
  coverage: 3_000,
  'firing-below': 2_000,
  handover: 14_000,
  'look-back': 3_000,
  'look-back-offer': 2_000,
  'over-chart': 6_000,
  notices: 2_500,
  overview: 5_000,
  problems: 5_000,
  records: 10_000,
  respond: 6_000,
  responses: 16_000,
  'rule-file': 12_000,
  'rule-form': 22_000,
  'rule-way': 4_000,
  'sheet-problems': 6_000,
  sheets: 5_000,
  wall: 16_000,
  words: 15_000,
};

/** All that several of those parts share. */
const SHARED_BUDGET = 70_000;

/**
 * The gzip bytes of the built plugin, each part with its budget: what loads with the panel, each part that loads later,
 * and what these share. A part without a budget has none to spare.
 *
 * @param dist - the folder of the built plugin
 */
export function measureBytes(dist = 'dist') {
  const sizes = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name.slice(0, -3), gzipSync(readFileSync(join(dist, name)), { level: 9 }).length]);
  // Webpack numbers what it finds to be shared.
  const isShared = ([name]) => /^\d+$/.test(name);
  const shared = sizes.filter(isShared).reduce((sum, [, size]) => sum + size, 0);
  return [
    ...sizes.filter((each) => !isShared(each)).map(([name, size]) => [`${name}-gzip-bytes`, size, BUDGETS[name] ?? 0]),
    ['shared-gzip-bytes', shared, SHARED_BUDGET],
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exit(tellFigures(measureBytes()) ? 0 : 1);
}
