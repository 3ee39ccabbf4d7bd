import { expect } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';

/** A dashboard as its JSON, as far as a test writes it. */
export interface DashboardJson {
  uid: string;
  title: string;
  panels: unknown[];
  [key: string]: unknown;
}

/** Grafana saves no dashboard whose uid is longer. */
const LONGEST_UID = 40;

/** Dashboards that exist for one test: saved in a real Grafana, answered to the page of the local host. */
export class TemporaryDashboards {
  private readonly saved: string[] = [];

  constructor(private readonly page: Page) {}

  async add(dashboard: DashboardJson): Promise<void> {
    expect(dashboard.uid.length, `the length of the uid ${dashboard.uid}`).toBeLessThanOrEqual(LONGEST_UID);
    if (process.env.BASE_URL) {
      const reply = await this.page.request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } });
      expect(reply.status(), await reply.text()).toBe(200);
      this.saved.push(dashboard.uid);
    } else {
      // The host's annotation store knows the dashboards that its server has.
      await this.page.request.post('/api/demo/annotations', { data: { dashboards: [dashboard.uid] } });
      await this.page.route(`**/api/dashboards/uid/${dashboard.uid}`, (route) =>
        route.fulfill({ json: { dashboard, meta: { canEdit: true, canSave: false, slug: dashboard.uid } } })
      );
    }
  }

  /** What a real Grafana has saved. */
  async read(uid: string): Promise<DashboardJson> {
    const reply = await this.page.request.get(`/api/dashboards/uid/${uid}`);
    const { dashboard } = (await reply.json()) as { dashboard: DashboardJson };
    return dashboard;
  }

  async remove(): Promise<void> {
    for (const uid of this.saved) {
      await this.page.request.delete(`/api/dashboards/uid/${uid}`);
    }
  }
}
