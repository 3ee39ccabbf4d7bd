import type { DashboardPage as GrafanaDashboardPage } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { ProtocolPanel } from './protocolPanel';

type GotoDashboardPage = (args: { uid: string; queryParams: URLSearchParams }) => Promise<GrafanaDashboardPage>;

/** A dashboard with Protocol panels. */
export class DashboardPage {
  private opened?: GrafanaDashboardPage;

  constructor(
    readonly page: Page,
    private readonly goto: GotoDashboardPage
  ) {}

  /** Opens a dashboard, with URL parameters such as `viewPanel`, `from` and `kiosk`. */
  async open(uid: string, parameters: Record<string, string> = {}): Promise<GrafanaDashboardPage> {
    this.opened = await this.goto({ uid, queryParams: new URLSearchParams(parameters) });
    return this.opened;
  }

  /** Opens one panel of a dashboard in full. */
  async openPanel(uid: string, id: number, parameters: Record<string, string> = {}): Promise<ProtocolPanel> {
    await this.open(uid, { ...parameters, viewPanel: String(id) });
    const panel = new ProtocolPanel(this.page.locator('[data-testid^="data-testid Panel header "]'));
    await expect(panel.root).toBeVisible();
    return panel;
  }

  panel(title: string): ProtocolPanel {
    return new ProtocolPanel(this.grafana.getPanelByTitle(title).locator);
  }

  /** Scrolls until a panel is in view: a dashboard holds those that nobody has seen yet in no other way. */
  async scrollTo(title: string): Promise<ProtocolPanel> {
    const panel = this.panel(title);
    await this.page.mouse.move(3, 400);
    await expect(async () => {
      if ((await panel.root.count()) === 0) {
        await this.page.mouse.wheel(0, 600);
      }
      await panel.root.scrollIntoViewIfNeeded({ timeout: 500 });
    }).toPass();
    return panel;
  }

  /** Plugin-e2e's page object of the dashboard. */
  get grafana(): GrafanaDashboardPage {
    if (!this.opened) {
      throw new Error('Open the dashboard first.');
    }
    return this.opened;
  }
}
