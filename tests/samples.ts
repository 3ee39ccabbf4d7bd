import type { Page } from '@playwright/test';

/** A value and when it was taken, epoch ms. */
export interface Sample {
  time: number;
  value: number;
}

interface Dashboard {
  panels: Array<{ id: number; targets: Array<{ csvContent?: string }> }>;
}

/** The samples that a panel's first query returns: TestData's CSV, as the host under test has it. */
export async function samplesOf(page: Page, uid: string, panelId: number): Promise<Sample[]> {
  const reply = await page.request.get(`/api/dashboards/uid/${uid}`);
  const { dashboard } = (await reply.json()) as { dashboard: Dashboard };
  const csv = dashboard.panels.find(({ id }) => id === panelId)?.targets[0]?.csvContent ?? '';
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([time, value]) => ({ time: Date.parse(time), value: Number(value) }));
}

/** The first of the last unbroken run of samples for which a condition holds. */
export function startOfLastRun(samples: readonly Sample[], holds: (value: number) => boolean): Sample {
  const before = samples.findLastIndex(({ value }) => !holds(value));
  const start = samples[before + 1];
  if (!start) {
    throw new Error('The condition does not hold at the end.');
  }
  return start;
}
