/**
 * Every widget that a partner's page may show at once, defined. A build adds the core and one language, and
 * needs no other file. `doctor()` looks at the page and says what it breaks. What is a place of work, the console and the story form, is loaded where it stands.
 */
import './badge/define.ts';
import './counter/define.ts';
import './signup/define.ts';
import './testimonials/define.ts';

export { doctor } from './internal/doctor-door.ts';
