import type { BadgePictureContent } from '../../domain/pictures/badge-ports.ts';
import { clean } from './letters.ts';
import { badgeWords } from './words.ts';

/** What a badge says, before it is cut to its form. Empty texts are not drawn. */
export interface Said {
  state: BadgePictureContent['state'];
  /** "Ambassadors of", with the space after it. */
  of: string;
  city: string;
  /** "Membership ended", "Unknown badge", "Cannot be checked now". */
  verdict: string;
  circle: string;
  domain: string;
  year: string;
  since: string;
  /** "Check at", with the space after it. */
  check: string;
  address: string;
}

/** Does a picture say of nobody that they are or were a member? */
export const isNobodys = (state: Said['state']): boolean => state !== 'valid' && state !== 'ended';

/** What has ended says so, of which city, and where to check; what is unknown is of no city. */
export function saidBy(content: BadgePictureContent): Said {
  const { state, language, year } = content;
  const words = badgeWords[language];
  const [of, city] = words.of(clean(content.city));
  const valid = state === 'valid';
  const unknown = isNobodys(state);
  return {
    state,
    of: unknown ? '' : of,
    city: unknown ? '' : city,
    verdict: valid ? '' : words[state],
    circle: valid ? clean(content.circle ?? '') : '',
    domain: valid ? clean(content.domain ?? '') : '',
    year: valid && year !== null ? String(year) : '',
    since: valid && year !== null ? words.since(year) : '',
    check: words.check,
    address: clean(content.address),
  };
}
