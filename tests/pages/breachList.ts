import type { Locator, Page } from '@playwright/test';

/** The list of a metric's breaches, opened. */
export class BreachList {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: /breach(es)?$/ });
  }

  get rows(): Locator {
    return this.root.getByRole('table').locator('tbody').getByRole('row');
  }

  /** The cells of a column by its header, from the newest breach on. */
  async column(name: string): Promise<string[]> {
    const headers = await this.root.getByRole('columnheader').allTextContents();
    const place = headers.indexOf(name);
    return this.rows.evaluateAll(
      (rows, index) => rows.map((row) => row.querySelectorAll('td')[index]?.textContent ?? ''),
      place
    );
  }

  get copyButton(): Locator {
    return this.root.getByRole('button', { name: /^Copy as Markdown|^Copied/ });
  }

  get saveButton(): Locator {
    return this.root.getByRole('button', { name: 'Download CSV' });
  }
}
