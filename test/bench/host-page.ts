/** A partner's page with a club behind it, each on an origin of its own. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../api/config.ts';
import { startServer } from '../../api/server.ts';
import { buildIfStale } from '../../demo/build.ts';
import { tempDir } from '../support/temp.ts';
import { bringBadge } from './badge-holders.ts';
import { benchBadge, slug } from './club.ts';
import { bringStories } from './stories.ts';

/** Where in the page a widget stands. */
export type Place = 'in view' | 'below the view';

export interface HostPage {
  /** Where the club is. */
  club: string;
  /** The address of a page with one widget. */
  url(widget: string, place: Place): string;
  /** Puts a page on the partner's site, with a picture and some text around what it shows, and answers its address. */
  add(name: string, head: string, markup: string): string;
  close(): Promise<void>;
}

/** As many as the carousel asks for. */
const stories = 12;

const text =
  '<p>Le marché du canal couvert ouvre ses portes à sept heures. Les maraîchers du Sundgau y vendent leurs ' +
  'légumes, les fromagers de la vallée de Munster leurs meules, et le café du coin sert le premier crème de la ' +
  'journée à qui n’a pas encore tout à fait ouvert les yeux.</p>';

const fallback: Record<string, string> = {
  signup: '<a href="/join">Devenir ambassadeur de Mulhouse</a>',
  counter: '<a href="/">Le club des ambassadeurs de Mulhouse</a>',
  // The picture would come without the widget, too: what counts here is what the widget adds.
  badge: `<a href="/b/${benchBadge}" rel="noopener"><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E" width="200" height="64" alt="Ambassadrice de Mulhouse"></a>`,
};

function html(club: string, widget: string, place: Place): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le marché</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <script type="module" src="${club}/widgets/1/loader.js"></script></head>
    <body>${text.repeat(place === 'in view' ? 1 : 20)}
    <ambassador-${widget} partner="${slug}" badge="${benchBadge}">${fallback[widget] ?? ''}</ambassador-${widget}>
    ${text.repeat(20)}</body></html>`;
}

const picture = readFileSync(new URL('../../demo/picture.webp', import.meta.url));

/** An article as papers print them. The picture is the largest thing in view, and not the widgets' doing. */
function article(head: string, markup: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le marché</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}</head>
    <body><h1>Le marché</h1><img src="/picture.webp" width="380" height="380" alt="">${text.repeat(10)}${markup}
    ${text.repeat(10)}<p id="end">Mulhouse</p></body></html>`;
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** A port that was free a moment ago: the club has to know its address before it listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Serves the built widgets from a real club, and pages that use them. */
export async function openHostPage(): Promise<HostPage> {
  await buildIfStale();
  const dir = tempDir();
  const config = parseConfig({
    MODE: 'demo',
    PORT: String(await freePort()),
    DATA_DIR: dir.path,
    LOG_LEVEL: 'silent',
    SIGNUPS_PER_MINUTE: '10000',
  });
  const added = new Map<string, string>();
  const host = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? '/', 'http://host');
    if (pathname === '/picture.webp') return void response.setHeader('content-type', 'image/webp').end(picture);
    const place = searchParams.get('place') as Place;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(added.get(pathname) ?? html(config.publicUrl, searchParams.get('widget') ?? '', place));
  });
  const origin = `http://localhost:${await listen(host)}`;
  const club = await startServer(config, {
    prepare: async (deps) => {
      const { storage, clock } = deps;
      const partner = { slug, kind: 'city', name: 'Ville de Mulhouse (démo)', origins: [origin] };
      const id = await storage.insertPartner({ ...partner, status: 'active' }, clock.now());
      await bringBadge(deps, id);
      await bringStories(deps, id, stories, false);
    },
  });
  return {
    club: config.publicUrl,
    add(name, head, markup) {
      added.set(`/${name}`, article(head, markup));
      return `${origin}/${name}`;
    },
    url: (widget, place) => `${origin}/?${new URLSearchParams({ widget, place })}`,
    async close() {
      host.closeAllConnections();
      await new Promise((resolve) => host.close(resolve));
      await club.stop();
      dir.remove();
    },
  };
}
