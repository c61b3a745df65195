import { html } from 'hono/html';
import { isLocale, type Locale } from '../../../contract/locales.ts';
import { paths } from '../../../contract/paths.ts';
import type { StoryView } from '../../../contract/story.ts';
import { pictureShapes, pictureSizes } from '../../../domain/pictures/ports.ts';
import { shareableStory } from '../../../domain/stories/shareable.ts';
import { storyPages } from '../../../lang/stories-pages/index.ts';
import type { AppContext, AppDeps } from '../../env.ts';
import { memberActor } from '../../guard.ts';
import type { Route } from '../../router.ts';
import { page, pageLocale, type Html } from '../layout.ts';
import { directionOf } from '../../../domain/stories/direction.ts';
import { postText } from './post-text.ts';

/** A story ready to post on the club's own pages of social networks: for its author, and for the staff. */
export function shareKitRoutes(deps: AppDeps): Route[] {
  return [
    {
      method: 'GET',
      path: '/console/share/:id',
      role: 'moderator',
      handler: (c) => showKit(c, deps, undefined),
    },
    {
      method: 'GET',
      path: '/me/stories/:id/share',
      role: 'member',
      handler: (c) => showKit(c, deps, memberActor(c).memberId),
    },
  ];
}

async function showKit(c: AppContext, deps: AppDeps, memberId: number | undefined): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = storyPages[locale].kit;
  const found = await shareableStory(deps, c.req.param('id') ?? '', memberId, locale);
  const options = { title: terms.title, locale, noindex: true, media: true, stories: true };
  if (!found) {
    return page(
      c,
      deps,
      { ...options, title: terms.notAllowed.title },
      html`<section class="message">
        <h1>${terms.notAllowed.title}</h1>
        <p>${terms.notAllowed.text}</p>
      </section>`,
    );
  }
  return page(c, deps, options, kit(deps, found, locale));
}

function kit(deps: AppDeps, story: StoryView, locale: Locale): Html {
  const terms = storyPages[locale].kit;
  const { club } = deps;
  const spoken = isLocale(story.language) ? story.language : club.defaultLanguage;
  const text = postText(deps, story, spoken);
  const alt = storyPages[spoken].story.picture(story.author.name, club.city[spoken]);
  const { facebook, instagram } = club.social;
  return html`<article class="kit">
    <h1>${terms.title}</h1>
    <p class="lead">${terms.lead}</p>
    <section>
      <h2>${terms.pictures}</h2>
      <ul class="kit-pictures">
        ${pictureShapes.map((shape) => {
          const { width, height } = pictureSizes[shape];
          const path = paths.storyPicture(story.id, shape);
          return picture({ src: path, width, height, alt, name: terms.shapes[shape], href: path }, locale, spoken);
        })}
        ${story.media.map((media, index) => {
          const [jpeg] = media.images.filter(({ type }) => type === 'image/jpeg').toReversed();
          if (!jpeg) return '';
          const isFilm = media.film !== null;
          const name = isFilm ? terms.film : terms.photo(index + 1);
          const href = media.film?.url ?? jpeg.url;
          return picture(
            { src: jpeg.url, width: jpeg.width, height: jpeg.height, alt: media.alt, name, href },
            locale,
            story.language,
          );
        })}
      </ul>
    </section>
    <section>
      <h2><label for="post-text">${terms.text}</label></h2>
      <p class="hint" id="post-hint">${terms.textHint}</p>
      <textarea
        id="post-text"
        readonly
        rows="14"
        lang="${story.language}"
        dir="${directionOf(story.language)}"
        aria-describedby="post-hint"
      >
${text}</textarea>
    </section>
    ${
      facebook || instagram
        ? html`<section>
            <h2>${terms.post}</h2>
            <ul>
              ${facebook ? html`<li><a href="${facebook}" rel="noopener noreferrer">${terms.facebook}</a></li>` : ''}
              ${instagram ? html`<li><a href="${instagram}" rel="noopener noreferrer">${terms.instagram}</a></li>` : ''}
            </ul>
          </section>`
        : ''
    }
  </article>`;
}

interface KitPicture {
  src: string;
  width: number;
  height: number;
  alt: string;
  name: string;
  href: string;
}

function picture({ src, width, height, alt, name, href }: KitPicture, locale: Locale, language: string): Html {
  const terms = storyPages[locale].kit;
  return html`<li>
    <figure>
      <img src="${src}" width="${width}" height="${height}" alt="" loading="lazy" />
      <figcaption>
        <strong>${name}</strong>
        <a href="${href}" download>${terms.download}</a>
        ${alt ? html`<span class="hint">${terms.alt} <q lang="${language}">${alt}</q></span>` : ''}
      </figcaption>
    </figure>
  </li>`;
}
