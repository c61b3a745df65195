import type { Message } from '../parts.ts';
import type { StoryStatus } from '../../contract/vocabulary.ts';

/** What the page of an author's stories says, where there is no script. */
export interface MyStoriesTerms {
  title: string;
  lead: string;
  /** Photos and films take the script. */
  without: string;
  list: string;
  none: string;
  wordless: string;
  states: Record<StoryStatus, string>;
  fresh: string;
  edit: string;
  view: string;
  back: string;
  /** Heading and lead of the stories that are ready for social networks. */
  share: Message;
  labels: Record<'text' | 'language' | 'circle' | 'signature' | 'place' | 'link', string>;
  hints: Record<'text' | 'signature' | 'place' | 'link', string>;
  uses: string;
  usesHint: string;
  reread: string;
  save: string;
  submit: string;
  saved: string;
  sent: string;
  withdraw: string;
  withdrawn: string;
  remove: string;
  /** Asked before a story is deleted. */
  sure: string;
  removed: string;
  decision: string;
  appealUntil(date: string): string;
  appeal: string;
  appealHint: string;
  sendAppeal: string;
  appeals: Record<'open' | 'upheld' | 'rejected', string>;
  errorsTitle(count: number): string;
  errors: Record<
    'text' | 'signature' | 'place' | 'link' | 'media' | 'alt' | 'people' | 'permissions' | 'appeal' | 'other',
    string
  >;
}
