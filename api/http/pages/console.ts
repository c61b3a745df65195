import { html } from 'hono/html';
import { embedPaths } from '../../contract/embed.ts';
import { paths, staffPaths } from '../../contract/paths.ts';
import { DomainError } from '../../domain/errors.ts';
import { fileType } from '../../domain/media/names.ts';
import { termsFor } from '../../lang/index.ts';
import { webhooksIn } from '../../lang/webhooks/index.ts';
import { statisticsTerms } from '../../lang/statistics/index.ts';
import { exportsIn } from '../../lang/exports/index.ts';
import { partnerPages } from '../../lang/partners/index.ts';
import { configuratorPages } from '../../lang/configurator/index.ts';
import { myBadges } from '../../lang/my-badges/index.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { Route } from '../router.ts';
import { page, pageLocale, withLang } from './layout.ts';

/** Where moderators work, and the frame in which they look at files. Both are public: neither holds anything. */
export function consoleRoutes(deps: AppDeps): Route[] {
  return [
    { method: 'GET', path: paths.console, role: 'public', handler: (c) => consolePage(c, deps) },
    { method: 'GET', path: staffPaths.preview, role: 'public', handler: (c) => previewPage(c, deps) },
  ];
}

/** The page of the console. The element on it signs in; nobody may frame it (a framed button can be pressed unseen). */
function consolePage(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const { console: texts } = termsFor(locale);
  const media = new URL(deps.mediaOrigin).origin;
  const elsewhere = media === new URL(deps.publicUrl).origin ? '' : ` ${media}`;
  return page(
    c,
    deps,
    {
      title: texts.title,
      locale,
      widgets: true,
      noindex: true,
      languagePath: paths.console,
      csp: ["form-action 'none'", "frame-src 'self'", `media-src 'self'${elsewhere}`],
    },
    html`<h1 class="console-title">${texts.title}</h1>
      <ul class="console-more">
        ${[
          [embedPaths.partners, partnerPages[locale].desk.title],
          [embedPaths.statistics, statisticsTerms[locale].title],
          [embedPaths.configurator, configuratorPages[locale].title],
          [paths.badgeReports, myBadges[locale].desk.title],
          [embedPaths.exports, exportsIn[locale].title],
          [embedPaths.webhooks, webhooksIn[locale].title],
        ].map(([path, title]) => html`<li><a href="${withLang(path!, locale)}">${title}</a></li>`)}
      </ul>
      <ambassador-console lang="${locale}"><p>${texts.waiting}</p></ambassador-console>
      <noscript><p>${texts.needsScript}</p></noscript>`,
  );
}

/**
 * One photo or film of the club's own store, alone in a page that can do nothing: no script, no origin, no
 * form, no way out. Whatever a file turns out to be, it has nothing here to take.
 * @throws {DomainError} not_found: the address is not one of our files
 */
function previewPage(c: AppContext, deps: AppDeps): Response {
  const picture = mediaUrl(c.req.query('picture'), 'image/', deps);
  const film = mediaUrl(c.req.query('film'), 'video/', deps);
  if (!picture && !film) throw new DomainError('not_found');
  const body = film
    ? html`<video controls playsinline preload="metadata" src="${film}" poster="${picture ?? ''}"></video>`
    : html`<img src="${picture}" alt="" />`;
  const own = new URL(deps.publicUrl).origin;
  const sources = [...new Set([own, new URL(deps.mediaOrigin).origin])].join(' ');
  const document = html`<!doctype html>
    <html lang="zxx">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>…</title>
        <link rel="stylesheet" href="/assets/pages.css" />
      </head>
      <body class="preview">
        ${body}
      </body>
    </html>`;
  return new Response(String(document), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // The origins by name: a sandboxed document is no origin's own, and 'self' would mean nobody.
      'content-security-policy': `default-src 'none'; style-src ${own}; img-src ${sources}; media-src ${sources}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
  });
}

/**
 * An address of one of our own files, and nothing else; with the token that shows what is not public yet.
 * @param kind the beginning of the type that the file has to have
 */
function mediaUrl(asked: string | undefined, kind: 'image/' | 'video/', deps: AppDeps): string | undefined {
  if (asked === undefined || !URL.canParse(asked)) return undefined;
  const { origin, pathname, searchParams } = new URL(asked);
  const ours = [deps.mediaOrigin, deps.publicUrl].some((url) => new URL(url).origin === origin);
  const name = pathname.slice(paths.media.length);
  if (!ours || pathname !== paths.media + name || !fileType(name)?.startsWith(kind)) return undefined;
  const token = searchParams.get('t');
  return `${origin}${pathname}${token === null ? '' : `?t=${encodeURIComponent(token)}`}`;
}
