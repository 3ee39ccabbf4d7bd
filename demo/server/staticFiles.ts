import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Sends a file of the folder; false where there is none, and for paths that leave the folder. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  name: string,
  cache: 'always' | 'never'
): boolean {
  const path = normalize(join(folder, name));
  if (!path.startsWith(folder + sep)) {
    return false;
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    return false;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    'Content-Length': stat.size,
    'Cache-Control': cache === 'always' ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  if (request.method === 'HEAD') {
    response.end();
  } else {
    createReadStream(path).pipe(response);
  }
  return true;
}
