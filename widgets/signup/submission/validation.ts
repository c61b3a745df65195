import type { FieldCode, FieldProblem } from '../../../api/contract/codes.ts';
import { limits } from '../../../api/contract/limits.ts';
import type { CircleView } from '../../../api/contract/partner.ts';
import { emailProblem, requiredTextProblem, textProblem } from '../../../api/contract/text.ts';
import type { FieldName } from '../fields.ts';
import { texts, type Values } from './values.ts';

/**
 * What keeps this form from being sent, field by field in the order of the page, by the rules that
 * the club's server applies.
 */
export function problemsOf(values: Values, circles: readonly CircleView[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (field: FieldName, code: FieldCode | undefined) => {
    if (code) problems.push({ field, code });
  };
  const circle = circles.find(({ id }) => id === values.circle);

  for (const name of texts) {
    const value = values[name];
    if (name === 'email') check(name, emailProblem(value));
    else if (name === 'firstName') check(name, requiredTextProblem(value, limits[name]));
    else if (name === 'invitation') {
      check('circle', circle ? undefined : 'required');
      // A code typed before another circle was chosen is not sent, so it is not checked either.
      if (circle?.byInvitation) check(name, value.trim() ? textProblem(value, limits[name]) : 'invitation_required');
    } else check(name, textProblem(value, limits[name]));
  }
  check('age15', values.age15 ? undefined : 'under_age');
  check('charter', values.charter ? undefined : 'charter_not_accepted');
  return problems;
}
