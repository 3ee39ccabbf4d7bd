import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

import { HostChart } from './hostChart';
import { RuleCard } from './ruleCard';

/** A Protocol panel on a dashboard. */
export class ProtocolPanel {
  constructor(readonly root: Locator) {}

  card(name: string): RuleCard {
    return new RuleCard(this.root.getByRole('article', { name, exact: true }));
  }

  /** The first card: the worst one in a list. */
  get firstCard(): RuleCard {
    return new RuleCard(this.root.getByRole('article').first());
  }

  get cards(): Locator {
    return this.root.getByRole('article');
  }

  get list(): Locator {
    return this.root.getByRole('list', { name: 'Metrics, worst first' });
  }

  /** The chart of the panel; of several the one at a place. */
  chart(place = 0): HostChart {
    return new HostChart(this.root.locator('.uplot').nth(place));
  }

  get charts(): Locator {
    return this.root.locator('.uplot');
  }

  /** Opens how many metrics have which answer. */
  get coverage(): Locator {
    return this.root.getByRole('button', { name: /rules? complete$/ });
  }

  /** Names what fires below what is seen, and goes there. */
  get firingBelow(): Locator {
    return this.root.getByRole('button', { name: /more (critical|warning).* below$/ });
  }

  /** Opens what can't be used of the rule sheet and the directory. */
  get sheetNotice(): Locator {
    return this.root.getByRole('button', { name: /rule sheet|rule file|match(es)? no metric|no row|directory/ });
  }

  /** Waits until the panel shows its cards. */
  async ready(): Promise<this> {
    await expect(this.cards.first()).toBeVisible();
    return this;
  }
}
