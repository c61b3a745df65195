/** What other programs read about a story: search engines, social networks, mail programs. */
import { html, raw } from 'hono/html';
import { locales, type Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { StoryView } from '../../../contract/story.ts';
import { pictureSizes } from '../../../domain/pictures/ports.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppDeps } from '../../env.ts';
import { discovery } from '../embed/discovery.ts';
import { withLang, type Html } from '../layout.ts';

/** As Open Graph wants them; it has no code for Alsatian. */
const ogLocales: Record<Locale, string> = { fr: 'fr_FR', de: 'de_DE', en: 'en_GB', gsw: 'gsw_FR' };

/** Search engines and networks show about so many characters. */
const description = 200;

export function storyHead(deps: Pick<AppDeps, 'publicUrl' | 'club'>, story: StoryView, locale: Locale): Html {
  const { club, publicUrl } = deps;
  const terms = storyPages[locale].story;
  const absolute = (path: string) => new URL(path, publicUrl).href;
  const picture = absolute(paths.storyPicture(story.id, 'og'));
  const { text } = excerptOf(story.text, description);
  const alt = terms.picture(story.author.name, club.city[locale]);
  const properties: [name: string, content: string][] = [
    ['og:type', 'article'],
    ['og:title', terms.title(story.author.name)],
    ['og:description', text],
    ['og:url', story.url],
    ['og:site_name', club.name[locale]],
    ['og:locale', ogLocales[locale]],
    ['og:image', picture],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(pictureSizes.og.width)],
    ['og:image:height', String(pictureSizes.og.height)],
    ['og:image:alt', alt],
    ['article:published_time', new Date(story.publishedAt).toISOString()],
  ];
  const names: [name: string, content: string][] = [
    ['description', text],
    ['author', story.author.name],
    ['twitter:card', 'summary_large_image'],
    ['twitter:title', terms.title(story.author.name)],
    ['twitter:description', text],
    ['twitter:image', picture],
    ['twitter:image:alt', alt],
  ];
  return html`<link rel="canonical" href="${story.url}" />
    ${discovery(publicUrl, absolute(withLang(paths.storyPage(story.id), locale)))}
    ${locales.map(
      (one) =>
        html`<link rel="alternate" hreflang="${one}" href="${absolute(withLang(paths.storyPage(story.id), one))}" />`,
    )}
    <link rel="alternate" hreflang="x-default" href="${story.url}" />
    ${properties.map(([property, content]) => html`<meta property="${property}" content="${content}" />`)}
    ${names.map(([name, content]) => html`<meta name="${name}" content="${content}" />`)}
    <script type="application/ld+json">
      ${raw(jsonLd(deps, story, locale, picture))}
    </script>`;
}

/** A creative work, and no review: nobody gives a city stars here. Data, not a program: no policy runs it. */
function jsonLd(
  { club, publicUrl }: Pick<AppDeps, 'publicUrl' | 'club'>,
  story: StoryView,
  locale: Locale,
  picture: string,
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': story.url,
    url: story.url,
    inLanguage: story.language,
    text: story.text,
    image: picture,
    datePublished: new Date(story.publishedAt).toISOString(),
    author: { '@type': 'Person', name: story.author.name },
    about: { '@type': 'City', name: club.city[locale] },
    publisher: { '@type': 'Organization', name: club.name[locale], url: publicUrl },
  };
  // Inside a script element HTML looks for `</script` and `<!--` only: without `<` there is neither.
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
