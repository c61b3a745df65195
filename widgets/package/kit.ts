/** Defines every widget that a page may show at once. The doctor is not here: it lies beside the club's own files. */
import '../badge/define.ts';
import '../counter/define.ts';
import '../signup/define.ts';
import '../testimonials/define.ts';
