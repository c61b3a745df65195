/**
 * The first thing that a script of ours does: where the page's policy stops everything that comes after, the doctor
 * can still be fetched, and says so.
 */
import { openForDoctor } from './internal/doctor-door.ts';
import { importerBeside } from './internal/terms.ts';

openForDoctor(importerBeside(import.meta.url));
