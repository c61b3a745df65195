/** The type of every text on the pages of stories: the checklist for translators. */
import type { LinkSite, StoryKind } from '../../contract/vocabulary.ts';
import type { Message } from '../parts.ts';

/** The fields of a report that a person sees. */
export type ReportField = 'reason' | 'text' | 'name' | 'email' | 'goodFaith';

export interface StoryPageTerms {
  list: {
    /** In the navigation, and as a heading. */
    title: string;
    lead(city: string): string;
    /** Name of the form that filters. */
    filter: string;
    labels: Record<'circle' | 'kind' | 'language' | 'tag', string>;
    /** First choice of every filter. */
    any: Record<'circle' | 'kind' | 'language' | 'tag', string>;
    kinds: Record<StoryKind, string>;
    apply: string;
    reset: string;
    none: string;
    /** @param author whose story is cut here */
    readOn(author: string): string;
    /** The same for a story that is whole. */
    open(author: string): string;
    more: string;
    first: string;
    tell: string;
  };
  story: {
    /** @param author as they want to be named */
    title(author: string): string;
    all: string;
    /** @param day calendar date, `2026-11-23` */
    published(day: string): string;
    partner(name: string): string;
    transcript: string;
    /** @param seconds of a film */
    duration(seconds: number): string;
    /** For browsers that play no films. */
    film: string;
    link: Record<LinkSite, string>;
    /** What happens when the link is pressed. */
    linkNote: string;
    /** Alternative text of the picture for social networks. */
    picture(author: string, city: string): string;
    share: { title: string; mail: string; on(site: string): string };
    report: string;
    gone: Message;
  };
  report: {
    title: string;
    about(author: string): string;
    lead: string;
    labels: Record<ReportField, string>;
    hints: Record<'text' | 'name' | 'email', string>;
    /** Who may stay unnamed. */
    nameless: string;
    submit: string;
    /** What to do about a field. */
    errors: Record<ReportField, string>;
    done: Message & { number(receipt: string): string; points: string[] };
    back: string;
  };
  kit: {
    title: string;
    lead: string;
    notAllowed: Message;
    pictures: string;
    /** Under a picture; it says for what it is. */
    shapes: Record<'og' | 'portrait', string>;
    photo(position: number): string;
    film: string;
    /** What to keep in mind when it is posted. */
    alt: string;
    download: string;
    text: string;
    textHint: string;
    post: string;
    facebook: string;
    instagram: string;
  };
  home: { title: string; all: string };
  embed: { title(club: string): string };
}
