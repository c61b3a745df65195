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

/** In the order in which they come. */
const elements = [AmbassadorSignup, AmbassadorBadge, AmbassadorCounter, AmbassadorTestimonials];

/** Milliseconds after which the kit no longer waits for a page that goes on loading. */
const patience = 2000;

/** Runs when the browser has nothing better to do, or in a task of its own where it cannot tell (Safari). */
const whenIdle = (run: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(run, { timeout: 200 }) : setTimeout(run);

/**
 * The page's own pictures come first: nobody waits for a widget below a picture that is not there yet. And one widget
 * at a time: what stands in the page is drawn when its tag is defined, and all at once would hold up a slow phone.
 */
async function defineAll(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise<unknown>((resolve) => {
      addEventListener('load', resolve, { once: true });
      setTimeout(resolve, patience);
    });
  for (const element of elements) {
    await new Promise<void>((resolve) => whenIdle(resolve));
    define(`ambassador-${element.widget}`, element);
  }
}

void defineAll();
