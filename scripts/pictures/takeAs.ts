import type { Page } from '@playwright/test';

import type { RuleCard } from '../../tests/pages/ruleCard';

/**
 * Takes the breach of a card in the name of somebody, on the local host, whose only user is Admin. Until the page is loaded
 * anew it goes on saying that it was Admin.
 *
 * @param promise - by when they promise the next word, as the button says it
 */
export async function takeAs(page: Page, by: string, card: RuleCard, promise: string | RegExp): Promise<void> {
  await page.route('**/api/annotations', async (route) => {
    const said = route.request().postDataJSON() as { data?: object } | null;
    await (said?.data ? route.continue({ postData: { ...said, data: { ...said.data, by } } }) : route.continue());
  });
  const written = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/annotations')
  );
  await card.respond('I have it').click();
  await card.respond(promise).click();
  await (await written).finished();
}
