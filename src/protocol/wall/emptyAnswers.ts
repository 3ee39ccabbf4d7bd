import { max, partition } from 'lodash';

import { errorsOf } from './failures';
import type { NotRead, WallInput, WallPanel } from './wallInput';
import type { WallMetric } from './wallMetrics';
import { askedAtOf } from './wallMetrics';

/** When an answer must have been asked for so that the server was there to give it, epoch ms. */
export interface Proof {
  /** This or later: since then the server is within reach. */
  from: number;
  /** This or earlier: then it was asked whether it is there, and was. */
  to: number;
}

/** What a wall is told from, where an answer without values is taken for one only if it is proved. */
export interface ProvedInput extends WallInput {
  /** When the last of the answers that are not proved was asked for, epoch ms; undefined where there is none. */
  unprovedAt?: number;
}

/**
 * Leaves out the panels whose values have all gone at once, until it is proved that their server answered: Grafana makes of
 * a request that never reached it an answer without data and without an error. What was known of them stays meanwhile, and
 * so does that of a panel whose next answer is under way.
 *
 * @param former - what was shown before
 */
export function provedInput(input: WallInput, former: readonly WallMetric[], proof: Proof): ProvedInput {
  const valued = former.filter(({ metric, place }) => metric.last && place !== 'apart');
  const hadValues = new Set(valued.map(({ panelId }) => panelId));
  const isProved = (askedAt = Infinity) => askedAt >= proof.from && askedAt <= proof.to;
  const gone = input.panels.filter((panel) => hadValues.has(panel.id) && isEmpty(panel));
  const [underWay, empty] = partition(gone, isUnderWay);
  const unproved = empty.filter((panel) => !isProved(askedAtOf(panel.told.spans)));
  const doubted = new Set([...underWay, ...unproved]);
  if (doubted.size === 0) {
    return input;
  }
  const awaited = [...doubted].map(({ id, title = '' }): NotRead => ({ kind: 'panelAwaited', id, title }));
  return {
    ...input,
    panels: input.panels.filter((panel) => !doubted.has(panel)),
    notRead: [...input.notRead, ...awaited],
    unprovedAt: max(unproved.map((panel) => askedAtOf(panel.told.spans))),
  };
}

/** Whether a panel has not a single value, and nothing failed. */
function isEmpty(panel: WallPanel): boolean {
  const { told } = panel;
  return errorsOf(panel).length === 0 && (!('protocol' in told) || told.protocol.metrics.every(({ last }) => !last));
}

function isUnderWay({ told }: WallPanel): boolean {
  return 'nothing' in told && told.awaited;
}
