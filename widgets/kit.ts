/**
 * Every widget that a partner's page may show at once, defined. A build adds the core and one language, and
 * needs no other file. `doctor()` looks at the page and says what it breaks. What is a place of work, the console and
 * the story form, is loaded where it stands.
 */
import { AmbassadorBadge } from './badge/badge.ts';
import { define } from './core.ts';
import { AmbassadorCounter } from './counter/counter.ts';
import { AmbassadorSignup } from './signup/signup.ts';
import { AmbassadorTestimonials } from './testimonials/testimonials.ts';

export { doctor } from './internal/doctor-door.ts';

// A task each: what stands in the page is drawn when its tag is defined, and all at once would hold up a slow phone.
for (const element of [AmbassadorSignup, AmbassadorBadge, AmbassadorCounter, AmbassadorTestimonials])
  setTimeout(() => define(`ambassador-${element.widget}`, element));
