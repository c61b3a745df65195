import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import type { BadgeStatus } from '../../api/contract/badge.ts';
import type { CounterView } from '../../api/contract/counter.ts';
import type { PartnerView } from '../../api/contract/partner.ts';
import { challengeFor } from '../widgets/shared/challenge.ts';
import { feed, film, stories, story } from '../widgets/shared/stories.ts';

/**
 * Two origins on the loopback, for tests of the built files: the club's, with the widgets and as
 * much API as they need to show themselves, and a host page's, with whatever headers a test wants.
 */
export interface TwoOrigins {
  club: string;
  host: string;
  /** What the club was asked for: method, path and query. */
  asked: string[];
  /** Changes a script on its way to the page; a test may set it. */
  rewrite: (name: string, code: string, url: URL) => string;
  /** Answers in the club's place, badly or not at all, when it says so; a test may set it. */
  intercept: (url: URL, response: ServerResponse, request: IncomingMessage) => boolean;
  /** Puts a page at a path of the host's origin; `{{club}}` in its HTML and headers is the club's origin. */
  page(path: string, html: string, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

const counter: CounterView = {
  members: 237,
  goal: { members: 1000, date: '2099-12-31' },
  partner: { slug: 'ville', name: 'Ville de Mulhouse', members: 37 },
};

const partner: PartnerView = {
  partner: { slug: 'ville', name: 'Ville de Mulhouse' },
  language: 'fr',
  club: { name: 'Club des Ambassadeurs', city: 'Mulhouse', home: 'https://club.example' },
  circles: [
    { id: 'habitants', name: 'Habitants', description: 'Vous vivez ici, ou vous aimez la ville.', byInvitation: false },
    { id: 'vip', name: 'VIP', description: 'Sur invitation.', byInvitation: true },
  ],
  charter: { version: '2026-01', url: 'https://club.example/charte' },
  consents: {
    age15: 'J’ai 15 ans ou plus.',
    charter: 'J’accepte la charte.',
    newsletter: 'Je veux recevoir la lettre.',
    public: 'Mon prénom peut être montré.',
    introductions: 'On peut me mettre en relation.',
  },
  notice: { version: '2026-01', sections: [{ title: 'Qui', text: 'Le club.' }], url: 'https://club.example/legal' },
};

/** A member's badge. */
export const badgeId = 'Y7pFaiESNNFfzyanQw2T1E';
const badge: BadgeStatus = {
  id: badgeId,
  state: 'valid',
  circle: 'Habitants',
  name: 'Odile',
  domain: null,
  since: '2026-11-23',
  until: '2027-12-24',
};
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="64"><rect width="200" height="64" fill="#d13a1e"/></svg>';

const answers = new Map<string, unknown>([
  [`/b/${badgeId}/status.json`, badge],
  ['/v1/counter', counter],
  ['/v1/partners/ville', partner],
  ['/v1/partners/bakery', { ...partner, partner: { slug: 'bakery', name: 'Boulangerie' } }],
  ['/v1/stories', feed(stories(5))],
  ['/v1/challenges', await challengeFor(1)],
]);

const listen = (handler: (request: IncomingMessage, response: ServerResponse) => void) =>
  new Promise<Server>((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => resolve(server));
  });

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts both origins on free ports. */
export async function twoOrigins(widgets: string): Promise<TwoOrigins> {
  const asked: string[] = [];
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();

  const image = { type: 'image/jpeg', width: 480, height: 360, bytes: 1 };
  /** A story with a film, whose files are the club's. They are empty: what counts is who is asked for them. */
  const filmed = () => {
    const files = {
      images: [{ ...image, url: `${club}/media/x.jpg` }],
      film: { ...image, type: 'video/mp4', url: `${club}/media/x.mp4` },
      captions: [{ language: 'fr' as const, url: `${club}/media/x.vtt` }],
    };
    return feed([story(0, { kind: 'video', media: [film(0, files)] })]);
  };

  const clubServer = await listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://club');
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (two.intercept(url, response, request)) return undefined;
    // What a page tells when it goes may come while the next one is looked at already: nobody refuses it.
    if (url.pathname === '/v1/tallies') return response.writeHead(204).end();
    // As the real one: a partner that nobody knows has no counter.
    if (answers.has(url.pathname) && url.searchParams.get('partner') !== 'unknown') {
      response.setHeader('content-type', 'application/json');
      const view = url.searchParams.get('circle') === 'film' ? filmed() : answers.get(url.pathname);
      return response.end(JSON.stringify(view));
    }
    if (/^\/b\/\w+(?:-\w+)*\.svg$/.test(url.pathname))
      return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(drawing);
    if (url.pathname.startsWith('/media/'))
      return response.writeHead(200, { 'content-type': 'text/vtt' }).end('WEBVTT');
    const name = /^\/widgets\/[\d.]+\/(.+)$/.exec(url.pathname)?.[1];
    const file = name && join(widgets, normalize(`/${name}`));
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    return response.end(two.rewrite(name, readFileSync(file, 'utf8'), url));
  });

  const hostServer = await listen((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    const page = pages.get(new URL(request.url ?? '/', 'http://host').pathname);
    if (!page) return response.writeHead(404).end();
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    if (!response.hasHeader('content-type')) response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page.html);
  });

  const club = originOf(clubServer);
  const withClub = (text: string) => text.replaceAll('{{club}}', club);
  const two: TwoOrigins = {
    club,
    host: originOf(hostServer),
    asked,
    rewrite: (_name, code) => code,
    intercept: () => false,
    page(path, html, headers = {}) {
      const set = Object.entries(headers).map(([name, value]) => [name, withClub(value)]);
      pages.set(path, { html: withClub(html), headers: Object.fromEntries(set) as Record<string, string> });
    },
    async close() {
      await Promise.all([close(clubServer), close(hostServer)]);
    },
  };
  return two;
}
