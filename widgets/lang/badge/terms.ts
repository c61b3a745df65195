/** What the badge says around its picture. */
export interface BadgeTerms {
  /** The text of the picture, where the page has none. */
  alt(address: string): string;
  states: Record<'valid' | 'ended' | 'wrong-site' | 'unknown', string>;
  /** Said in place of the picture on a foreign site. */
  only(domain: string): string;
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
