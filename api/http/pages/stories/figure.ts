/** One story as HTML: the words, the pictures, the film, who says it. Everywhere the same. */
import { html, raw } from 'hono/html';
import type { Locale } from '../../../contract/locales.ts';
import type { MediaFile, MediaView, StoryView } from '../../../contract/story.ts';
import { directionOf } from '../../../domain/stories/direction.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppDeps } from '../../env.ts';
import type { Html } from '../layout.ts';

export interface FigureOptions {
  locale: Locale;
  /** Cut after so many characters; whole otherwise. */
  most?: number;
  /** How wide a picture is shown, as the `sizes` of HTML. */
  sizes: string;
  /** What stands at the end: links. */
  links?: Html;
  /** Films are played here; otherwise their poster stands for them. */
  plays?: boolean;
  /** Long words are scrolled in their place, so that the keyboard has to reach them. */
  scrolls?: boolean;
  /** The first pictures of a page do not wait until they are in view. */
  eager?: boolean;
}

/** A text of this many characters has room everywhere. */
const brief = 140;

export function storyFigure(
  deps: Pick<AppDeps, 'publicUrl' | 'mediaOrigin'>,
  story: StoryView,
  options: FigureOptions,
): Html {
  const { author } = story;
  const shown = options.most === undefined ? story.media : story.media.slice(0, 1);
  return html`<figure class="story">
    ${shown.map((media) => mediaOf(deps, media, story, options))}
    <blockquote
      lang="${story.language}"
      dir="${directionOf(story.language)}"
      ${options.scrolls && story.text.length > brief ? raw('tabindex="0"') : ''}
    >
      ${words(story, options.most)}
    </blockquote>
    ${linkCard(story, options.locale)}
    <figcaption>
      <span class="author"><bdi>${author.name}</bdi></span>
      <span class="about">
        <span>${author.circle.name}</span>${author.place ? html` <bdi>${author.place}</bdi>` : ''}
      </span>
      ${options.links ?? ''}
    </figcaption>
  </figure>`;
}

/** Paragraphs and line breaks are the author's. */
function words({ text }: StoryView, most: number | undefined): Html[] {
  const shown = most === undefined ? text : excerptOf(text, most).text;
  return shown
    .split(/\n{2,}/)
    .filter((paragraph) => /\S/.test(paragraph))
    .map((paragraph) => html`<p>${paragraph.trim()}</p>`);
}

function mediaOf(
  deps: Pick<AppDeps, 'publicUrl' | 'mediaOrigin'>,
  media: MediaView,
  story: StoryView,
  options: FigureOptions,
): Html | string {
  if (media.kind === 'video' && media.film && options.plays !== false) return filmOf(deps, media, story, options);
  if (media.images.length === 0) return '';
  if (media.kind === 'photo' || !media.duration) return photoOf(media, options);
  const says = storyPages[options.locale].story.duration(Math.round(media.duration / 1000));
  return html`<div class="still">
    ${photoOf(media, options)}
    <p>${says}</p>
  </div>`;
}

function photoOf(media: MediaView, { sizes, eager }: FigureOptions): Html {
  const [webp, jpeg] = ['image/webp', 'image/jpeg'].map((type) => media.images.filter((file) => file.type === type));
  const fallback = jpeg!.find(({ width }) => width >= 900) ?? jpeg!.at(-1) ?? media.images.at(-1)!;
  return html`<picture>
    ${webp!.length > 0 ? html`<source type="image/webp" srcset="${srcset(webp!)}" sizes="${sizes}" />` : ''}
    <img
      src="${fallback.url}"
      ${jpeg!.length > 1 ? html`srcset="${srcset(jpeg!)}" sizes="${sizes}"` : ''}
      width="${media.width}"
      height="${media.height}"
      alt="${media.alt}"
      loading="${eager ? 'eager' : 'lazy'}"
      decoding="async"
    />
  </picture>`;
}

function filmOf(
  { publicUrl, mediaOrigin }: Pick<AppDeps, 'publicUrl' | 'mediaOrigin'>,
  media: MediaView,
  { language }: StoryView,
  { locale }: FigureOptions,
): Html {
  const terms = storyPages[locale].story;
  const film = media.film!;
  const jpegs = media.images.filter(({ type }) => type === 'image/jpeg');
  const poster = jpegs.find(({ width }) => width >= 900) ?? jpegs.at(-1);
  // Captions of another origin are read only when the film is asked for as a script would.
  const isElsewhere = mediaOrigin !== new URL(publicUrl).origin;
  const captions = media.captions.toSorted((a, b) => Number(b.language === locale) - Number(a.language === locale));
  return html`<div class="film">
    <video
      controls
      playsinline
      preload="none"
      width="${media.width}"
      height="${media.height}"
      ${poster ? html`poster="${poster.url}"` : ''}
      ${isElsewhere ? raw('crossorigin="anonymous"') : ''}
      ${media.duration ? html`aria-label="${terms.duration(Math.round(media.duration / 1000))}"` : ''}
    >
      <source src="${film.url}" type="${film.type}" />
      ${captions.map(
        (one, index) =>
          html`<track
            kind="captions"
            src="${one.url}"
            srclang="${one.language}"
            label="${languageName(one.language)}"
            ${index === 0 ? raw('default') : ''}
          />`,
      )}
      <a href="${film.url}">${terms.film}</a>
    </video>
    ${
      media.transcript
        ? html`<details>
            <summary>${terms.transcript}</summary>
            <div lang="${language}" dir="${directionOf(language)}">
              ${media.transcript.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}
            </div>
          </details>`
        : ''
    }
  </div>`;
}

/** A film elsewhere: a card of our own. Nothing is asked of the other site. */
function linkCard({ link }: StoryView, locale: Locale): Html | string {
  if (!link) return '';
  const terms = storyPages[locale].story;
  return html`<p class="link-card">
    <a href="${link.url}" rel="noopener noreferrer nofollow ugc" referrerpolicy="no-referrer"
      >${terms.link[link.site]}</a
    >
    <small>${terms.linkNote}</small>
  </p>`;
}

const srcset = (files: MediaFile[]): string => files.map(({ url, width }) => `${url} ${width}w`).join(', ');

/** A language, named in itself. ICU does not know Alsatian by its code. */
export function languageName(language: string): string {
  if (language === 'gsw') return 'Elsassisch';
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
