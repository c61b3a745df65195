import type { MembershipAccepted } from '../../api/contract/membership.ts';
import { paths } from '../../api/contract/paths.ts';
import { ApiFailure, type ApiRequest } from '../core.ts';
import type { ProofController } from './proof-controller.ts';
import type { SignupRequestDetail } from './signup.events.ts';

/** A person on a slow line still waits; after this they are told. */
const timeout = 15_000;

/**
 * Sends a sign-up with its proof of work. There is one silent second try: a proof can be too old or
 * spent without anybody having done anything wrong.
 * @param website what the field that only machines see holds
 * @throws {ApiFailure} when the club did not take it
 */
export async function sendSignup(
  request: SignupRequestDetail,
  website: string,
  proof: ProofController,
  post: (path: string, request: ApiRequest) => Promise<MembershipAccepted>,
  signal: AbortSignal,
  again = true,
): Promise<MembershipAccepted> {
  try {
    const body = { ...request, ...(website && { website }), proof: await proof.take() };
    return await post(paths.memberships, { body, signal, timeout });
  } catch (error) {
    if (again && error instanceof ApiFailure && /^(proof_|too_fast)/.test(error.code ?? ''))
      return sendSignup(request, website, proof, post, signal, false);
    throw error;
  }
}
