import type { PanelModel } from '@grafana/data';

import { isRecord } from '../../rule/isRecord';
import type { ProtocolOptions } from '../options';

/** A panel's options as they were saved. */
export type SavedOptions = Readonly<Record<string, unknown>>;

/**
 * Brings saved options from one version to the next. Pure: it asks nobody, changes nothing that it is given, keeps what
 * it does not know, and leaves options that do not concern it as they are.
 */
export type Step = (saved: SavedOptions) => SavedOptions;

/** The version of options that say none. */
const FIRST_VERSION = 1;

/** The steps in their order, a file each, numbered by the version that they begin from. */
const STEPS: readonly Step[] = [];

/** The version of the options that this plugin writes. */
export const OPTIONS_VERSION = FIRST_VERSION + STEPS.length;

/**
 * The version of saved options.
 *
 * @returns undefined where what was saved as one is none
 */
export function versionOf({ version = FIRST_VERSION }: SavedOptions): number | undefined {
  return typeof version === 'number' && Number.isInteger(version) && version >= FIRST_VERSION ? version : undefined;
}

/** Whether a newer plugin wrote the options, or nobody can tell who did. They are left as they are. */
export function isForeign(saved: unknown): boolean {
  const version = isRecord(saved) ? versionOf(saved) : FIRST_VERSION;
  return version === undefined || version > OPTIONS_VERSION;
}

/**
 * Saved options in the newest version, whatever they are: every step from theirs on, one after the other. Those of a newer
 * version are left alone, as are those that are in the newest already.
 */
export function migrate(saved: unknown, steps: readonly Step[] = STEPS): SavedOptions {
  const options = isRecord(saved) ? saved : {};
  const version = versionOf(options);
  const newest = FIRST_VERSION + steps.length;
  if (version === undefined || version > newest || options.version === newest) {
    return options;
  }
  const migrated = steps.slice(version - FIRST_VERSION).reduce((before, step) => step(before), options);
  return { ...migrated, version: newest };
}

/**
 * Grafana's hook. It is called for every panel that another version of the plugin saved, and not on a change of type: there
 * the change handler says the version.
 */
export function migrationHandler({ options }: Pick<PanelModel<unknown>, 'options'>): Partial<ProtocolOptions> {
  return migrate(options);
}

/** Asked for every panel: a dashboard that was written by hand may say any plugin's version. */
export function shouldMigrate({ options }: Pick<PanelModel<unknown>, 'options'>): boolean {
  const version = isRecord(options) ? versionOf(options) : FIRST_VERSION;
  return version !== undefined && version < OPTIONS_VERSION;
}
