/**
 * What stands between the tags of a widget: what visitors get whose browser, network or content manager refuses the
 * script. Always something real: a link that works, the picture, the number, somebody's words.
 */
import { badgePaths, badgePicture, badgeSizes, badgeForms } from '../../contract/badge.ts';
import type { Embeddable, EmbedChoice } from '../../contract/embed.ts';
import type { Locale } from '../../contract/locales.ts';
import { paths } from '../../contract/paths.ts';
import { escapeMarkup } from '../markup.ts';
import { directionOf } from '../stories/direction.ts';
import { joinFallbackUrl } from './addresses.ts';

/** A published story, cut to what fits in a page. */
export interface Quote {
  text: string;
  author: string;
  /** BCP 47 tag of the language that it is told in. */
  language: string;
  /** The story's own page. */
  url: string;
}

/** What snippets say to visitors, in the language of the page that they are for. Plain text throughout. */
export interface SnippetWords {
  language: Locale;
  /** Words of the link that stands in for each widget. */
  links: Readonly<Record<Embeddable, string>>;
  /** Words of the link for visitors without JavaScript. */
  withoutScript: Readonly<Record<Embeddable, string>>;
  /** What a frame is called, for those who hear the page. */
  frames: Readonly<Record<Embeddable, string>>;
  /** How many members there are at this moment, as a sentence. */
  counter: string;
  /** The badge's picture in words. */
  badge: string;
  /** Absent when no story may be shown on partners' sites. */
  quote?: Quote;
}

/**
 * The content between a widget's tags: markup, every text in it escaped.
 * @param publicUrl the club's own origin
 */
export function fallbackOf(choice: EmbedChoice, words: SnippetWords, publicUrl: string): string {
  const { badge: id } = choice.attributes;
  if (choice.widget === 'counter') return link(placeOf(choice, publicUrl), escapeMarkup(words.counter));
  if (choice.widget === 'testimonials' && words.quote) return quoted(words.quote);
  if (choice.widget === 'badge' && id !== undefined) {
    return `<a href="${escapeMarkup(placeOf(choice, publicUrl))}" rel="noopener">${badgeImage(choice, id, words, publicUrl)}</a>`;
  }
  return link(placeOf(choice, publicUrl), escapeMarkup(words.links[choice.widget]));
}

/** A link for visitors without JavaScript: to the same on the club's site, as it is at that moment. */
export function withoutScript(choice: EmbedChoice, words: SnippetWords, publicUrl: string): string {
  const text = escapeMarkup(words.withoutScript[choice.widget]);
  return `<noscript>${link(placeOf(choice, publicUrl), text)}</noscript>`;
}

/** Where the club's own site shows what the widget shows. */
export function placeOf(choice: EmbedChoice, publicUrl: string): string {
  const { widget, language, attributes } = choice;
  const places: Record<Exclude<Embeddable, 'signup'>, string> = {
    testimonials: paths.storiesPage,
    badge: attributes['badge'] === undefined ? paths.badges : badgePaths.page(attributes['badge']),
    counter: paths.home,
    'story-form': paths.myStoriesPage,
  };
  if (widget === 'signup') return joinFallbackUrl(publicUrl, choice);
  const url = new URL(places[widget], publicUrl);
  // A badge is in one language, and its address never changes.
  if (language !== undefined && attributes['badge'] === undefined) url.searchParams.set('lang', language);
  return url.href;
}

export function link(href: string, content: string): string {
  return `<a href="${escapeMarkup(href)}">${content}</a>`;
}

function badgeImage({ attributes, theme }: EmbedChoice, id: string, words: SnippetWords, publicUrl: string): string {
  const form = badgeForms.find((one) => one === attributes['variant']) ?? 'line';
  const scheme = theme === 'dark' ? 'dark' : 'light';
  const address = new URL(badgePicture(id, 'svg', { form, scheme }), publicUrl).href;
  const { width, height } = badgeSizes[form];
  return `<img src="${escapeMarkup(address)}" width="${width}" height="${height}" alt="${escapeMarkup(words.badge)}" loading="lazy" />`;
}

function quoted({ text, author, language, url }: Quote): string {
  const attributes = `lang="${escapeMarkup(language)}" dir="${directionOf(language)}" cite="${escapeMarkup(url)}"`;
  return `<blockquote ${attributes}>
    <p>${escapeMarkup(text)}</p>
    <footer>${link(url, escapeMarkup(author))}</footer>
  </blockquote>`;
}
