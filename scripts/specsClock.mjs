import { MINUTE } from './dashboards/time.mjs';

/** When the specs take place where nobody says otherwise: before noon of a Wednesday, so that each run is like the last one. */
const USUAL_MOMENT = '2026-03-11T10:40:00Z';
const USUAL_ZONE = 'Europe/Berlin';

/**
 * Decides when and where the specs of a run take place, and says so to every process that the run starts: `SPECS_NOW`, a
 * whole minute, and `SPECS_ZONE`, which is Node's zone, too. A real Grafana has a clock of its own (it ends sessions, it
 * evaluates alert rules), so there it is the moment at which the run begins.
 *
 * @param {NodeJS.ProcessEnv} env - what is set in it already stays
 * @returns {string} the zone
 * @throws {Error} where `SPECS_NOW` is no time
 */
export function settleSpecsClock(env) {
  const moment = Date.parse(env.SPECS_NOW ?? (env.BASE_URL ? new Date().toISOString() : USUAL_MOMENT));
  if (Number.isNaN(moment)) {
    throw new Error(`SPECS_NOW is "${env.SPECS_NOW}", no time such as ${USUAL_MOMENT}`);
  }
  env.SPECS_NOW = new Date(Math.floor(moment / MINUTE) * MINUTE).toISOString();
  env.SPECS_ZONE ??= USUAL_ZONE;
  env.TZ = env.SPECS_ZONE;
  return env.SPECS_ZONE;
}
