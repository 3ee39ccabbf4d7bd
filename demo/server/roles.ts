import type { IncomingMessage } from 'node:http';
import type { Reply } from './annotations';

/** The page says who it plays: there is no login, and this is no security. */
export const ROLE_HEADER = 'x-demo-role';

/** Who the page plays, as a login: `admin`, `editor`, `viewer`. */
export function loginOf(request: IncomingMessage): string {
  const role = request.headers[ROLE_HEADER];
  return typeof role === 'string' && role !== '' ? role.toLowerCase() : 'admin';
}

/** Whether the page plays a viewer (`?role=Viewer`). */
export function isViewer(request: IncomingMessage): boolean {
  return request.headers[ROLE_HEADER] === 'Viewer';
}

/** Grafana's answer to a viewer who wants to write annotations. */
export function viewerMayNot(method: string): Reply {
  const action = { POST: 'create', DELETE: 'delete' }[method] ?? 'write';
  return {
    status: 403,
    body: {
      accessErrorId: 'ACE0000000000',
      message: `You'll need additional permissions to perform this action. Permissions needed: annotations:${action}`,
      title: 'Access denied',
    },
  };
}
