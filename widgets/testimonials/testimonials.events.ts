/** The story that a carousel has moved to: its id, its place counted from 0, and how many there are. */
export interface SlideChangeDetail {
  story: string;
  index: number;
  count: number;
}

/** The film that somebody has started, and the story that it is part of. */
export interface StoryPlayDetail {
  story: string;
  media: string;
}

/** The carousel stands still at another story, whoever moved it: a visitor, the page, or its own rotation. */
export class AmbassadorSlideChangeEvent extends Event {
  readonly detail: SlideChangeDetail;

  constructor(detail: SlideChangeDetail) {
    super('ambassador-slide-change', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Somebody has pressed the button of a film, which is now loaded. */
export class AmbassadorStoryPlayEvent extends Event {
  readonly detail: StoryPlayDetail;

  constructor(detail: StoryPlayDetail) {
    super('ambassador-story-play', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-slide-change': AmbassadorSlideChangeEvent;
    'ambassador-story-play': AmbassadorStoryPlayEvent;
  }
}
