import type { Locale } from '../../api/contract/locales.ts';
import type { CaptionView, LinkView, MediaView, StoryView } from '../../api/contract/story.ts';
import { html, nothing, type TemplateResult } from '../core.ts';
import type { TestimonialsTerms } from '../lang/testimonials/terms.ts';
import { playing } from './icons.ts';

/** The room of a picture before it is here. Read by `reserve`, because a page may forbid style attributes. */
interface Frame extends HTMLElement {
  media?: MediaView;
}

/** What films are drawn from. */
export interface FilmView {
  terms: TestimonialsTerms;
  locale: Locale;
  /** Films that were started, by their id. */
  films: ReadonlySet<string>;
  /** Somebody wants to see a film. */
  handleFilm(story: StoryView, media: MediaView): void;
  /** A film has begun to play, or plays on. */
  handlePlay(event: Event): void;
}

/** Gives every picture its room and its colour, before it is loaded. */
export function reserve(root: ParentNode): void {
  for (const { media, style } of root.querySelectorAll<Frame>('.frame')) {
    if (!media) continue;
    style.setProperty('--_ratio', `${media.width / media.height}`);
    style.setProperty('--_tint', media.placeholder);
  }
}

function picture({ images, width, height }: MediaView, alt: string): TemplateResult {
  const modern = images.filter(({ type }) => type === 'image/webp');
  const plain = images.find(({ type }) => type === 'image/jpeg') ?? images[0];
  return html`<img
    loading="lazy"
    decoding="async"
    sizes="auto, (max-width: 480px) 100vw, 480px"
    alt=${alt}
    width=${width}
    height=${height}
    srcset=${modern.map((image) => `${image.url} ${image.width}w`).join() || nothing}
    src=${plain?.url ?? nothing}
  />`;
}

// What the browser knows of Alsatian is another dialect's name.
const nameOf = (language: string) =>
  language === 'gsw' ? 'Elsàssisch' : new Intl.DisplayNames(language, { type: 'language' }).of(language);

/** In the reader's language, else the first: captions that nobody turned on help nobody. */
function tracks(captions: readonly CaptionView[], locale: Locale): TemplateResult[] {
  const best = captions.find(({ language }) => language === locale) ?? captions[0];
  return captions.map(
    (each) =>
      html`<track
        kind="captions"
        srclang=${each.language}
        label=${nameOf(each.language)}
        src=${each.url}
        ?default=${each === best}
      />`,
  );
}

const clock = (milliseconds: number) => {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
};

function film(view: FilmView, story: StoryView, media: MediaView): TemplateResult {
  const { terms, locale } = view;
  const poster = media.images.find(({ type }) => type === 'image/jpeg')?.url ?? nothing;
  const { name } = story.author;
  const length = media.duration ? clock(media.duration) : '';
  return view.films.has(media.id)
    ? html`<video
        controls
        playsinline
        preload="none"
        crossorigin="anonymous"
        aria-label=${name}
        data-film=${media.id}
        poster=${poster}
        src=${media.film?.url ?? nothing}
        @play=${view.handlePlay}
      >
        ${tracks(media.captions, locale)}
      </video>`
    : html`<button
        class="film"
        part="play"
        aria-label=${`${terms.playFilm(name)} ${length}`.trim()}
        @click=${() => view.handleFilm(story, media)}
      >
        ${picture(media, '')}<span class="disc">${playing}</span>
        ${length ? html`<span class="time">${length}</span>` : nothing}
      </button>`;
}

/** Photos and films of a story, each in a room of its own proportions. */
export function mediaTemplate(view: FilmView, story: StoryView): unknown {
  const { media } = story;
  if (!media.length) return nothing;
  const frame = (each: MediaView) =>
    html`<div class="frame" part="media" .media=${each}>
      ${each.kind === 'photo' ? picture(each, each.alt) : film(view, story, each)}
    </div>`;
  return html`<div class="media">${media.map(frame)}</div>`;
}

/** What is said in a film, to be read. */
export function transcriptTemplate({ media, language }: StoryView, terms: TestimonialsTerms): unknown {
  return media.map(({ transcript }) =>
    transcript
      ? html`<details>
          <summary>${terms.transcript}</summary>
          <p class="words" lang=${language} dir="auto">${transcript}</p>
        </details>`
      : nothing,
  );
}

const sites = { youtube: 'YouTube', vimeo: 'Vimeo', instagram: 'Instagram', facebook: 'Facebook' };

/** A film elsewhere: a plain link, which asks nothing of anybody before it is pressed. */
export function linkTemplate({ site, url }: LinkView, terms: TestimonialsTerms): unknown {
  if (!url.startsWith('https:')) return nothing;
  return html`<a class="elsewhere" part="link" href=${url} target="_blank" rel="noopener nofollow ugc">
    ${playing}<span>${terms.watchOn(sites[site])} <span class="muted">(${terms.newTab})</span></span>
  </a>`;
}
