import { groupBy } from 'lodash';
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';

import type { Refusal } from '../src/alerting/export/alert';
import { refusalWords } from '../src/alerting/export/refusalWords';
import { english } from '../src/words/english';
import { parseMoment } from '../src/time/moment';
import { readDashboards } from './dashboards';
import { differences, writeFolder } from './folder';
import type { Writing } from './ruleFiles';
import { ruleFiles } from './ruleFiles';

const USAGE = `protocol-export [options] <dashboards…>

Writes the alert rules of dashboards with the Protocol panel: a file for each dashboard that has some. Dashboards are
JSON files, and folders of them.

  --target grafana|prometheus  what to write: provisioning files of Grafana Alerting (default), or rule files of
                               Prometheus and Mimir
  --out FOLDER                 where to write (default: alert-rules)
  --check                      write nothing; fail where the folder is not what the dashboards say
  --strict                     fail where something could not be exported
  --folder NAME                Grafana's folder of the rules (default: the dashboard's title)
  --contact-points A,B         names of Grafana's contact points: a rule that notifies one of them names it
  --grafana-url URL            where Grafana is, for links to panels in Prometheus' alerts
  --at DATE                    take rules with dates as they are then, such as 2026-03-02

Ends with 0 where all is well, with 1 where a check failed or a file could not be read, with 2 where an option is wrong.
`;

interface Options {
  paths: string[];
  out: string;
  check: boolean;
  strict: boolean;
  writing: Writing;
}

/** Runs the program. @returns its exit code */
export function main(args: string[]): number {
  let options: Options | undefined;
  try {
    options = optionsOf(args);
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (!options) {
    stdout.write(USAGE);
    return 0;
  }
  return run(options);
}

function optionsOf(args: string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      target: { type: 'string', default: 'grafana' },
      out: { type: 'string', default: 'alert-rules' },
      check: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      folder: { type: 'string' },
      'contact-points': { type: 'string', default: '' },
      'grafana-url': { type: 'string' },
      at: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return undefined;
  }
  const { target } = values;
  if (target !== 'grafana' && target !== 'prometheus') {
    throw new Error(`"${target}" is no target: grafana or prometheus`);
  }
  if (positionals.length === 0) {
    throw new Error('No dashboards were named.');
  }
  const at = values.at === undefined ? undefined : parseMoment(values.at).time;
  if (values.at !== undefined && at === undefined) {
    throw new Error(`"${values.at}" is no date such as 2026-03-02`);
  }
  const contactPoints = values['contact-points'].split(',').filter((name) => name !== '');
  const writing = { target, folder: values.folder, contactPoints, grafanaUrl: values['grafana-url'], at } as const;
  return { paths: positionals, out: values.out, check: values.check, strict: values.strict, writing };
}

function run({ paths, out, check, strict, writing }: Options): number {
  const { read, unread } = readDashboards(paths);
  const { files, refused } = ruleFiles(read, writing);
  unread.forEach(({ path, why }) => stderr.write(`${path} can't be read: ${why}\n`));
  tellRefused(refused);
  const count = files.reduce((sum, { alerts }) => sum + alerts, 0);
  const written = `${counted(count, 'alert rule')} in ${counted(files.length, 'file')}`;
  const summary = `${written} of ${counted(read.length, 'dashboard')}, ${refused.length} not exported`;
  const found = check ? differences(out, files) : [];
  if (check) {
    found.forEach(({ name, is }) => stderr.write(`${out}/${name} is ${is}\n`));
  } else {
    writeFolder(out, files);
  }
  stdout.write(`${summary}${check ? '' : `: ${out}`}\n`);
  return unread.length + found.length > 0 || (strict && refused.length > 0) ? 1 : 0;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Each once, whatever severities it has, with how to mend it. */
function tellRefused(refused: readonly Refusal[]): void {
  const bySeverity = groupBy(refused, ({ home, about, code, found }) => JSON.stringify([home, about, code, found]));
  for (const alike of Object.values(bySeverity)) {
    const [one] = alike;
    const { home, about } = one;
    const place = [home.dashboardTitle, home.panelTitle, ...(about === home.panelTitle ? [] : [about])]
      .filter((part) => part !== undefined && part !== '')
      .join(' › ');
    const severities = alike.flatMap(({ severity }) => severity ?? []).join(', ');
    const { what, instead } = refusalWords(english, one);
    stderr.write(`Not exported: ${place}${severities === '' ? '' : ` (${severities})`}: ${what} ${instead}\n`);
  }
}
