/** What the doctor found, in words of the contract with webmasters: plain data, that can be kept or sent. */

export const findingCodes = [
  'csp', 'trusted-types', 'mixed', 'blocked', 'unreachable',
  'origin', 'partner-unknown', 'partner-paused', 'partner-missing',
  'module', 'unloaded', 'integrity', 'gone', 'version', 'versions', 'twice', 'taken', 'tag', 'unclosed',
  'fallback', 'attribute', 'flag', 'value', 'ids', 'lang',
  'hidden', 'squeezed', 'contrast', 'polluted', 'clobbered',
] as const; // prettier-ignore
export type FindingCode = (typeof findingCodes)[number];

/** `broken`: visitors see what stands between the tags, or nothing. `harmed`: some of them lose something. */
export const severities = ['broken', 'harmed', 'advice'] as const;
export type Severity = (typeof severities)[number];

/** Where a line belongs. */
export type Place = 'policy' | 'html' | 'css' | 'club' | 'script';

/** One thing that the page breaks, as a check sees it. */
export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** What is said in its sentences. */
  facts: Readonly<Record<string, string>>;
  /** The exact line to paste. */
  line: string;
  place: Place;
}

/** A finding with its sentences, as `doctor()` answers. */
export interface Advice extends Finding {
  title: string;
  means: string;
  /** Where the line belongs, in words. */
  where: string;
}

/** What was looked at. */
export const checkNames = ['policy', 'network', 'partner', 'scripts', 'elements', 'looks', 'globals'] as const;
export type CheckName = (typeof checkNames)[number];

/** What `doctor()` answers. */
export interface Report {
  version: string;
  page: string;
  findings: Advice[];
  /** What was checked and is well. */
  well: CheckName[];
}
