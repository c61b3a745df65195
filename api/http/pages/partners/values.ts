/** The fields of a partner's form: filled from what is kept, and read as they were sent. */
import { partnerLimits } from '../../../contract/limits.ts';
import { locales } from '../../../contract/locales.ts';
import type { FieldProblem } from '../../../contract/codes.ts';
import type { OwnFields, StaffFields } from '../../../domain/partners/fields.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import type { PartnerRefusal, PartnersTexts } from '../../../lang/partners/index.ts';

export type Values = ReadonlyMap<string, string>;

/** How many contacts a form has room for: those that are there and one more. */
export function contactRows(values: Values): number {
  const filled = Array.from({ length: partnerLimits.contacts }, (_, index) =>
    Boolean(values.get(`contacts-${index}-name`) || values.get(`contacts-${index}-email`)),
  ).lastIndexOf(true);
  return Math.min(partnerLimits.contacts, filled + 2);
}

/** What is kept of a partner, as its form shows it. */
export function valuesOf(partner: Partner, first: string): Map<string, string> {
  const values = new Map<string, string>([
    ['slug', partner.slug],
    ['kind', partner.kind],
    ['origins', partner.origins.join('\n')],
    ['returnUrls', partner.returnUrls.join('\n')],
    ['accent', partner.accent ?? ''],
  ]);
  if (partner.allowsLocal) values.set('allowsLocal', 'on');
  for (const locale of locales) {
    values.set(`name-${locale}`, (locale === first ? partner.name : partner.names[locale]) ?? '');
    if (partner.languages.includes(locale)) values.set(`language-${locale}`, 'on');
  }
  for (const [index, { name, email }] of partner.contacts.entries()) {
    values.set(`contacts-${index}-name`, name).set(`contacts-${index}-email`, email);
  }
  return values;
}

export function ownFieldsOf(values: Values): OwnFields {
  const text = (name: string) => values.get(name) ?? '';
  return {
    names: Object.fromEntries(locales.map((locale) => [locale, text(`name-${locale}`)])),
    returnUrls: text('returnUrls'),
    accent: text('accent'),
    languages: locales.filter((locale) => values.has(`language-${locale}`)),
    contacts: Array.from({ length: partnerLimits.contacts }, (_, index) => ({
      name: text(`contacts-${index}-name`),
      email: text(`contacts-${index}-email`),
    })),
  };
}

export function staffFieldsOf(values: Values): StaffFields {
  return {
    ...ownFieldsOf(values),
    kind: values.get('kind') ?? '',
    origins: values.get('origins') ?? '',
    allowsLocal: values.has('allowsLocal'),
  };
}

/** Fields in the order of the form. */
export const formFields = [
  'slug',
  'kind',
  ...locales.map((locale) => `name-${locale}` as const),
  'origins',
  'returnUrls',
  'accent',
  'languages',
  'contacts',
  'personName',
  'personEmail',
  'logo',
] as const;
export type FormFieldName = (typeof formFields)[number];

const isField = (name: string): name is FormFieldName => (formFields as readonly string[]).includes(name);

/** `origins.2` is about the second line of `origins`. */
function placeOf({ field }: FieldProblem): { field: FormFieldName; line: number } | undefined {
  const [name = '', line = '0'] = field.split('.');
  return isField(name) ? { field: name, line: Number(line) } : undefined;
}

/** What is wrong with each field, in the reader's language, with the line that it is about. */
export function sentencesOf(
  texts: PartnersTexts,
  values: Values,
  errors: readonly FieldProblem[],
): Record<FormFieldName, string> {
  const sentences = Object.fromEntries(formFields.map((name) => [name, ''])) as Record<FormFieldName, string>;
  for (const error of errors) {
    const place = placeOf(error);
    if (!place) continue;
    const { field, line } = place;
    const refusal = refusalOf(field, error.code);
    const about = line > 0 ? lineOf(field, line, values) : labelFor(texts, field, refusal);
    const sentence = about === undefined ? texts.errors[refusal] : `${texts.atLine(about)} ${texts.errors[refusal]}`;
    sentences[field] = [sentences[field], sentence].filter(Boolean).join(' ');
  }
  return sentences;
}

/** Problems by the field of the form that they belong to. */
export const fieldsWrong = (errors: readonly FieldProblem[]): { field: string }[] =>
  errors.flatMap((error) => placeOf(error) ?? []);

const most = 80;

function lineOf(field: FormFieldName, line: number, values: Values): string {
  const text =
    field === 'contacts'
      ? values.get(`contacts-${line - 1}-email`) || values.get(`contacts-${line - 1}-name`) || ''
      : ((values.get(field) ?? '').split(/\r\n|\r|\n/)[line - 1] ?? '');
  const shown = text.trim();
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}

/** Sentences that do not name their field themselves. */
function labelFor(texts: PartnersTexts, field: FormFieldName, refusal: PartnerRefusal): string | undefined {
  if (refusal !== 'tooMany' && refusal !== 'text') return undefined;
  if (field.startsWith('name-')) return texts.labels.names;
  return Object.hasOwn(texts.labels, field) ? texts.labels[field as 'origins'] : undefined;
}

type Code = FieldProblem['code'];

function refusalOf(field: FormFieldName, code: Code): PartnerRefusal {
  if (field.startsWith('name-')) {
    return code === 'required' ? 'nameMissing' : code === 'too_long' ? 'nameLong' : 'text';
  }
  if (code === 'too_many' && field !== 'personEmail') return 'tooMany';
  return (byField[field as keyof typeof byField] ?? (() => 'text'))(code);
}

const byField: Partial<Record<FormFieldName, (code: Code) => PartnerRefusal>> = {
  slug: (code) => (code === 'invalid' ? 'taken' : 'slug'),
  kind: () => 'kind',
  origins: (code) => (code === 'required' ? 'originMissing' : code === 'origin_too_wide' ? 'originWide' : 'origin'),
  returnUrls: () => 'returnUrl',
  accent: () => 'accent',
  languages: () => 'languages',
  contacts: (code) => (code === 'email_invalid' ? 'contact' : code === 'too_long' ? 'contactLong' : 'text'),
  personName: () => 'personName',
  personEmail: (code) => (code === 'invalid' ? 'personStaff' : code === 'too_many' ? 'personMany' : 'personEmail'),
  logo: (code) =>
    code === 'required'
      ? 'logoMissing'
      : code === 'too_long'
        ? 'logoSize'
        : code === 'wrong_type'
          ? 'logoType'
          : 'logoDamaged',
};
