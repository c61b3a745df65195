/** Serves the three partner sites, each on an origin of its own and under a policy of its own. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../api/server.ts';
import { fill, readDemoFile } from './files.ts';
import { sites, type Site } from './sites.ts';

export interface PartnerOptions {
  /** Origin of the club. */
  club: string;
  /** One port per site, in their order; 0, or none, takes any. */
  ports: readonly number[];
  /** Address to listen on. */
  host: string;
  /** Pages reload when `reload()` is called. It opens their policies a little: for development only. */
  live?: boolean;
}

export interface PartnerSites {
  sites: { slug: string; name: string; origin: string }[];
  /** Makes every open page load again; does nothing unless `live`. */
  reload(): void;
  close(): Promise<void>;
}

const reloadScript = "new EventSource('/live').addEventListener('change', () => location.reload());\n";

/** @throws {StartError} when a port is taken; nothing is left listening then */
export async function servePartners(options: PartnerOptions): Promise<PartnerSites> {
  const listeners = new Set<ServerResponse>();
  const servers: Server[] = [];
  const close = async () => {
    for (const response of listeners) response.end();
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      ),
    );
  };
  try {
    const served = [];
    for (const [index, site] of sites.entries()) {
      const server = createServer((request, response) => {
        answer(site, options, listeners, request, response).catch((error: unknown) => {
          console.error(`${site.slug}: ${request.url} failed.`, error);
          if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
          response.end();
        });
      });
      await listen(server, options.ports[index] ?? 0, options.host);
      servers.push(server);
      const { port } = server.address() as AddressInfo;
      served.push({ slug: site.slug, name: site.name, origin: `http://${shownHost(options.host)}:${port}` });
    }
    return {
      sites: served,
      reload() {
        for (const response of listeners) response.write('event: change\ndata:\n\n');
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a browser on this machine types: a loopback or catch-all address is `localhost`. */
function shownHost(host: string): string {
  return ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host) ? 'localhost' : host;
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(
      `Port ${port} on ${host} is in use, so a partner site could not start. Nothing is running. Choose others: PORT=${port + 10} npm start`,
    );
  }
}

async function answer(
  site: Site,
  options: PartnerOptions,
  listeners: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0]!;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  if (options.live && path === '/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  const file =
    options.live && path === '/live.js'
      ? { body: reloadScript, type: 'text/javascript; charset=utf-8' }
      : await readDemoFile(new URL(`partners/${site.folder}/`, import.meta.url), path.slice(1) || 'index.html');
  const nonce = randomBytes(16).toString('base64');
  const headers = { ...siteHeaders(site, options, nonce), 'content-type': file?.type ?? 'text/plain; charset=utf-8' };
  const body = file?.type.startsWith('text/html') ? page(file.body, options, nonce) : file?.body;
  response.writeHead(file ? 200 : 404, headers);
  response.end(request.method === 'HEAD' ? undefined : (body ?? 'Il n’y a rien à cette adresse.\n'));
}

function page(body: string, { club, live }: PartnerOptions, nonce: string): string {
  const filled = fill(body, { club, nonce });
  return live
    ? filled.replace('</head>', `<script type="module" src="/live.js" nonce="${nonce}"></script></head>`)
    : filled;
}

function siteHeaders(site: Site, { club, live }: PartnerOptions, nonce: string): Record<string, string> {
  const csp = site.csp(club, nonce);
  if (live) {
    const open = (name: string) =>
      (csp[name] = [csp[name], "'self'"].filter((one) => one && one !== "'none'").join(' '));
    open('connect-src');
    if (!csp['script-src']?.includes('nonce-')) open('script-src');
  }
  return {
    'content-security-policy': Object.entries(csp)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    // The club checks where a sign-up comes from: an origin is all it needs.
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'no-cache',
  };
}
