/** The frame of every page for people: works without JavaScript, without cookies, without a third party. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { embedPaths, type EmbedTheme } from '../../contract/embed.ts';
import { isLocale, languageAmong, locales, matchLocale, type Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { termsFor, type ServerTerms } from '../../lang/index.ts';
import { configuratorPages } from '../../lang/configurator/index.ts';
import { badgePages } from '../../lang/badge-pages/index.ts';
import { storyPages } from '../../lang/stories-pages/index.ts';
import { verifyPages } from '../../lang/verdicts/index.ts';
import { header, type AppContext, type AppDeps } from '../env.ts';

/** Without an audit the law wants "non conforme" said; an audit file will change this. */
export const conformity = 'none';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageOptions {
  title: string;
  locale: Locale;
  status?: number;
  /** Extra directives, after the closed default. */
  csp?: string[];
  /** Origins that may frame this page; nobody otherwise. */
  frameAncestors?: string[];
  /** `no-referrer` for pages behind a token; `same-origin` where a form must send its origin. */
  referrerPolicy?: 'no-referrer' | 'same-origin';
  /** Bare pages are shown inside a partner's frame: no header, no footer, no way out but the form. */
  bare?: boolean;
  /** The scheme of a bare page, where the page around it was written for one; else it follows the reader's. */
  theme?: EmbedTheme;
  /** Loads the widgets. */
  widgets?: boolean;
  noindex?: boolean;
  /** Shows photos and films, which may lie on an origin of their own. */
  media?: boolean;
  /** Shows stories: their style sheet comes along. */
  stories?: boolean;
  /** Shows badges: their style sheet comes along, and the script that copies what stands in a field. */
  badges?: boolean;
  /** Style sheets and scripts of this area, by their names in `assets.ts`. A page with a script may ask our own origin. */
  sheets?: readonly string[];
  scripts?: readonly string[];
  /** What else stands in the head: a canonical address, what social networks read. */
  head?: Html;
  /** Asks for camera and microphone, and shows again what they recorded. */
  camera?: boolean;
  /** Where the language links lead; without it there are none (pages behind a token, results of a form). */
  languagePath?: string;
}

/**
 * The language of a page: `?lang=`, else what the browser prefers, else the club's.
 * @param among those that the pages around it are in; empty: any. What an address asks for is somebody's choice and counts
 */
export function pageLocale(c: AppContext, { club }: Pick<AppDeps, 'club'>, among: readonly Locale[] = []): Locale {
  const usual = languageAmong(among, club.defaultLanguage);
  const asked = c.req.query('lang');
  if (asked !== undefined) return matchLocale(asked, usual);
  for (const part of (header(c, 'accept-language') ?? '').split(',').slice(0, 8)) {
    const primary = part.split(';', 1)[0]!.trim().split('-', 1)[0]!.toLowerCase();
    if (isLocale(primary) && languageAmong(among, primary) === primary) return primary;
  }
  return usual;
}

/** Adds `?lang=` to a path of ours. */
export function withLang(path: string, locale: Locale): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;
}

/** The club's flame, drawn for this club: decorative wherever it stands. */
export const flame = raw(
  '<svg class="flame" viewBox="0 0 24 32" aria-hidden="true" focusable="false"><path d="M12.6 0c.9 5.2-1.4 8-3.900 11C6.200 14 3.600 16.700 3.600 21.200 3.600 27.300 7.600 32 12.400 32s8.600-4.300 8.600-10c0-3.600-1.500-6.700-3.400-9.200-.3 1.900-1.100 3.300-2.400 4.300C15.600 10.800 15.400 4.700 12.600 0Z"/><path class="flame-core" d="M12.500 17.500c.4 2.500-3.300 3.900-3.300 7.400 0 2.500 1.500 4.300 3.300 4.300s3.300-1.700 3.300-4.200c0-3-2.600-4.200-3.300-7.500Z"/></svg>',
);

export async function page(c: AppContext, deps: AppDeps, options: PageOptions, main: Html): Promise<Response> {
  const { locale } = options;
  const terms = termsFor(locale);
  const club = deps.club.name[locale];
  const document = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${deps.club.colours.accent}" />
        ${options.noindex ? html`<meta name="robots" content="noindex" />` : ''}
        <title>${terms.site.pageTitle(options.title, club)}</title>
        <link rel="icon" href="/assets/flame.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/pages.css" />
        ${options.stories ? html`<link rel="stylesheet" href="/assets/stories.css" />` : ''}
        ${
          options.badges
            ? html`<link rel="stylesheet" href="/assets/badges.css" />
                <script type="module" src="/assets/copy.js"></script>`
            : ''
        }
        ${(options.sheets ?? []).map((name) => html`<link rel="stylesheet" href="/assets/${name}" />`)}
        ${(options.scripts ?? []).map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
        ${options.head ?? ''} ${options.widgets ? html`<script type="module" src="/widgets/1/loader.js"></script>` : ''}
      </head>
      <body class="${options.bare ? `bare theme-${options.theme ?? 'auto'}` : 'page'}">
        ${options.bare ? main : chrome(deps, terms, options, main)}
      </body>
    </html>`;
  return new Response(String(document), { status: options.status ?? 200, headers: pageHeaders(deps, options) });
}

/**
 * Leads to another page of ours (RFC 9110 §15.4.4): what was posted is not posted again.
 * @param path a path on this host, never what somebody sent
 * @param cookies `Set-Cookie` lines
 */
export function seeOther(deps: AppDeps, path: string, cookies: string[] = []): Response {
  const headers = new Headers(pageHeaders(deps, { title: '', locale: deps.club.defaultLanguage }));
  headers.set('location', path);
  for (const line of cookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}

function chrome(deps: AppDeps, terms: ServerTerms, options: PageOptions, main: Html): Html {
  const { locale } = options;
  const { site } = terms;
  const link = (path: string, text: string) => html`<li><a href="${withLang(path, locale)}">${text}</a></li>`;
  return html`<a class="skip" href="#main">${site.skipToContent}</a>
    <header class="site-header">
      <a class="brand" href="${withLang(paths.home, locale)}">${flame}<span>${deps.club.name[locale]}</span></a>
      <div class="site-links">
        <a class="to-stories" href="${withLang(paths.storiesPage, locale)}">${storyPages[locale].list.title}</a>
        <a class="mine" href="${withLang(paths.myStoriesPage, locale)}">${terms.signIn.myStories}</a>
        <a href="${withLang(paths.myBadgesPage, locale)}">${badgePages[locale].meaning.mine}</a>
        ${
          options.languagePath === undefined
            ? ''
            : html`<nav aria-label="${site.languages}">
                <ul class="languages">
                  ${locales.map(
                    (one) =>
                      html`<li>
                        <a
                          href="${withLang(options.languagePath!, one)}"
                          lang="${one}"
                          hreflang="${one}"
                          ${one === locale ? raw('aria-current="true"') : ''}
                          >${termsFor(one).site.languageName}</a
                        >
                      </li>`,
                  )}
                </ul>
              </nav>`
        }
      </div>
    </header>
    <main id="main">${main}</main>
    <footer class="site-footer">
      ${deps.mode === 'demo' ? html`<p class="demo-note">${site.demo}</p>` : ''}
      <ul aria-label="${site.about}">
        ${link(paths.storiesPage, storyPages[locale].list.title)}
        ${link(paths.badges, badgePages[locale].meaning.short)} ${link(paths.verify, verifyPages[locale].title)}
        ${link(embedPaths.configurator, configuratorPages[locale].short)} ${link(paths.charter, site.charter)}
        ${link(paths.privacy, site.privacy)} ${link(paths.legal, site.legal)}
        ${link(paths.accessibility, site.accessibility[conformity])}
      </ul>
    </footer>`;
}

function pageHeaders(deps: AppDeps, options: PageOptions): Record<string, string> {
  const isElsewhere = options.media && deps.mediaOrigin !== new URL(deps.publicUrl).origin;
  const mediaOrigin = isElsewhere ? ` ${deps.mediaOrigin}` : '';
  const csp = [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' data:${mediaOrigin}`,
    ...(options.media ? [`media-src 'self'${mediaOrigin}${options.camera ? ' blob:' : ''}`] : []),
    ...(options.widgets
      ? ["script-src 'self'", "connect-src 'self'", "require-trusted-types-for 'script'", 'trusted-types lit-html']
      : []),
    ...(options.scripts && !options.widgets ? ["connect-src 'self'"] : []),
    ...((options.badges || options.scripts) && !options.widgets
      ? ["script-src 'self'", "require-trusted-types-for 'script'", "trusted-types 'none'"]
      : []),
    "base-uri 'none'",
    `frame-ancestors ${options.frameAncestors?.join(' ') || "'none'"}`,
    ...(options.csp ?? ["form-action 'self'"]),
  ].join('; ');
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': options.locale,
    'cache-control': 'no-store',
    'content-security-policy': csp,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': options.camera
      ? 'camera=(self), geolocation=(), microphone=(self), payment=()'
      : 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': options.referrerPolicy ?? 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(deps.publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
    vary: 'accept-language',
  };
}
