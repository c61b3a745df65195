/** What is known of a badge on this page. `unknown` covers every doubt: it is never taken for valid. */
export type AmbassadorBadgeState = 'valid' | 'ended' | 'wrong-site' | 'unknown';

/** What the page is told of a badge. Plain data: it can be cloned, stored or sent. */
export interface AmbassadorBadgeStateDetail {
  badge: string;
  state: AmbassadorBadgeState;
}

/** The badge has another state than before; the first one is a change too. */
export class AmbassadorBadgeStateEvent extends Event {
  readonly detail: AmbassadorBadgeStateDetail;

  constructor(detail: AmbassadorBadgeStateDetail) {
    super('ambassador-badge-state', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-badge-state': AmbassadorBadgeStateEvent;
  }
}
