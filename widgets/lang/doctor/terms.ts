import type { Embeddable } from '../../../api/contract/embed.ts';
import type { CheckName, FindingCode, Place, Severity } from '../../doctor/finding.ts';

/** What the doctor says to a webmaster. Names in braces are facts of a finding. */
export interface DoctorTerms {
  title: string;
  looking: string;
  /** `{count}` findings, `{broken}` of which break a widget. */
  one: string;
  some: string;
  /** Nothing was found. */
  well: string;
  wellMeans: string;
  /** Heading of what is in order. */
  checked: string;
  /** Above the line to paste. */
  places: Record<Place, string>;
  severities: Record<Severity, string>;
  checks: Record<CheckName, string>;
  copy: string;
  copied: string;
  /** The browser does not let us copy: the line is selected. */
  selected: string;
  again: string;
  /** Copies everything, for whoever helps. */
  report: string;
  close: string;
  /** Asks the club to add an address: `{origin}`, `{partner}`. */
  request: string;
  /** Asks the club why a partner is paused. */
  resume: string;
  /** Links between the tags of each widget. */
  fallbacks: Record<Embeddable, string>;
  findings: Record<FindingCode, readonly [title: string, means: string]>;
}
