/** What the counter knows. Plain data: it can be cloned, stored or sent. */
export interface AmbassadorCounterChangeDetail {
  /** Confirmed members. */
  members: number;
  /** The number that the club aims for. */
  goal: number;
  /** By when, as a calendar date: `2027-12-31`. */
  date: string;
  /** Members that came through this page's partner, when the element names one. */
  share?: number;
}

/** The counter has another number than before; the first number is a change too. */
export class AmbassadorCounterChangeEvent extends Event {
  readonly detail: AmbassadorCounterChangeDetail;

  constructor(detail: AmbassadorCounterChangeDetail) {
    super('ambassador-counter-change', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-counter-change': AmbassadorCounterChangeEvent;
  }
}
