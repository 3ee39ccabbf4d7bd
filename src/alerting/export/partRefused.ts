import { isEqual } from 'lodash';

import type { Alert, Refusal, RefusalCode } from './alert';

/** An alert, and why an engine can't have it. */
interface Judged {
  alert: Alert;
  /** Undefined where it can. */
  code?: RefusalCode;
}

/**
 * Parts the alerts that an engine takes from those that it refuses. Of a series with a rule of its own that is refused at
 * every level it is said that it is in no rule: the default rule of its query leaves it out.
 */
export function partRefused(judged: readonly Judged[]): { taken: Alert[]; refused: Refusal[] } {
  const taken = judged.filter(({ code }) => code === undefined).map(({ alert }) => alert);
  const refused = judged.flatMap(({ alert, code }) => (code === undefined ? [] : [refusalOf(alert, code, taken)]));
  return { taken, refused };
}

function refusalOf(alert: Alert, code: RefusalCode, taken: readonly Alert[]): Refusal {
  const { home, name, severity, series, query } = alert;
  const isLeftOut =
    series.kind === 'only' &&
    !taken.some((one) => one.query.refId === query.refId && isEqual([one.home, one.series], [home, series]));
  return { code, home, about: name ?? home.panelTitle, severity, ...(isLeftOut && { isLeftOut }) };
}
