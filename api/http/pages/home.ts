import { html } from 'hono/html';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import type { StoryView } from '../../contract/story.ts';
import { readCounter } from '../../domain/counter/read.ts';
import { clubPartnerSlug, partnerName } from '../../domain/partners/name.ts';
import type { Partner } from '../../domain/partners/partner.ts';
import { readFeed } from '../../domain/stories/read.ts';
import { badgePages } from '../../lang/badge-pages/index.ts';
import { termsFor } from '../../lang/index.ts';
import { storyPages } from '../../lang/stories-pages/index.ts';
import { verifyPages } from '../../lang/verdicts/index.ts';
import type { AppContext, AppDeps } from '../env.ts';
import { flame, page, pageLocale, withLang, type Html } from './layout.ts';
import { storyFigure } from './stories/figure.ts';

/** Featured stories on the first page. */
const storiesShown = 6;

/** The club's first page: who we are, how many, and the way in. */
export async function homePage(c: AppContext, deps: AppDeps): Promise<Response> {
  const locale = pageLocale(c, deps);
  const terms = termsFor(locale);
  const { club } = deps;
  const badge = badgePages[locale];
  const [counter, partners, told] = await Promise.all([
    readCounter(deps),
    deps.storage.partners(),
    readFeed(deps, { site: 'club', order: 'featured', limit: storiesShown }, locale),
  ]);
  const shown = partners.filter((partner) => partner.status === 'active' && partner.slug !== clubPartnerSlug);
  const joinPath = withLang(`${paths.join}?partner=${clubPartnerSlug}`, locale);
  const { members, goal } = counter;
  return page(
    c,
    deps,
    {
      title: terms.home.title(club.city[locale]),
      locale,
      widgets: true,
      media: true,
      stories: true,
      languagePath: paths.home,
    },
    html`<section class="hero">
        ${flame}
        <p class="region">${club.region[locale]}</p>
        <h1>${club.tagline[locale]}</h1>
        <p class="lead">${terms.home.lead(club)}</p>
        <p class="count">
          <ambassador-counter partner="${clubPartnerSlug}"
            >${terms.counter.sentence(members, goal.members, goal.date)}</ambassador-counter
          >
        </p>
      </section>
      <section class="join-block">
        <ambassador-signup partner="${clubPartnerSlug}">
          <a class="button" href="${joinPath}">${terms.home.join}</a>
        </ambassador-signup>
      </section>
      ${toldBlock(deps, told.feed.stories, locale)}
      <section>
        <h2>${terms.home.steps.title}</h2>
        <ol class="steps">
          ${terms.home.steps.items.map(
            (step) =>
              html`<li>
                <h3>${step.title}</h3>
                <p>${step.text}</p>
              </li>`,
          )}
        </ol>
      </section>
      <section>
        <h2>${terms.home.circles}</h2>
        <ul class="cards">
          ${club.circles.map(
            (circle) =>
              html`<li>
                <h3>${circle.name[locale]}</h3>
                <p>${circle.description[locale]}</p>
                ${circle.byInvitation ? html`<p class="tag">${terms.home.byInvitation}</p>` : ''}
              </li>`,
          )}
        </ul>
      </section>
      <section>
        <h2>${badge.home.title}</h2>
        <p>${badge.home.text}</p>
        <ul class="link-row">
          <li><a href="${withLang(paths.badges, locale)}">${badge.meaning.title}</a></li>
          <li><a href="${withLang(paths.verify, locale)}">${verifyPages[locale].title}</a></li>
        </ul>
      </section>
      <section class="promise">
        <h2>${terms.home.promise.title}</h2>
        ${terms.home.promise.paragraphs.map((text) => html`<p>${text}</p>`)}
        ${
          terms.home.promise.points
            ? html`<ul>
                ${terms.home.promise.points.map((point) => html`<li>${point}</li>`)}
              </ul>`
            : ''
        }
      </section>
      ${
        shown.length > 0
          ? html`<section>
              <h2>${terms.home.partners}</h2>
              <p>${terms.home.partnersLead}</p>
              <ul class="partners">
                ${shown.map((partner) => html`<li>${partnerLink(partner, locale)}</li>`)}
              </ul>
            </section>`
          : ''
      }`,
  );
}

/** A partner's name, with its pages behind it where one of them has an address of its own. */
function partnerLink(partner: Partner, locale: Locale): Html | string {
  const name = partnerName(partner, locale);
  const site = partner.origins.find((origin) => !origin.includes('*'));
  return site === undefined ? name : html`<a href="${site}">${name}</a>`;
}

/** A few featured stories. The widget takes them over when it comes; until then they are a row to push aside. */
function toldBlock(deps: AppDeps, stories: StoryView[], locale: Locale): Html | string {
  if (stories.length === 0) return '';
  const terms = storyPages[locale];
  return html`<section class="told">
    <h2>${terms.home.title}</h2>
    <ambassador-testimonials partner="${clubPartnerSlug}" limit="${storiesShown}">
      <ul class="story-row" tabindex="0" aria-label="${terms.home.title}">
        ${stories.map(
          (story) =>
            html`<li>
              ${storyFigure(deps, story, {
                locale,
                most: 320,
                sizes: '(min-width: 44rem) 24rem, 84vw',
                plays: false,
                links: html`<a class="open" href="${withLang(paths.storyPage(story.id), locale)}"
                  >${terms.list.open(story.author.name)}</a
                >`,
              })}
            </li>`,
        )}
      </ul>
    </ambassador-testimonials>
    <p><a href="${withLang(paths.storiesPage, locale)}">${terms.home.all}</a></p>
  </section>`;
}
