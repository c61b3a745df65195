// A mail address in a path, what stands behind a semicolon (session ids), and letters after digits in what is longer
// than a word: tokens, UUIDs.
const personal = /[@;]|%40|(?=[a-z]*\d+[a-z])[a-z\d]{12}/i;

/** The path of a page, without what looks like somebody's: those parts become a hyphen. No imports: widgets carry it. */
export function pagePathOf(pathname: string): string {
  return pathname.replace(/[^/]+/g, (part) => (personal.test(part) ? '-' : part));
}
