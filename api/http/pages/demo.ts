import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import { DomainError } from '../../domain/errors.ts';
import { termsFor } from '../../lang/index.ts';
import type { AppContext, AppDeps } from '../env.ts';
import type { Route } from '../router.ts';
import { page, pageLocale } from './layout.ts';

/** What exists in the demo only: the mailbox and the documentation pages. */
export function demoRoutes(deps: AppDeps): Route[] {
  const { readMailbox, demoPages } = deps;
  const routes: Route[] = [];
  if (readMailbox) {
    routes.push(
      { method: 'GET', path: paths.mailbox, role: 'public', handler: (c) => mailbox(c, deps, readMailbox) },
      { method: 'GET', path: `${paths.mailbox}/:id`, role: 'public', handler: (c) => mail(c, deps, readMailbox) },
      { method: 'GET', path: `${paths.mailbox}/:id/html`, role: 'public', handler: (c) => mailHtml(c, readMailbox) },
    );
  }
  if (demoPages) {
    routes.push({
      method: 'GET',
      path: '/demo/:path{.*}',
      role: 'public',
      handler: async (c) => {
        const file = await demoPages(c.req.path.slice('/demo/'.length));
        if (!file) throw new DomainError('not_found');
        return new Response(file.body, {
          headers: {
            'content-type': file.type,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'same-origin',
            'content-security-policy':
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
          },
        });
      },
    });
  }
  return routes;
}

type ReadMailbox = NonNullable<AppDeps['readMailbox']>;

async function mailbox(c: AppContext, deps: AppDeps, read: ReadMailbox): Promise<Response> {
  const locale = pageLocale(c, deps);
  const { mailbox: texts } = termsFor(locale);
  const mails = await read();
  return page(
    c,
    deps,
    { title: texts.title, locale, noindex: true, languagePath: paths.mailbox },
    html`<article class="document">
      <h1>${texts.title}</h1>
      <p class="lead">${texts.text}</p>
      ${
        mails.length === 0
          ? html`<p>${texts.empty}</p>`
          : html`<ul class="mails">
              ${mails.map(
                (one) =>
                  html`<li>
                    <a href="${paths.mailbox}/${encodeURIComponent(one.id)}?lang=${locale}">${one.subject}</a>
                    <span>${one.to}</span>
                    <time datetime="${new Date(one.date).toISOString()}"
                      >${new Date(one.date).toLocaleString(locale === 'gsw' ? 'fr' : locale)}</time
                    >
                  </li>`,
              )}
            </ul>`
      }
      <p><a href="${paths.mailbox}?lang=${locale}">${texts.refresh}</a></p>
    </article>`,
  );
}

async function find(c: AppContext, read: ReadMailbox) {
  const found = (await read()).find((one) => one.id === c.req.param('id'));
  if (!found) throw new DomainError('not_found');
  return found;
}

async function mail(c: AppContext, deps: AppDeps, read: ReadMailbox): Promise<Response> {
  const locale = pageLocale(c, deps);
  const { mailbox: texts } = termsFor(locale);
  const one = await find(c, read);
  const htmlPath = `${paths.mailbox}/${encodeURIComponent(one.id)}/html`;
  return page(
    c,
    deps,
    { title: one.subject, locale, noindex: true, csp: ["form-action 'none'", "frame-src 'self'"] },
    html`<article class="document mail">
      <p><a href="${paths.mailbox}?lang=${locale}">${texts.back}</a></p>
      <h1>${one.subject}</h1>
      <p>${texts.to} ${one.to}</p>
      <h2>${texts.asHtml}</h2>
      <iframe
        title="${one.subject}"
        src="${htmlPath}"
        sandbox="allow-top-navigation-by-user-activation allow-popups"
      ></iframe>
      <h2>${texts.asText}</h2>
      <pre>${linked(one.text)}</pre>
    </article>`,
  );
}

/** The text of a mail with its addresses made into links. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

async function mailHtml(c: AppContext, read: ReadMailbox): Promise<Response> {
  const one = await find(c, read);
  // Links leave the frame: the page behind them refuses to be framed.
  const body = one.html.replace(/<head[^>]*>/i, '$&<base target="_top">');
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; sandbox allow-top-navigation-by-user-activation allow-popups",
    },
  });
}
