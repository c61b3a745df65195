import type { WritingTerms } from '../writing/terms.ts';

/** What the badge says around its picture. */
export interface BadgeTerms
  extends Pick<WritingTerms, 'date'>, Record<'valid' | 'ended' | 'wrong-site' | 'unknown', string> {
  /** The text of the picture, where the page has none. The badge's address comes after it. */
  alt: string;
  /** Said in place of the picture on a foreign site. The domain comes after it. */
  only: string;
  /** Name of the button that opens what follows. */
  details: string;
  since: string;
  until: string;
  circle: string;
  name: string;
  domain: string;
  checked: string;
  /** The link to the badge's own page. */
  check: string;
  report: string;
}
