import type { MembershipRequest } from '../../api/contract/membership.ts';
import type { ProblemCode } from '../../api/contract/codes.ts';
import type { FailureKind } from '../core.ts';

/** What a person is about to send: the request without what only our server needs. */
export type SignupRequestDetail = Omit<MembershipRequest, 'proof' | 'website'>;

/** What was sent, without anything that says who. */
export interface SignupSuccessDetail {
  partner: string;
  circle: string;
  language: string;
}

/** Why nothing was sent: a stable code, and the names of the fields that were refused. */
export interface SignupErrorDetail {
  code: ProblemCode | FailureKind;
  fields: string[];
}

/** Fires before anything is sent; when it is cancelled, nothing is. */
export class AmbassadorSignupRequestEvent extends Event {
  readonly detail: SignupRequestDetail;
  constructor(detail: SignupRequestDetail) {
    super('ambassador-signup-request', { bubbles: true, composed: true, cancelable: true });
    this.detail = detail;
  }
}

/** Fires when the club has taken the sign-up; it counts once its mail is confirmed. */
export class AmbassadorSignupSuccessEvent extends Event {
  readonly detail: SignupSuccessDetail;
  constructor(detail: SignupSuccessDetail) {
    super('ambassador-signup-success', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Fires when a sign-up could not be sent or was refused; what was typed is still there. */
export class AmbassadorSignupErrorEvent extends Event {
  readonly detail: SignupErrorDetail;
  constructor(detail: SignupErrorDetail) {
    super('ambassador-signup-error', { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-signup-request': AmbassadorSignupRequestEvent;
    'ambassador-signup-success': AmbassadorSignupSuccessEvent;
    'ambassador-signup-error': AmbassadorSignupErrorEvent;
  }
}
