import { version } from '../../api/contract/version.ts';
import type { Report } from './report/report.ts';

/**
 * Browsers remember until the page is left that a module could not be loaded, so each further attempt
 * asks for another address. Only a build whose parts are files of their own ever comes to that.
 */
const attempt = (failures: number): Promise<{ Report: typeof Report }> =>
  failures
    ? import(/* @vite-ignore */ `./parts/testimonials-report.js?v=${version}&again=${failures}`)
    : import('./report/report.ts');

let failures = 0;
let loading: Promise<typeof Report> | undefined;

/** Loads the report form, which hardly anybody ever opens: once for a page, and again after a failure. */
export function loadReport(): Promise<typeof Report> {
  return (loading ??= attempt(failures).then(
    (part) => part.Report,
    (error: unknown) => {
      failures++;
      loading = undefined;
      throw error;
    },
  ));
}
