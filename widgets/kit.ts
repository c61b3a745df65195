/**
 * Every widget that a partner's page may show at once, defined. A build adds the core and one language, and
 * needs no other file. What is a place of work, the console and the story form, is loaded where it stands.
 */
import './badge/define.ts';
import './counter/define.ts';
import './signup/define.ts';
import './testimonials/define.ts';
