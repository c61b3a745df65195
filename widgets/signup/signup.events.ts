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

/** What the three have in common: they reach the page from inside any shadow root, with plain data. */
abstract class SignupEvent<Detail> extends Event {
  readonly detail: Detail;
  constructor(name: string, detail: Detail, cancelable = false) {
    super(`ambassador-signup-${name}`, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}

/** Fires before anything is sent; when it is cancelled, nothing is. */
export class AmbassadorSignupRequestEvent extends SignupEvent<SignupRequestDetail> {
  constructor(detail: SignupRequestDetail) {
    super('request', detail, true);
  }
}

/** Fires when the club has taken the sign-up; it counts once its mail is confirmed. */
export class AmbassadorSignupSuccessEvent extends SignupEvent<SignupSuccessDetail> {
  constructor(detail: SignupSuccessDetail) {
    super('success', detail);
  }
}

/** Fires when a sign-up could not be sent or was refused; what was typed is still there. */
export class AmbassadorSignupErrorEvent extends SignupEvent<SignupErrorDetail> {
  constructor(detail: SignupErrorDetail) {
    super('error', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ambassador-signup-request': AmbassadorSignupRequestEvent;
    'ambassador-signup-success': AmbassadorSignupSuccessEvent;
    'ambassador-signup-error': AmbassadorSignupErrorEvent;
  }
}
