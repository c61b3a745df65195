import type { FieldCode } from './codes.ts';
import { limits } from './limits.ts';

// C0, DEL and C1 controls and the two Unicode line separators: none belongs in a one-line field.
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Why a one-line text cannot be stored as it was typed, or nothing when it can. Text is never
 * trimmed or normalised: it is stored as typed or refused.
 * @param value what was typed
 * @param max the longest length, in UTF-16 code units
 */
export function textProblem(value: string, max: number): FieldCode | undefined {
  if (value.length > max) return 'too_long';
  // U+FFFD is what is left of a character that was broken on its way here (a form in another encoding).
  if (!value.isWellFormed() || value.includes('\ufffd')) return 'invalid_unicode';
  if (control.test(value)) return 'control_character';
  return undefined;
}

/** A text that must say something: white space and invisible marks alone do not. */
export function requiredTextProblem(value: string, max: number): FieldCode | undefined {
  return textProblem(value, max) ?? (/[\p{L}\p{N}\p{S}\p{P}]/u.test(value) ? undefined : 'required');
}

// RFC 5322 atext and dots. Quoted local parts are legal and refused: no mailbox of a person needs one,
// and they are how mail libraries are talked into a second recipient.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const forbiddenInDomain = /[\s"(),:;<>@[\\\]`/?#%_]/;

/**
 * Why a mail address is refused, before any library sees it: one `@`, no quotes, comma, space,
 * control character or angle bracket, at most 254 octets. Whether the domain can be turned into
 * punycode is checked by the server, which has the tables.
 */
export function emailProblem(value: string): FieldCode | undefined {
  if (value === '') return 'required';
  if (new TextEncoder().encode(value).length > limits.email) return 'too_long';
  if (control.test(value)) return 'control_character';
  if (!value.isWellFormed()) return 'invalid_unicode';
  const at = value.indexOf('@');
  if (at < 1 || at !== value.lastIndexOf('@')) return 'email_invalid';
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  if (local.length > 64 || !localPart.test(local)) return 'email_invalid';
  if (!domain.includes('.') || domain.startsWith('.') || domain.endsWith('.')) return 'email_invalid';
  if (forbiddenInDomain.test(domain)) return 'email_invalid';
  return undefined;
}

/** The short name of a partner or a circle. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

// The same without tab and line feed: what people press in a text of several lines.
// eslint-disable-next-line no-control-regex
const controlInLines = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Why a text of several lines cannot be stored as it was typed. Lines end with a line feed alone, as
 * browsers send them to scripts; who takes HTML forms, which send two characters, makes one of them first.
 */
export function longTextProblem(value: string, max: number): FieldCode | undefined {
  if (value.length > max) return 'too_long';
  if (!value.isWellFormed() || value.includes('\ufffd')) return 'invalid_unicode';
  if (controlInLines.test(value)) return 'control_character';
  return undefined;
}

/** A text of several lines that must say something: at least so many characters that are not white space. */
export function storyTextProblem(value: string, min: number, max: number): FieldCode | undefined {
  const problem = longTextProblem(value, max);
  if (problem) return problem;
  if (!/[\p{L}\p{N}\p{S}\p{P}]/u.test(value)) return 'required';
  return value.replace(/\s+/gu, ' ').trim().length < min ? 'too_short' : undefined;
}
