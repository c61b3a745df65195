import type { FieldProblem } from '../../../contract/codes.ts';
import { toDomainError } from '../../problem.ts';

/** What a person can mend stands in the form; the rest is not ours to hide. */
export function mendable(error: unknown): readonly FieldProblem[] {
  const { code, errors } = toDomainError(error);
  if (code === 'partner_taken') return [{ field: 'slug', code: 'invalid' }];
  if (!errors) throw error;
  return errors;
}
