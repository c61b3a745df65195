import { embedPaths } from '../../contract/embed.ts';
import { describeAddress, type EmbedDescription } from '../../domain/embed/describe-address.ts';
import { refuseField } from '../../domain/errors.ts';
import { escapeMarkup } from '../../domain/markup.ts';
import { embedTerms } from '../../lang/embed/index.ts';
import { storyPages } from '../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { problem } from '../problem.ts';
import { apiHeaders } from '../respond.ts';
import type { Route } from '../router.ts';

/** Seconds: what has been withdrawn is not described for long. */
const fresh = 300;

/** oEmbed 1.0: what a page has to show in place of an address of ours. */
export function oembedRoutes(deps: AppDeps): Route[] {
  return [{ method: 'GET', path: embedPaths.oembed, role: 'public', handler: (c) => answer(c, deps) }];
}

async function answer(c: AppContext, deps: AppDeps): Promise<Response> {
  const format = c.req.query('format') ?? 'json';
  // Not ours to refuse by a code of our own: the standard says which status this has (§2.3.2).
  if (format !== 'json' && format !== 'xml') return problem(c, 'invalid_request', { status: 501 });
  const most = { width: numberOf(c, 'maxwidth'), height: numberOf(c, 'maxheight') };
  const described = await describeAddress(deps, c.req.query('url') ?? '');
  const fields = fieldsOf(deps, described, most);
  const type = format === 'json' ? 'application/json' : 'text/xml; charset=utf-8';
  return new Response(format === 'json' ? JSON.stringify(fields) : xmlOf(fields), {
    headers: { ...apiHeaders, 'content-type': type, 'cache-control': `public, max-age=${fresh}` },
  });
}

function numberOf(c: AppContext, name: string): number {
  const value = c.req.query(name);
  if (value === undefined || value === '') return Number.POSITIVE_INFINITY;
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : refuseField(name, 'invalid');
}

type Fields = Record<string, string | number>;

/** In the order of the standard, §2.3.4. */
function fieldsOf(
  deps: Pick<AppDeps, 'club' | 'publicUrl'>,
  { locale, widget, author, frame, thumbnail }: EmbedDescription,
  most: { width: number; height: number },
): Fields {
  const { club, publicUrl } = deps;
  const title =
    author === undefined
      ? embedTerms[locale].titles[widget](club.city[locale])
      : storyPages[locale].story.title(author);
  const width = frame && Math.min(frame.width, most.width);
  const height = frame && Math.min(frame.height, most.height);
  const fits = thumbnail && thumbnail.width <= most.width && thumbnail.height <= most.height;
  return {
    type: frame ? 'rich' : 'link',
    version: '1.0',
    title,
    ...(author !== undefined && { author_name: author }),
    provider_name: club.name[locale],
    provider_url: `${new URL(publicUrl).origin}/`,
    cache_age: fresh,
    ...(fits && { thumbnail_url: thumbnail.url, thumbnail_width: thumbnail.width, thumbnail_height: thumbnail.height }),
    ...(frame && { html: frameMarkup(frame.src, title, width!, height!), width: width!, height: height! }),
  };
}

/** The page around names itself to the frame by its origin alone. */
function frameMarkup(src: string, title: string, width: number, height: number): string {
  const attributes = { src, title, width, height, loading: 'lazy', referrerpolicy: 'strict-origin' };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeMarkup(String(value))}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}

/** XML 1.0 §2.2 has no place for two characters that Unicode keeps free; all others are text. */
function xmlOf(fields: Fields): string {
  const elements = Object.entries(fields).map(([name, value]) => {
    const text = escapeMarkup(String(value)).replace(/[\ufffe\uffff]/g, '');
    return `<${name}>${text}</${name}>`;
  });
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join('')}</oembed>\n`;
}
