import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface ProvisionedDataSource {
  name: string;
  type: string;
  uid: string;
  isDefault: boolean;
  /** Prometheus's "scrape interval", where it is set. */
  timeInterval?: string;
}

/** The data sources of provisioning/datasources, as far as the local host needs them. */
export function readDataSources(folder: string): ProvisionedDataSource[] {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .flatMap((name) => parseDataSources(readFileSync(join(folder, name), 'utf8')));
}

/**
 * Reads the flat list that a provisioning file has under `datasources:`. It is no YAML parser: one `key: value` a line,
 * one dash an entry, which is how those files are written.
 */
export function parseDataSources(yaml: string): ProvisionedDataSource[] {
  const entries: Array<Record<string, string>> = [];
  let inside = false;
  for (const line of yaml.split('\n')) {
    if (/^\S/.test(line)) {
      inside = /^datasources:/.test(line);
    }
    const pair = /^\s+(-\s+)?([A-Za-z]+):\s*(.*?)\s*(?:\s#.*)?$/.exec(line);
    if (!inside || !pair) {
      continue;
    }
    if (pair[1]) {
      entries.push({});
    }
    const entry = entries.at(-1);
    if (entry && pair[3] !== '') {
      entry[pair[2]] = pair[3].replace(/^(['"])(.*)\1$/, '$2');
    }
  }
  return entries
    .filter((entry) => entry.name && entry.type)
    .map((entry) => ({
      name: entry.name,
      type: entry.type,
      uid: entry.uid ?? entry.name,
      isDefault: entry.isDefault === 'true',
      timeInterval: entry.timeInterval,
    }));
}
