import { PanelPlugin } from '@grafana/data';

import { TIME_SERIES, importHostPlugin } from '../chart/hostPlugin';
import { ensureEnglish } from '../locales/ensureEnglish';
import { ProtocolPanel } from './ProtocolPanel';
import { borrowFieldConfig } from './borrowFieldConfig';
import { changeHandler } from './changeHandler';
import { migrationHandler, shouldMigrate } from './migrations/migrate';
import { addPanelOptions } from './panelOptions';
import type { ProtocolOptions } from './options';

/** Builds the panel plugin, once there are words to say, and the host chart, whose options it borrows. */
export async function createPlugin(): Promise<PanelPlugin<ProtocolOptions>> {
  const [host] = await Promise.all([importHostPlugin(TIME_SERIES), ensureEnglish()]);
  return new PanelPlugin<ProtocolOptions>(ProtocolPanel)
    .useFieldConfig(borrowFieldConfig(host))
    .setPanelOptions(addPanelOptions)
    .setPanelChangeHandler(changeHandler)
    .setMigrationHandler(migrationHandler, shouldMigrate)
    .setDataSupport({ annotations: true, alertStates: true });
}
