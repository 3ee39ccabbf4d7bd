import type { MetricProtocol } from '../protocol';

/** Until when the breach that fires is lived with, epoch ms; undefined where it is not, or no longer, or it is not live. */
export function acceptedUntil({ now, response }: Pick<MetricProtocol, 'now' | 'response'>): number | undefined {
  const until = response?.open?.response?.acceptedUntil;
  return until !== undefined && now.live && until > now.at ? until : undefined;
}
