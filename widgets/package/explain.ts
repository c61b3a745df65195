/** Stands in for `internal/explain.ts` in the package, where the origin of the club may be what is missing. */
import type { ApiFailure } from '../internal/api-client.ts';
import { explain as explainFailure } from '../internal/explain.ts';
import { clubMissing } from './club.ts';

/** One sentence for the webmaster. */
export function explain(failure: ApiFailure, partner: string | null | undefined, api: string): string {
  return api ? explainFailure(failure, partner, api) : clubMissing;
}
