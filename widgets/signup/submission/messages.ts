import type { FieldProblem } from '../../../api/contract/codes.ts';
import { limits } from '../../../api/contract/limits.ts';
import type { SignupTerms } from '../../lang/terms.ts';
import type { TextName } from '../fields.ts';

/** A text of ours by a name that came from elsewhere: never what a page put on `Object.prototype`. */
const own = (from: object, key: string): string | undefined =>
  Object.hasOwn(from, key) ? (from as Record<string, string>)[key] : undefined;

/** What a person reads beside a field that cannot be taken. */
export function fieldMessage(terms: SignupTerms, { field, code }: FieldProblem): string {
  const label = own(terms.labels, field) ?? field;
  switch (code) {
    case 'too_long':
      return terms.tooLong(label, limits[field as TextName]);
    case 'control_character':
    case 'invalid_unicode':
      return terms.unreadable(label);
    case 'required':
    case 'circle_unknown':
      return own(terms.missing, field) ?? terms.invalid(label);
    default:
      return own(terms.errors, code) ?? terms.invalid(label);
  }
}
