// Serves the built site to the tests of all engines, with a listener first in each page: not every engine can be asked
// what a page complained of, so each page writes it down.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileOf } from '../../support/pages.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** A page without anything, from which a browser forgets what other pages kept. */
export const BLANK = '/blank';

/** A page with another in a frame, for windows that do not get as narrow. */
export const framed = (path: string, width: number) =>
  `/framed?width=${width}&path=${encodeURIComponent(path)}`;

/** Where a page keeps what it complains of: what the next page of the tab can read, too. */
export const COMPLAINTS = 'complaints';

/** What is around a page of the tests' own; browsers ask for no icon. */
const HEAD = '<!doctype html><link rel="icon" href="data:,"><title>Test</title>';

const LISTENER = `<script>{
  const complain = (text) =>
    sessionStorage.setItem('${COMPLAINTS}', (sessionStorage.getItem('${COMPLAINTS}') ?? '') + text + '\\n');
  const { error } = console;
  console.error = (...all) => {
    complain('console: ' + all.map((one) => one?.stack ?? one).join(' '));
    error.apply(console, all);
  };
  addEventListener('error', ({ target, message, error }) => {
    if (target === window) complain('error: ' + message + ' ' + error?.stack);
    // A hint is no loss, and Firefox calls one an error whose module has come already.
    else if (target.rel !== 'modulepreload') complain('not loaded: ' + (target.src ?? target.href));
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => complain('rejected: ' + (reason?.stack ?? reason)));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    complain('policy: ' + effectiveDirective + ' stopped ' + blockedURI));
}</script>`;

export interface Site {
  readonly origin: string;
  /** What was asked for and is not there. */
  readonly missing: string[];
  close(): void;
}

export async function serveSite(): Promise<Site> {
  const missing: string[] = [];
  const server = createServer(async ({ url = '/' }, answer) => {
    const { pathname, searchParams } = new URL(url, 'http://site');
    const send = (status: number, type: string | undefined, body: string | Buffer) =>
      answer.writeHead(status, { 'content-type': type ?? 'application/octet-stream' }).end(body);
    if (pathname === BLANK) return send(200, TYPES['.html'], HEAD);
    if (pathname === '/framed') {
      const { path, width } = Object.fromEntries(searchParams);
      return send(
        200,
        TYPES['.html'],
        `${HEAD}<iframe src="${path}" width="${width}" height="640" frameborder="0"></iframe>`,
      );
    }
    try {
      const file = fileOf(decodeURIComponent(pathname));
      const body = await readFile(file);
      const type = TYPES[extname(file)];
      if (extname(file) !== '.html') return send(200, type, body);
      return send(200, type, String(body).replace(/<head[^>]*>/, `$&${LISTENER}`));
    } catch {
      missing.push(pathname);
      return send(404, TYPES['.html'], 'There is no such page.');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    missing,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
