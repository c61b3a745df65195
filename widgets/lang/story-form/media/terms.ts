import type { ProblemCode } from '../../../../api/contract/codes.ts';

/** What can be wrong with a file. */
export type MediaProblem = Extract<
  ProblemCode,
  | 'minor_media'
  | 'quota_reached'
  | 'storage_full'
  | 'upload_gone'
  | 'upload_locked'
  | 'media_type'
  | 'media_empty'
  | 'media_too_large'
  | 'media_damaged'
  | 'media_dimensions'
  | 'media_animated'
  | 'media_too_long'
  | 'media_codec'
  | 'media_failed'
>;

/** What is said once a file was chosen or the camera is asked for: loaded with what these take, in every language. */
export interface StoryFormMediaTerms {
  photo(number: number): string;
  film: string;
  alt: string;
  altHint: string;
  earlier: string;
  later: string;
  cancel: string;
  drop: string;
  doing: Record<'preparing' | 'sending' | 'waiting' | 'processing', string>;
  percent(name: string, percent: number): string;
  arrived(name: string): string;
  unfinished: string;
  unplayable: string;
  sendAnyway: string;
  asking: string;
  noCamera: string;
  begin: string;
  stop: string;
  retake: string;
  use: string;
  ready: string;
  recording: string;
  gone(seconds: number, of: number): string;
  recorded: string;
  problems: Record<MediaProblem, string>;
}
