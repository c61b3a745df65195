/** What the stories widget says around the stories, whose words are their authors’ own. */
export interface TestimonialsTerms {
  /** Name of the whole; it must not contain the word for a carousel. */
  name: string;
  /** What a carousel and a slide are called by assistive technology. */
  carousel: string;
  slide: string;
  previous: string;
  next: string;
  play: string;
  pause: string;
  /** Unfolds a long text, and folds it again. */
  readOn: string;
  fold: string;
  /** Name of the button that is a film’s picture. */
  playFilm(author: string): string;
  transcript: string;
  /** Goes to a film on another site. */
  watchOn(site: string): string;
  newTab: string;
  share: string;
  mail: string;
  copy: string;
  copied: string;
  notCopied: string;
  report: string;
  close: string;
  /** Further stories could not be loaded, or a part of the widget. */
  failed: string;
  more: string;
}
