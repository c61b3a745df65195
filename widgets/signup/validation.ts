import type { FieldCode, FieldProblem } from '../../api/contract/codes.ts';
import type { CircleView } from '../../api/contract/partner.ts';
import { emailProblem, requiredTextProblem, textProblem } from '../../api/contract/text.ts';
import { texts, type CheckName, type FieldName, type TextName } from './fields.ts';

/** What the form holds: texts as they were typed, and which boxes are ticked. */
export type Values = Record<TextName | 'circle', string> & Record<CheckName, boolean>;

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

  for (const { name, max, required } of texts) {
    const value = values[name];
    if (name === 'invitation') {
      check('circle', circle ? undefined : 'required');
      // A code typed before another circle was chosen is not sent, so it is not checked either.
      if (circle?.byInvitation) check(name, value.trim() ? textProblem(value, max) : 'invitation_required');
    } else if (name === 'email') check(name, emailProblem(value));
    else check(name, (required ? requiredTextProblem : textProblem)(value, max));
  }
  check('age15', values.age15 ? undefined : 'under_age');
  check('charter', values.charter ? undefined : 'charter_not_accepted');
  return problems;
}

/** A form in which nobody has written yet. */
export const noValues: Values = {
  ...(Object.fromEntries([...texts.map(({ name }) => name), 'circle'].map((name) => [name, ''])) as Record<
    TextName | 'circle',
    string
  >),
  age15: false,
  charter: false,
  newsletter: false,
  public: false,
  introductions: false,
};
