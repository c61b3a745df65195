import type { Report } from '../doctor/finding.ts';
import type { Importer } from './terms.ts';

let load: Importer = () => Promise.reject(new Error('the doctor lies beside the built files'));

/** Whether the page's address asks for the doctor: `?ambassador-doctor`. */
export const askedFor = (): boolean => /[?&]ambassador-doctor\b/.test(location.search);

/**
 * Fetches the doctor when the page's address asks for it; it begins by itself.
 * @param importer loads what lies beside our script
 */
export function openForDoctor(importer: Importer): void {
  load = importer;
  if (askedFor())
    load('doctor.js').catch((error: unknown) =>
      console.error(`[ambassador] doctor.js could not be loaded (${error}). Check script-src. Nothing was sent.`),
    );
}

/** Examines the page: shows what it breaks, with the line to paste for each thing, and answers with the same. */
export async function doctor(): Promise<Report> {
  const file = (await load('doctor.js')) as { doctor(): Promise<Report> };
  return file.doctor();
}
