import type { BrowserContextOptions } from '@playwright/test';
import { expect, request } from '@playwright/test';

interface Credentials {
  user?: string;
  password?: string;
}

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/**
 * Cookies of somebody who is logged in to a real Grafana, in a session of their own: it renews a session's token after ten
 * minutes of the page's clock, which tests move, and shuts out whoever shares the session and has the old one.
 */
export async function loggedIn(baseURL: string | undefined, { user, password }: Credentials): Promise<StorageState> {
  const client = await request.newContext({ baseURL, storageState: undefined });
  try {
    const reply = await client.post('/login', { data: { user, password } });
    expect(reply.status(), `login at ${baseURL} as ${user}`).toBe(200);
    return await client.storageState();
  } finally {
    await client.dispose();
  }
}
