/**
 * Classes, events and types of the widgets for partners' pages, for pages that define tags themselves. No side
 * effects. The console is not among them: it works on the club's own pages alone.
 */
export { AmbassadorBadge } from './badge/badge.ts';
export { AmbassadorBadgeStateEvent } from './badge/badge.events.ts';
export type { AmbassadorBadgeState, AmbassadorBadgeStateDetail } from './badge/badge.events.ts';
export { AmbassadorCounter } from './counter/counter.ts';
export { AmbassadorCounterChangeEvent } from './counter/counter.events.ts';
export type { AmbassadorCounterChangeDetail } from './counter/counter.events.ts';
export { AmbassadorSignup } from './signup/signup.ts';
export {
  AmbassadorSignupErrorEvent,
  AmbassadorSignupRequestEvent,
  AmbassadorSignupSuccessEvent,
} from './signup/signup.events.ts';
export type { SignupErrorDetail, SignupRequestDetail, SignupSuccessDetail } from './signup/signup.events.ts';
export { AmbassadorTestimonials } from './testimonials/testimonials.ts';
export { AmbassadorSlideChangeEvent, AmbassadorStoryPlayEvent } from './testimonials/testimonials.events.ts';
export type { SlideChangeDetail, StoryPlayDetail } from './testimonials/testimonials.events.ts';
export { AmbassadorStoryForm } from './story-form/story-form.ts';
export {
  AmbassadorStoryErrorEvent,
  AmbassadorStoryRequestEvent,
  AmbassadorStorySuccessEvent,
} from './story-form/story-form.events.ts';
export type { StoryErrorDetail, StoryRequestDetail, StorySuccessDetail } from './story-form/story-form.events.ts';
