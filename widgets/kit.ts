/** Every widget, defined. A build adds the core and one language, and needs no other file. */
import './counter/define.ts';
import './signup/define.ts';
import './testimonials/define.ts';
