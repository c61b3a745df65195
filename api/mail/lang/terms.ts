/** What one mail says, in one language, as plain text. The layout makes text and HTML of it and escapes it. */
export interface Wording {
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  button: string;
  /** Smaller print under the button: how long, what else, what if it was not you. */
  notes: string[];
  /** Why this person got this mail. */
  reason: string;
}

/** What a mail with a code says: the digits stand where other mails have their button. */
export interface CodeWording extends Omit<Wording, 'button'> {
  /** What the digits are, for those who hear the mail. */
  label: string;
}

/** The words of all mails in one language. A language that misses one does not compile. */
export interface MailTerms {
  /** Says nothing that a visitor typed: club and partner come from the club's own files. */
  confirmation(facts: { club: string; partner: string | null; hours: number; days: number }): Wording;
  welcome(facts: { firstName: string | null; goal: string; newsletter: boolean }): Wording;
  /** The link in the welcome to the page of one's badges. */
  myBadges: string;
  alreadyMember(facts: { partner: string | null }): Wording;
  /** @param minutes how long the code works */
  signIn(minutes: number): CodeWording;
  /** Introduces the button's address, written out. */
  copyLink: string;
  leave: string;
  unsubscribe: string;
  privacy: string;
  legal: string;
}

/** A part of a sentence that is there only when a partner is known. */
export function withPartner(partner: string | null, phrase: (name: string) => string): string {
  return partner === null ? '' : phrase(partner);
}
