import type { ProblemCode } from '../../../api/contract/codes.ts';
import type { StoryStatus } from '../../../api/contract/vocabulary.ts';
import type { WritingTerms } from '../writing/terms.ts';

/** Refusals of a whole request that have a sentence of their own; the others are told by how they failed. */
export type ToldProblem = Extract<ProblemCode, 'code_invalid' | 'code_expired' | 'drafts_full' | 'wrong_state'>;

/** What the story form says. Sentences that are agreed to are the club's own and come from the API. */
export interface StoryFormTerms extends Pick<WritingTerms, 'date'> {
  title(city: string): string;
  lead: string;
  newTab: string;
  required: string;
  optional: string;
  tryAgain: string;
  elsewhere: string;
  /** Signing in by a code. */
  email: string;
  emailHint: string;
  askCode: string;
  wait: string;
  /** The same for everybody. */
  codeSent(email: string): string;
  code: string;
  codeHint: string;
  enter: string;
  otherCode: string;
  join: string;
  /** The session has ended while somebody was writing. */
  ended: string;
  signOut: string;
  emailWrong: string;
  codeWrong: string;
  /** The author's stories. */
  mine: string;
  fresh: string;
  none: string;
  wordless: string;
  states: Record<StoryStatus, string>;
  edit: string;
  withdraw: string;
  remove: string;
  view: string;
  /** The editor. */
  back: string;
  reread: string;
  prompts: string;
  text: string;
  textHint: string;
  left(count: number): string;
  short(count: number): string;
  language: string;
  circle: string;
  signature: string;
  signatureHint: string;
  place: string;
  placeHint: string;
  with: string;
  kinds: Record<'text' | 'photo' | 'video', string>;
  adultNeeded: string;
  /** Photos and a film do not go together. */
  oneKind: string;
  minor: string;
  photosHint(count: number, megabytes: number): string;
  filmHint(seconds: number, megabytes: number): string;
  filmAdvice: string;
  addPhotos: string;
  chooseFilm: string;
  record: string;
  link: string;
  linkHint: string;
  people: string;
  uses: string;
  usesHint: string;
  save: Record<'saving' | 'saved' | 'unsaved', string>;
  submit: string;
  problems: Record<ToldProblem, string>;
  offline: string;
  timeout: string;
  server: string;
  refused: string;
  busy(minutes: number): string;
  closed: string;
  kept: string;
}
