/** What an invented person tells in the demo. */
import type { ReportReason, StoryLanguage, StoryUse } from '../../../api/contract/vocabulary.ts';

export interface DemoStory {
  /** Stable: the public id is made from it. */
  key: string;
  /** Who tells it: place in the list of founders, from 1. */
  founder: number;
  /** As the author wants to be named. */
  signature: string;
  place: string | null;
  circle: 'habitants' | 'entrepreneurs' | 'vip';
  language: StoryLanguage;
  text: string;
  /** Ids of `club.json`. */
  tags: string[];
  daysAgo: number;
  /** Default: everything. */
  allows?: readonly StoryUse[];
  featured?: boolean;
  /** Files of `pictures/`, without their ending, with the alternative text that the author wrote. */
  pictures?: { file: string; alt: string }[];
  film?: DemoFilm;
  link?: string;
  /** One that waits for a moderator. */
  pending?: boolean;
  /** One that somebody reported. */
  reported?: { reason: ReportReason; text: string };
}

export interface DemoFilm {
  file: string;
  transcript: string;
  /** Lines by language: seconds from, to, words. */
  captions: { language: StoryLanguage; cues: [number, number, string][] }[];
}
