/** What snippets say, from what the club knows at this moment. */
import { badgePaths } from '../../../contract/badge.ts';
import type { EmbedChoice } from '../../../contract/embed.ts';
import type { Locale } from '../../../contract/locales.ts';
import type { StoryView } from '../../../contract/story.ts';
import { readCounter } from '../../../domain/counter/read.ts';
import type { Quote, SnippetWords } from '../../../domain/embed/fallback.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import { readFeed, readStory, siteOf } from '../../../domain/stories/read.ts';
import { badgeFrameTerms } from '../../../lang/badge-frame.ts';
import { configuratorPages } from '../../../lang/configurator/index.ts';
import { termsFor } from '../../../lang/index.ts';
import type { AppDeps } from '../../env.ts';
import { filterOf } from '../../routes/stories.ts';

/** Longest quotation in a snippet: what one reads in passing. */
const quoteLength = 240;

/** @param language of the page that the snippet is for */
export async function wordsOf(
  deps: AppDeps,
  choice: EmbedChoice,
  partner: Partner,
  language: Locale,
): Promise<SnippetWords> {
  const { words } = configuratorPages[language];
  const city = deps.club.city[language];
  const { members, goal } = await readCounter(deps, partner, language);
  const quote = choice.widget === 'testimonials' ? await quoteOf(deps, choice, partner, language) : undefined;
  const links = {
    signup: words.signup(city),
    testimonials: words.testimonials(city),
    badge: words.badge(city),
    counter: words.counter(deps.club.name[language]),
    'story-form': words.storyForm(city),
  };
  const id = choice.attributes['badge'];
  return {
    language,
    links,
    withoutScript: words.withoutScript,
    frames: links,
    counter: termsFor(language).counter.sentence(members, goal.members, goal.date),
    badge:
      id === undefined
        ? links.badge
        : badgeFrameTerms[language].standing(city, new URL(deps.publicUrl).host + badgePaths.page(id)),
    ...(quote && { quote }),
  };
}

/** The first story that the widget would show, if it has words. */
async function quoteOf(
  deps: AppDeps,
  { attributes }: EmbedChoice,
  partner: Partner,
  language: Locale,
): Promise<Quote | undefined> {
  const story = await firstStory(deps, attributes, partner, language);
  const text = story && excerptOf(story.text, quoteLength).text;
  return story && text ? { text, author: story.author.name, language: story.language, url: story.url } : undefined;
}

async function firstStory(
  deps: AppDeps,
  attributes: EmbedChoice['attributes'],
  partner: Partner,
  language: Locale,
): Promise<StoryView | undefined> {
  const { story, circle = '', kind = '', tag = '', order = '' } = attributes;
  try {
    if (story !== undefined) return await readStory(deps, story, siteOf(partner), language);
    const from = 'only-partner' in attributes ? partner.slug : '';
    const told = { partner: partner.slug, circle, kind, language: attributes['language'] ?? '', tag, order, from };
    const { feed } = await readFeed(deps, await filterOf(deps, { ...told, limit: '1' }), language);
    return feed.stories[0];
  } catch (error) {
    // A story that is not there, a topic that the club has not: then there is nothing to quote.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
