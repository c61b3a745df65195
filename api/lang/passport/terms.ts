import type { Club } from '../../contract/club.ts';
import type { Embeddable } from '../../contract/embed.ts';

/** What a passport says around its facts. */
export interface PassportTerms {
  /** Name of each widget, as people call it. */
  widgets: Record<Embeddable, string>;
  title(widget: string): string;
  lead: string;
  /** Link to the same as data, and heading of the links to the other passports. */
  data: string;
  others: string;
  key: Record<'weight' | 'requests' | 'cookies' | 'storage' | 'thirdParties' | 'languages', string>;
  none: string;
  bytes(count: string): string;
  headings: Record<'policy' | 'privacy' | 'sends' | 'weight' | 'files' | 'access' | 'more', string>;
  policy: string;
  trustedTypes: string;
  styles: string;
  /** Before the line of a page that frames the widget, and the name of that line. */
  frame: string;
  frameLabel: string;
  privacy: string;
  /** The text to paste, in paragraphs. `partner` stands for "your organisation" when nobody said. */
  notice(club: Club, partner: string, widget: Embeddable, fields: readonly string[]): string[];
  yourOrganisation: string;
  sends: string;
  moments: Record<'shown' | 'touched' | 'sent', string>;
  columns: Record<'when' | 'question' | 'fields' | 'file' | 'size' | 'subject' | 'criteria' | 'test' | 'hash', string>;
  weight: string;
  first: string;
  later: string;
  total: string;
  files: string;
  conformity: Record<'none' | 'partial' | 'full', string>;
  access: string;
  notAudited: string;
  statement: string;
  subjects: Record<
    'axe' | 'fallback' | 'move' | 'language' | 'direction' | 'labels' | 'keyboard' | 'errors' | 'motion',
    string
  >;
  browsers: string;
  browserList(chrome: number, firefox: number, safari: number): string;
  licence: string;
  contact: string;
  contacts: Record<'club' | 'dataProtection' | 'accessibility', string>;
  nothingKept: string;
  /** Fields of the API in words; one with a dot belongs to what is before it. */
  fields: Record<string, string>;
}
