/** The type of every text of the pages about partners: the staff's, and those of a partner's own people. */
import type { PartnerKind } from '../../contract/vocabulary.ts';
import type { SignInTerms } from '../sign-in/terms.ts';
import type { Message } from '../parts.ts';

/** What went well, said on the page that follows. */
export type PartnerNote =
  | 'added'
  | 'saved'
  | 'paused'
  | 'resumed'
  | 'person_added'
  | 'person_there'
  | 'person_removed'
  | 'logo_set'
  | 'logo_removed';

/** Why a field was not taken. */
export type PartnerRefusal =
  | 'slug'
  | 'taken'
  | 'kind'
  | 'nameMissing'
  | 'nameLong'
  | 'text'
  | 'originMissing'
  | 'origin'
  | 'originWide'
  | 'returnUrl'
  | 'accent'
  | 'languages'
  | 'contact'
  | 'contactLong'
  | 'tooMany'
  | 'personName'
  | 'personEmail'
  | 'personStaff'
  | 'personMany'
  | 'logoMissing'
  | 'logoType'
  | 'logoSize'
  | 'logoDamaged';

export interface PartnersTexts {
  kinds: Record<PartnerKind, string>;
  states: Record<'active' | 'paused', string>;
  members(count: number): string;
  notes: Record<PartnerNote, string>;
  errors: Record<PartnerRefusal, string>;
  /** Stands before a sentence about one line of several. */
  atLine(text: string): string;
  /** The fields; `hints` say how they are filled in. */
  labels: Record<
    | 'slug'
    | 'kind'
    | 'names'
    | 'origins'
    | 'allowsLocal'
    | 'returnUrls'
    | 'accent'
    | 'languages'
    | 'contacts'
    | 'contactName'
    | 'contactEmail'
    | 'logo'
    | 'state'
    | 'brought',
    string
  >;
  hints: Record<
    'slug' | 'names' | 'origins' | 'allowsLocal' | 'returnUrls' | 'accent' | 'languages' | 'contacts' | 'logo',
    string
  >;
  /** Nothing was said. */
  none: string;
  allLanguages: string;
  clubsOwnColour: string;
  localToo: string;
  save: string;
  sections: Record<'where' | 'look' | 'contacts' | 'logo' | 'people' | 'tools' | 'facts' | 'own', string>;
  logo: { alt(name: string): string; send: string; remove: string };
  tools: Record<'configurator' | 'statistics', string> & { lead: string };
  desk: {
    title: string;
    lead: string;
    console: string;
    back: string;
    add: Message & { link: string; submit: string };
    /** For moderators. */
    readOnly: string;
    club: string;
    people: {
      lead: string;
      none: string;
      name: string;
      email: string;
      language: string;
      add: string;
      /** Said in a button: whose access ends. */
      remove(name: string): string;
      where(address: string): string;
    };
    pause: Message & { link: string; button: string; back: string };
    resume: Message & { link: string; button: string; back: string };
  };
  space: {
    title: string;
    /** With several partners. */
    lead: string;
    none: Message;
    /** Who they are on the club's side. */
    signedInAs(name: string, email: string): string;
    paused: Message;
    /** What stays with the club, and whom to write to. */
    staffOnly(address: string): string;
    write(address: string): string;
    others: string;
    signOut: string;
  };
  /** The two forms of signing in: what differs from the members'. */
  signIn: {
    ask: Pick<SignInTerms['ask'], 'title' | 'lead' | 'hint' | 'stranger'>;
    code: Pick<SignInTerms['code'], 'lead'>;
    /** For whoever comes by a link of another site, with which browsers send no cookie. */
    already: string;
    open: string;
  };
}
