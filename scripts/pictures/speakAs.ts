import type { Page } from '@playwright/test';

/** Gives what is recorded on a page another name than that of the local host's only user. */
export async function speakAs(page: Page, by: string): Promise<void> {
  await page.route('**/api/annotations', async (route) => {
    const said = route.request().postDataJSON() as { data?: object } | null;
    await (said?.data ? route.continue({ postData: { ...said, data: { ...said.data, by } } }) : route.continue());
  });
}
