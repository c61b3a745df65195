/**
 * What is said of a partner, as it is typed into a form, and what is kept of it. Every field is looked at before
 * anything is refused, so that a form can say all at once. A field of several lines names the line: `origins.2`.
 */
import type { FieldCode, FieldProblem } from '../../contract/codes.ts';
import { partnerLimits } from '../../contract/limits.ts';
import { isLocale, locales, type Locale } from '../../contract/locales.ts';
import { requiredTextProblem, slugPattern, textProblem } from '../../contract/text.ts';
import { partnerKinds, type PartnerKind } from '../../contract/vocabulary.ts';
import { parseAddress } from '../addresses.ts';
import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Partner, PartnerContact } from './partner.ts';
import { parseOriginPattern } from './origins.ts';
import { parseReturnUrl } from './return-urls.ts';

/** What a partner's own people may say of it. */
export interface OwnFields {
  /** By language; the club's own has to be there. */
  names: Partial<Record<Locale, string>>;
  /** One a line. */
  returnUrls: string;
  /** `#rrggbb`, or empty for the club's own. */
  accent: string;
  languages: string[];
  contacts: PartnerContact[];
}

/** What staff may say beyond that. */
export interface StaffFields extends OwnFields {
  kind: string;
  /** One a line. */
  origins: string;
  allowsLocal: boolean;
}

type Kept<K extends keyof Partner> = Pick<Partner, K>;
export type OwnChange = Kept<'name' | 'names' | 'returnUrls' | 'accent' | 'languages' | 'contacts'>;
export type StaffChange = OwnChange & Kept<'kind' | 'origins' | 'allowsLocal'>;

/** Names that our own pages have beside a partner's. */
const reserved = ['new', 'sign-in'];

/** Why a text cannot be a partner's short name. */
export function slugProblem(slug: string): FieldCode | undefined {
  return slugPattern.test(slug) && !reserved.includes(slug) ? undefined : 'slug_invalid';
}

/** What programs that show mails make a link of: a scheme, a mail address, two words with a dot between. */
const address = /:\/\/|@|\bwww\b|[\p{L}\p{N}-][.。．｡]\p{L}{2}/iu;

/**
 * @param partner as it is kept: where the return addresses have to lie, and names that the club has let stand
 * @throws {DomainError} invalid_request, with a problem for every field that is wrong
 */
export function checkOwnFields(
  { club }: Pick<Deps, 'club'>,
  input: OwnFields,
  partner: Pick<Partner, 'origins' | 'allowsLocal' | 'name' | 'names'>,
): OwnChange {
  const errors: FieldProblem[] = [];
  const change = readOwn(club.defaultLanguage, input, partner, errors);
  // A partner's name stands in the mail that anybody can have sent to anybody: it advertises nothing there.
  const kept = new Set([partner.name, ...Object.values(partner.names)]);
  for (const [locale, name] of Object.entries({ ...change.names, [club.defaultLanguage]: change.name })) {
    if (address.test(name) && !kept.has(name)) errors.push({ field: `name-${locale}`, code: 'name_has_address' });
  }
  refuse(errors);
  return change;
}

/**
 * The same for staff.
 * @param more problems that were found before
 * @throws {DomainError} invalid_request
 */
export function checkStaffFields(
  { club }: Pick<Deps, 'club'>,
  input: StaffFields,
  more: FieldProblem[] = [],
): StaffChange {
  const errors = [...more];
  const kind = partnerKinds.includes(input.kind as PartnerKind) ? input.kind : undefined;
  if (kind === undefined) errors.push({ field: 'kind', code: 'invalid' });
  const origins = readOrigins(input.origins, errors);
  const place = { origins, allowsLocal: input.allowsLocal };
  const own = readOwn(club.defaultLanguage, input, place, errors);
  refuse(errors);
  return { ...own, ...place, kind: kind! };
}

function refuse(errors: FieldProblem[]): void {
  if (errors.length > 0) throw new DomainError('invalid_request', { errors });
}

function readOwn(
  first: Locale,
  input: OwnFields,
  place: Pick<Partner, 'origins' | 'allowsLocal'>,
  errors: FieldProblem[],
): OwnChange {
  return {
    ...readNames(first, input.names, errors),
    returnUrls: readLines('returnUrls', input.returnUrls, partnerLimits.returnUrls, errors, (line) => {
      const url = parseReturnUrl(place, line);
      return url === undefined ? { refused: 'url_invalid' } : { kept: url };
    }),
    accent: readAccent(input.accent, errors),
    languages: readLanguages(input.languages, errors),
    contacts: readContacts(input.contacts, errors),
  };
}

function readNames(first: Locale, given: OwnFields['names'], errors: FieldProblem[]) {
  const names: Partner['names'] = {};
  for (const locale of locales) {
    const name = given[locale]?.trim() ?? '';
    const isFirst = locale === first;
    if (name === '' && !isFirst) continue;
    const code = requiredTextProblem(name, partnerLimits.name);
    if (code) errors.push({ field: `name-${locale}`, code });
    else if (!isFirst) names[locale] = name;
  }
  return { name: given[first]?.trim() ?? '', names };
}

/** @returns what can be kept; problems are added to `errors` */
export function readOrigins(text: string, errors: FieldProblem[]): string[] {
  const origins = readLines('origins', text, partnerLimits.origins, errors, (line) => {
    const parsed = parseOriginPattern(line);
    return 'pattern' in parsed ? { kept: parsed.pattern } : parsed;
  });
  if (text.trim() === '') errors.push({ field: 'origins', code: 'required' });
  return origins;
}

type Line = { kept: string } | { refused: FieldCode };

function readLines(
  field: string,
  text: string,
  most: number,
  errors: FieldProblem[],
  read: (line: string) => Line,
): string[] {
  const kept = new Set<string>();
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const found = read(line);
    if ('kept' in found) kept.add(found.kept);
    else errors.push({ field: `${field}.${index + 1}`, code: found.refused });
  }
  if (kept.size > most) errors.push({ field, code: 'too_many' });
  return [...kept];
}

function readAccent(text: string, errors: FieldProblem[]): string | null {
  const accent = text.trim().toLowerCase();
  if (accent === '') return null;
  if (!/^#[0-9a-f]{6}$/.test(accent)) errors.push({ field: 'accent', code: 'colour_invalid' });
  return accent;
}

function readLanguages(given: string[], errors: FieldProblem[]): Locale[] {
  if (!given.every(isLocale)) errors.push({ field: 'languages', code: 'language_unknown' });
  const languages = locales.filter((locale) => given.includes(locale));
  // All is what none means: a language that the club learns later is among them.
  return languages.length === locales.length ? [] : languages;
}

function readContacts(given: PartnerContact[], errors: FieldProblem[]): PartnerContact[] {
  const contacts: PartnerContact[] = [];
  for (const [index, one] of given.entries()) {
    const contact = { name: one.name.trim(), email: one.email.trim() };
    if (contact.name === '' && contact.email === '') continue;
    const name = textProblem(contact.name, partnerLimits.contactName);
    if (name) errors.push({ field: `contacts.${index + 1}`, code: name });
    else if (!parseAddress(contact.email)) errors.push({ field: `contacts.${index + 1}`, code: 'email_invalid' });
    else contacts.push(contact);
  }
  if (contacts.length > partnerLimits.contacts) errors.push({ field: 'contacts', code: 'too_many' });
  return contacts;
}
