import { errorsOf } from './failures';
import type { WallInput, WallPanel } from './wallInput';
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
 * a request that never reached it an answer without data and without an error. What was known of them stays meanwhile.
 *
 * @param former - what was shown before
 */
export function provedInput(input: WallInput, former: readonly WallMetric[], proof: Proof): ProvedInput {
  const hadValues = new Set(former.filter(({ metric }) => metric.last).map(({ panelId }) => panelId));
  const isProved = (askedAt: number) => askedAt >= proof.from && askedAt <= proof.to;
  const unproved = input.panels.flatMap((panel) => {
    const askedAt = askedAtOf(panel.told.spans);
    const isDoubted = askedAt !== undefined && hadValues.has(panel.id) && isEmpty(panel) && !isProved(askedAt);
    return isDoubted ? [{ panel, askedAt }] : [];
  });
  if (unproved.length === 0) {
    return input;
  }
  const doubted = new Set(unproved.map(({ panel }) => panel));
  return {
    ...input,
    panels: input.panels.filter((panel) => !doubted.has(panel)),
    notRead: [
      ...input.notRead,
      ...unproved.map(({ panel: { id, title = '' } }) => ({ kind: 'panelAwaited' as const, id, title })),
    ],
    unprovedAt: Math.max(...unproved.map(({ askedAt }) => askedAt)),
  };
}

/** Whether a panel has an answer without a single value. */
function isEmpty(panel: WallPanel): boolean {
  const { told } = panel;
  if (errorsOf(panel).length > 0) {
    return false;
  }
  return 'protocol' in told ? told.protocol.metrics.every(({ last }) => last === undefined) : !told.awaited;
}
