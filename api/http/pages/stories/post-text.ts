import type { Locale } from '../../../contract/locales.ts';
import type { StoryView } from '../../../contract/story.ts';
import { excerptOf } from '../../../domain/stories/excerpt.ts';
import type { AppDeps } from '../../env.ts';

/** Networks fold what is longer. */
const longest = 600;

const quotes: Record<Locale, [open: string, close: string]> = {
  fr: ['«\u00a0', '\u00a0»'],
  de: ['„', '“'],
  en: ['“', '”'],
  gsw: ['„', '“'],
};

/** What is posted with the pictures: the author's words, who they are, where the rest is. */
export function postText({ club }: Pick<AppDeps, 'club'>, story: StoryView, locale: Locale): string {
  const [open, close] = quotes[locale];
  const { text } = excerptOf(story.text, longest);
  const who = [story.author.name, story.author.place].filter(Boolean).join(', ');
  const tag = `#${club.city[locale].replace(/[^\p{L}\p{N}]/gu, '')}`;
  return `${open}${text}${close}\n— ${who}\n\n${story.url}\n\n${tag}`;
}
