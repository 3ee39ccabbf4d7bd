import type { FoundPanel } from '../../frames/foundPanel';
import { parseDuration } from '../../time/duration';
import { MINUTE, SECOND } from '../../time/units';

/** How often an engine judges where the panel does not say. */
export const DEFAULT_STEP_MS = MINUTE;

/** Grafana's engine counts in these. */
const GRAIN_MS = 10 * SECOND;

/** What Prometheus' interval of scrapes is taken for where nobody says. */
const SCRAPE_MS = 15 * SECOND;

/**
 * How often the panel's states are judged: the step of its fixed look-back, in whole ten seconds, which both engines
 * know; a minute where it judges what is in view, whose step changes with every zoom.
 */
export function stepOf({ judged }: Pick<FoundPanel, 'judged'>): number {
  const step = judged.judgeOn === 'fixed' && typeof judged.step === 'string' ? parseDuration(judged.step) : undefined;
  return step !== undefined && step > 0 ? Math.ceil(step / GRAIN_MS) * GRAIN_MS : DEFAULT_STEP_MS;
}

/** Puts a step into a PromQL expression where it asks for Grafana's. */
export function fillStep(expression: string, stepMs: number): string {
  const rateMs = Math.max(stepMs + SCRAPE_MS, 4 * SCRAPE_MS);
  const names: Readonly<Record<string, string>> = {
    __interval: `${stepMs / SECOND}s`,
    __interval_ms: String(stepMs),
    __rate_interval: `${rateMs / SECOND}s`,
    __rate_interval_ms: String(rateMs),
  };
  return expression.replace(/\$(__\w+)|\$\{(__\w+)\}/g, (written, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? '';
    return Object.hasOwn(names, name) ? names[name] : written;
  });
}

/** Whether an expression asks for how long a view is: an engine has none. */
export function asksForView(expression: string): boolean {
  return /\$\{?__(range|from|to)\b|\$\{?__range_/.test(expression);
}
