import { storyLimits } from '../../contract/limits.ts';
import { matchLocale, type Locale } from '../../contract/locales.ts';
import { FeedQuery } from '../../contract/story.ts';
import { slugPattern } from '../../contract/text.ts';
import { refuseField } from '../../domain/errors.ts';
import { findPartner } from '../../domain/partners/admit.ts';
import type { FeedFilter } from '../../domain/stories/ports.ts';
import { readFeed, readStory, siteOf, type Site } from '../../domain/stories/read.ts';
import { openCursor, sealCursor } from '../cursor.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';
import type { ReadCache } from '../read-cache.ts';
import { readyJson, sendReady, type ReadyBody } from '../respond.ts';
import type { Route } from '../router.ts';
import { validate } from '../validate.ts';

/** What makes one feed differ from another, in the order of its key. */
const asked = ['partner', 'circle', 'kind', 'language', 'tag', 'from', 'order', 'limit'] as const;

/** Stories in an answer when nobody says how many. */
const usual = 12;

/**
 * What everybody reads. First pages and single stories come from memory; every write that changes what is
 * public clears it. Browsers keep nothing without asking: what was withdrawn is gone from every page at once.
 */
export function storyRoutes(deps: AppDeps, cache: ReadCache<ReadyBody>): Route[] {
  const { defaultLanguage } = deps.club;

  const own = new URL(deps.publicUrl).origin;

  /**
   * A page of another origin is no page of the club's, whatever partner it names: it gets what an author has
   * permitted for partners' sites. (Browsers say where a request comes from, on the club's own pages or not.)
   */
  function siteFor(c: AppContext, site: Site): Site {
    return isElsewhere(c) ? 'partners' : site;
  }
  function isElsewhere(c: AppContext): boolean {
    const origin = header(c, 'origin');
    return origin !== undefined && origin !== own;
  }
  const placeOf = (c: AppContext) => (isElsewhere(c) ? 'elsewhere' : 'here');

  function feed(c: AppContext): Response | Promise<Response> {
    const query = c.req.query();
    const locale = matchLocale(query['lang'], defaultLanguage);
    // As a visitor wrote it: it finds something only if it was checked before and kept.
    const key = `feed|${placeOf(c)}|${locale}|${asked.map((name) => query[name] ?? '').join('|')}`;
    const ready = query['after'] ? undefined : cache.get(key);
    return ready ? sendReady(c, ready) : read(c, query, locale, key);
  }

  async function read(c: AppContext, query: Record<string, string>, locale: Locale, key: string): Promise<Response> {
    const asking = await filterOf(deps, query);
    const filter = { ...asking, site: siteFor(c, asking.site) };
    const page = async () => {
      const { feed, end } = await readFeed(deps, filter, locale);
      const next = end ? sealCursor(deps.keys, 'stories', [end.featured, end.publishedAt, end.id]) : null;
      return { ...feed, next };
    };
    // Only first pages are kept: there are as many others as there are stories.
    if (filter.after) return sendReady(c, readyJson(await page(), 0, {}, quick));
    return sendReady(c, await cache.load(key, async () => readyJson(await page(), 0)));
  }

  function show(c: AppContext): Response | Promise<Response> {
    const id = c.req.param('id') ?? '';
    const slug = c.req.query('partner') ?? '';
    const locale = matchLocale(c.req.query('lang'), defaultLanguage);
    const key = `story|${placeOf(c)}|${locale}|${slug}|${id}`;
    const ready = cache.get(key);
    return ready ? sendReady(c, ready) : readOne(c, id, slug, locale, key);
  }

  async function readOne(c: AppContext, id: string, slug: string, locale: Locale, key: string): Promise<Response> {
    const site = siteFor(c, siteOf(slug === '' ? undefined : await findPartner(deps, slug)));
    return sendReady(c, await cache.load(key, async () => readyJson(await readStory(deps, id, site, locale), 0)));
  }

  return [
    { method: 'GET', path: '/v1/stories', role: 'public', handler: feed },
    { method: 'GET', path: '/v1/stories/:id', role: 'public', handler: show },
  ];
}

/** Brotli's quality for what is sent once. */
const quick = 4;

/**
 * What to ask the storage for. Whatever is not known to this club is refused, never a key.
 * @throws {DomainError} invalid_request, partner_unknown, partner_paused
 */
export async function filterOf(deps: AppDeps, query: Record<string, string>): Promise<FeedFilter> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const { partner, from, order = 'featured', limit = usual, after, ...rest } = validate(FeedQuery, given);
  if (rest.circle && !deps.club.circles.some(({ id }) => id === rest.circle)) refuseField('circle', 'circle_unknown');
  if (rest.tag && !deps.club.tags.some(({ id }) => id === rest.tag)) refuseField('tag', 'invalid');
  const site = siteOf(partner === undefined ? undefined : await findPartner(deps, partner));
  const [featured = 0, publishedAt = 0, id = 0] = after ? openCursor(deps.keys, 'stories', after) : [];
  return {
    site,
    order,
    limit: Math.min(limit, storyLimits.page),
    ...(rest.circle && { circle: rest.circle }),
    ...(rest.kind && { kind: rest.kind }),
    ...(rest.language && { language: rest.language }),
    ...(rest.tag && { tag: rest.tag }),
    ...(from !== undefined && { partnerId: await toldOn(deps, from) }),
    ...(after && { after: { featured, publishedAt, id } }),
  };
}

/** A partner that is paused now has stories that were told before. */
async function toldOn({ storage }: AppDeps, slug: string): Promise<number> {
  const partner = slugPattern.test(slug) ? await storage.partnerBySlug(slug) : undefined;
  return partner?.id ?? refuseField('from', 'invalid');
}
