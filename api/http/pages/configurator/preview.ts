/** What the configurator shows in a frame: one widget on a page of its own, under the strictest policy it takes. */
import { html, raw } from 'hono/html';
import { embedOptions, isEmbeddable, type Embeddable, type EmbedChoice } from '../../../contract/embed.ts';
import { accentSheet } from '../../../domain/embed/snippets.ts';
import { clubPartnerSlug } from '../../../domain/partners/name.ts';
import { configuratorPages } from '../../../lang/configurator/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { pageLocale, type Html } from '../layout.ts';
import { previewMarkup, read } from './state.ts';

export const previewSheet = '/embed-preview.css';

export async function previewPage(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const { choice: asked } = choiceOf(c, deps);
  const partner = asked.partner === '' ? clubPartnerSlug : asked.partner;
  const choice: EmbedChoice = { ...asked, partner };
  const runs = c.req.query('script') !== 'off';
  // While a link is in view it is not pushed aside, which is right everywhere but where one wants to see what comes.
  const waits = !runs || 'compact' in choice.attributes;
  // Every text in it is escaped where it is made.
  const inside = raw(waits ? await previewMarkup(deps, choice, locale) : '');
  const sheet = new URLSearchParams({ widget: choice.widget, theme: choice.theme, scheme: schemeOf(c) });
  if (choice.accent !== undefined) sheet.set('accent', choice.accent);
  const document = await html`<!doctype html>
    <html lang="${choice.language ?? locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${configuratorPages[locale].preview.title}</title>
        <link rel="stylesheet" href="${previewSheet}?${sheet.toString()}" />
        ${
          runs
            ? html`<script type="module" src="/assets/preview.js"></script>
                <script type="module" src="/widgets/1/loader.js"></script>`
            : ''
        }
      </head>
      <body>
        ${elementOf(waits ? choice : opened(choice), inside)}
      </body>
    </html>`;
  return new Response(String(document), { headers: headersOf(deps) });
}

/** The page's ground and the chosen accent. Nothing of the query is in it but numbers. */
export function previewStyles(c: AppContext, deps: AppDeps): Response {
  const { choice } = choiceOf(c, deps);
  const scheme = schemeOf(c);
  const sheet = `:root {
  color-scheme: ${scheme};
  background: ${scheme === 'dark' ? '#121212' : '#fff'};
  color: ${scheme === 'dark' ? '#f2f2f2' : '#1c1c1c'};
  font: 1rem/1.5 system-ui, sans-serif;
}
body {
  margin: 0;
  padding: 1.25rem;
  overflow-wrap: anywhere;
}
${accentSheet(choice)}`;
  return new Response(sheet, {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
  });
}

function choiceOf(c: AppContext, deps: AppDeps): { choice: EmbedChoice } {
  const query = new URL(c.req.url).searchParams;
  const asked = query.get('widget') ?? undefined;
  const widget: Embeddable = isEmbeddable(asked) ? asked : 'signup';
  return read(deps, query, widget);
}

const schemeOf = (c: AppContext) => (c.req.query('scheme') === 'dark' ? 'dark' : 'light');

/** What unfolds below the view, unfolded. */
function opened(choice: EmbedChoice): EmbedChoice {
  const canOpen = embedOptions[choice.widget].some(({ name }) => name === 'open');
  return canOpen ? { ...choice, attributes: { ...choice.attributes, open: '' } } : choice;
}

/** Names come from lists of ours; values are attributes like any other. */
function elementOf({ widget, partner, language, theme, attributes }: EmbedChoice, inside: Html): Html {
  const given: [name: string, value: string | undefined][] = [
    ['partner', partner],
    ['lang', language],
    ['theme', theme],
    ...embedOptions[widget].map(({ name }): [string, string | undefined] => [
      name,
      Object.hasOwn(attributes, name) ? attributes[name] : undefined,
    ]),
  ];
  const tag = raw(`ambassador-${widget}`);
  const written = given.flatMap(([name, value]) => (value === undefined ? [] : [html` ${raw(name)}="${value}"`]));
  return html`<${tag}${written}>${inside}</${tag}>`;
}

function headersOf(deps: AppDeps): Record<string, string> {
  const media = new URL(deps.mediaOrigin).origin;
  const elsewhere = media === new URL(deps.publicUrl).origin ? '' : ` ${media}`;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      `img-src 'self'${elsewhere}`,
      `media-src 'self'${elsewhere}`,
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    vary: 'accept-language',
  };
}
