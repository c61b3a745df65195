import type { FieldCode, FieldProblem, ProblemCode } from '../../../contract/codes.ts';
import { partnerLimits } from '../../../contract/limits.ts';
import { DomainError, refuseField } from '../../../domain/errors.ts';
import type { By } from '../../../domain/partners/manage.ts';
import { setLogo } from '../../../domain/partners/logo.ts';
import type { Partner } from '../../../domain/partners/partner.ts';
import { readMultipart, type FormWithFiles } from '../../body.ts';
import type { AppContext, AppDeps } from '../../env.ts';

/** What stands around the file in the body. */
const room = 16_384;

/**
 * Reads the form of a logo.
 * @throws {DomainError} invalid_request (logo), unsupported_media_type
 */
export async function readLogoForm(c: AppContext): Promise<FormWithFiles> {
  return readMultipart(c, partnerLimits.logoBytes + room).catch(asFieldProblem);
}

/**
 * Makes the logo of the file that was sent.
 * @throws {DomainError} invalid_request (logo)
 */
export async function takeLogo(deps: AppDeps, by: By, partner: Partner, { files }: FormWithFiles): Promise<void> {
  const file = files.get('logo');
  if (!file) refuseField('logo', 'required');
  await setLogo(deps, by, partner, file).catch(asFieldProblem);
}

/** Why a picture was not taken, in the words of a form. */
const codes: Partial<Record<ProblemCode, FieldCode>> = {
  body_too_large: 'too_long',
  media_empty: 'required',
  media_type: 'wrong_type',
  media_animated: 'wrong_type',
  media_damaged: 'invalid',
  media_dimensions: 'invalid',
  media_failed: 'invalid',
};

function asFieldProblem(error: unknown): never {
  const code = error instanceof DomainError ? codes[error.code] : undefined;
  if (code === undefined) throw error;
  const errors: FieldProblem[] = [{ field: 'logo', code }];
  throw new DomainError('invalid_request', { errors, cause: error });
}
