import type { ProblemCode } from '../../api/contract/codes.ts';
import type { StoryFields } from '../../api/contract/story.ts';
import type { FailureKind } from '../core.ts';

/** What a person is about to hand to the club. */
export interface StoryRequestDetail extends StoryFields {
  kind: 'text' | 'photo' | 'video';
}

/** What was handed in, without anything that says who. */
export interface StorySuccessDetail {
  partner: string;
  kind: 'text' | 'photo' | 'video';
  language: string;
}

/** Why nothing was handed in: a stable code, and the names of the fields to correct. */
export interface StoryErrorDetail {
  code: ProblemCode | FailureKind;
  fields: string[];
}

/** What the three have in common: they reach the page from inside any shadow root, with plain data. */
abstract class StoryEvent<Detail> extends Event {
  readonly detail: Detail;
  constructor(name: string, detail: Detail, cancelable = false) {
    super(`ambassador-story-${name}`, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}

/** Fires before a story is handed in; when it is cancelled, it stays a draft. */
export class AmbassadorStoryRequestEvent extends StoryEvent<StoryRequestDetail> {
  constructor(detail: StoryRequestDetail) {
    super('request', detail, true);
  }
}

/** Fires when the club has the story; it is read before it is shown. */
export class AmbassadorStorySuccessEvent extends StoryEvent<StorySuccessDetail> {
  constructor(detail: StorySuccessDetail) {
    super('success', detail);
  }
}

/** Fires when a story could not be handed in; what was written is still there. */
export class AmbassadorStoryErrorEvent extends StoryEvent<StoryErrorDetail> {
  constructor(detail: StoryErrorDetail) {
    super('error', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-story-request': AmbassadorStoryRequestEvent;
    'ambassador-story-success': AmbassadorStorySuccessEvent;
    'ambassador-story-error': AmbassadorStoryErrorEvent;
  }
}
