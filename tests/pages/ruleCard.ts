import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

/** The label of an answer. */
export type AnswerLabel = 'Act when' | 'Level' | 'Who' | 'Do' | 'Automatically' | 'If nobody acts';

/** A rule card: the state, the four answers, and what a person can do. */
export class RuleCard {
  constructor(readonly root: Locator) {}

  /** The badge: its `data-state` names the state, its text is the word. */
  get badge(): Locator {
    return this.root.locator('[data-state]');
  }

  get name(): Locator {
    return this.root.getByRole('heading', { level: 3 });
  }

  answer(label: AnswerLabel): Locator {
    return this.row(label).getByRole('definition');
  }

  /** The word before an answer, which tells on focus where the answer comes from. */
  label(label: AnswerLabel): Locator {
    return this.row(label).locator('dt').getByText(label, { exact: true });
  }

  /** All answers that are shown, by their labels. */
  async answers(): Promise<Record<string, string>> {
    return this.root
      .locator('dl > div')
      .evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((row) => [row.querySelector('dt')?.innerText.trim(), row.querySelector('dd')?.innerText.trim()])
        )
      );
  }

  get toggle(): Locator {
    return this.root.getByRole('button', { name: /^(more|less): / });
  }

  get copyButton(): Locator {
    return this.root.getByRole('button', { name: /^Copy answer/ });
  }

  get editButton(): Locator {
    return this.root.getByRole('button', { name: /^Edit rule/ });
  }

  get writeButton(): Locator {
    return this.root.getByRole('button', { name: /^Write rule/ });
  }

  /** The history of the metric in view. */
  get strip(): Locator {
    return this.root.getByRole('img', { name: /^State in the time shown/ });
  }

  get problems(): Locator {
    return this.root.getByRole('list', { name: 'Problems of the rule' }).getByRole('listitem');
  }

  get figures(): Locator {
    return this.root.getByRole('list', { name: 'In the time shown' });
  }

  /** Opens the list of the breaches in view. */
  get breaches(): Locator {
    return this.root.getByRole('button', { name: /^\d+ breach(es)?: / });
  }

  /** A button of what a person records. */
  respond(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Opens the card where it is closed. */
  async open(): Promise<void> {
    if ((await this.toggle.getAttribute('aria-expanded')) === 'false') {
      await this.toggle.click();
    }
  }

  /**
   * Waits until the first card of a panel that fires, without a response or an alert rule, has all that is loaded late, and is
   * drawn with it: what people did is drawn on the chart, too.
   */
  async settled(): Promise<void> {
    await expect(this.root).toContainText('No recorded response yet.');
    await expect(this.root).toContainText('No alert rule is linked');
    await this.root.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined))))
    );
  }

  private row(label: AnswerLabel): Locator {
    return this.root
      .locator('dl > div')
      .filter({ has: this.root.page().locator('dt').getByText(label, { exact: true }) });
  }
}
