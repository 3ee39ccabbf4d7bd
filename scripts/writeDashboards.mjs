#!/usr/bin/env node
/**
 * Writes provisioning/dashboards/*.json from provisioning/templates/*.json.
 *
 * TestData's CSV has fixed times, and git keeps no dates: the templates name their data, rules and dates, and this
 * script fills them in relative to now. The daily figures end yesterday (UTC), the weekly ones on the
 * Friday before the last working Monday.
 *
 *   node scripts/writeDashboards.mjs [--now 2026-03-02T10:00:00Z] [--out folder]
 *
 * `DASHBOARDS_NOW` serves where `--now` is not given; without either it is now.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { facesCsvs } from './dashboards/facesSeries.mjs';
import { fill } from './dashboards/fill.mjs';
import { planCsvs } from './dashboards/planSeries.mjs';
import { recordsCsvs } from './dashboards/recordsSeries.mjs';
import { responseCsvs } from './dashboards/responseSeries.mjs';
import { salesCsvs } from './dashboards/salesSeries.mjs';

const PROVISIONING = fileURLToPath(new URL('../provisioning/', import.meta.url));
const TEMPLATES = join(PROVISIONING, 'templates');

/** Writes all dashboards for the moment `now` (epoch ms) into `out` and returns the paths of the files. */
export function writeDashboards({ now = Date.now(), out = join(PROVISIONING, 'dashboards') } = {}) {
  const sources = {
    now,
    rules: readRules(),
    csvs: {
      ...keysWithPrefix('sales', salesCsvs(now)),
      ...keysWithPrefix('faces', facesCsvs(now)),
      ...keysWithPrefix('plan', planCsvs(now)),
      ...keysWithPrefix('responses', responseCsvs(now)),
      ...keysWithPrefix('records', recordsCsvs(now)),
    },
  };
  mkdirSync(out, { recursive: true });
  return jsonFilesOf(TEMPLATES).map((template) => {
    const file = join(out, basename(template));
    writeWhole(file, `${JSON.stringify(filledFile(template, sources), null, 2)}\n`);
    return file;
  });
}

function filledFile(template, sources) {
  try {
    return fill(readJson(template), sources);
  } catch (error) {
    throw new Error(`${template}: ${error.message}`, { cause: error });
  }
}

function readRules() {
  const files = jsonFilesOf(join(TEMPLATES, 'rules'));
  return Object.assign({}, ...files.map((file) => keysWithPrefix(basename(file, '.json'), readJson(file))));
}

function keysWithPrefix(prefix, values) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}/${key}`, value]));
}

function jsonFilesOf(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A running Grafana reads the folder every few seconds and must never find half a file. */
function writeWhole(file, text) {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

function optionsOf(args, env) {
  const { values } = parseArgs({ args, options: { now: { type: 'string' }, out: { type: 'string' } } });
  const nowText = values.now ?? env.DASHBOARDS_NOW;
  const now = nowText ? Date.parse(nowText) : Date.now();
  if (Number.isNaN(now)) {
    throw new Error(`"${nowText}" is no time such as 2026-03-02T10:00:00Z`);
  }
  return { now, out: values.out && resolve(values.out) };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    for (const file of writeDashboards(optionsOf(process.argv.slice(2), process.env))) {
      console.log(relative(process.cwd(), file));
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
