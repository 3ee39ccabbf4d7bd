import type { Download, Locator } from '@playwright/test';

/** The option "Rule file" in the editor: a template, export, import. */
export class RuleFile {
  constructor(readonly root: Locator) {}

  async template(): Promise<Download> {
    return this.downloaded(() => this.root.getByRole('button', { name: 'Template (CSV)' }).click());
  }

  async export(format: 'CSV' | 'YAML'): Promise<Download> {
    await this.root.getByRole('button', { name: 'Export rules' }).click();
    const item = this.root.page().getByRole('menuitem', { name: new RegExp(`^${format}`) });
    return this.downloaded(() => item.click());
  }

  /** Chooses a file, and gives the dialog that says what it would change. */
  async choose(path: string): Promise<Locator> {
    const chooser = this.root.page().waitForEvent('filechooser');
    await this.root.getByRole('button', { name: 'Import…' }).click();
    await (await chooser).setFiles(path);
    return this.root.page().getByRole('dialog', { name: 'Import rules' });
  }

  private async downloaded(click: () => Promise<void>): Promise<Download> {
    const download = this.root.page().waitForEvent('download');
    await click();
    return download;
  }
}
