import type { BrowserContextOptions } from '@playwright/test';
import { expect, request } from '@playwright/test';

interface Credentials {
  user?: string;
  password?: string;
}

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** A real Grafana renews a session's token after ten minutes, and shuts out whoever shares the session and has the old one. */
const KEPT_MS = 5 * 60_000;

/** The session of this worker. */
let session: { since: number; state: StorageState } | undefined;

/** Cookies of somebody who is logged in to a real Grafana: each worker has a session of its own, and a new one in time. */
export async function loggedIn(baseURL: string | undefined, credentials: Credentials): Promise<StorageState> {
  if (!session || Date.now() - session.since > KEPT_MS) {
    session = { since: Date.now(), state: await login(baseURL, credentials) };
  }
  return session.state;
}

async function login(baseURL: string | undefined, { user, password }: Credentials): Promise<StorageState> {
  const client = await request.newContext({ baseURL, storageState: undefined });
  try {
    const reply = await client.post('/login', { data: { user, password } });
    expect(reply.status(), `login at ${baseURL} as ${user}`).toBe(200);
    return await client.storageState();
  } finally {
    await client.dispose();
  }
}
