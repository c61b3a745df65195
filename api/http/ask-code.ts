import { durations } from '../contract/limits.ts';
import type { CodeAccepted } from '../contract/session.ts';
import { spendProof } from '../domain/proofs/spend.ts';
import { requestCode, type CodeInput } from '../domain/sessions/request-code.ts';
import type { AppDeps } from './env.ts';
import { onTheBeat } from './sign-up.ts';

/**
 * The way of every member's wish to sign in from HTTP to its verb. What is written depends on whether the
 * address is a member's; the answer and its time do not.
 * @param request whose wish it is: a member's, or that of a partner's people
 * @param trap what stood in the field that people do not see
 * @throws {DomainError} as `requestCode` does
 */
export async function askCode(
  deps: AppDeps,
  input: CodeInput,
  trap: string | undefined,
  request = requestCode,
): Promise<CodeAccepted> {
  const accepted = await onTheBeat(deps.answerBeat, () => (trap ? nothing(deps, input) : request(deps, input)));
  deps.wakeMailer();
  return accepted;
}

/** What a robot gets: an answer like any other, that leads nowhere. */
async function nothing(deps: AppDeps, { spendable }: CodeInput): Promise<CodeAccepted> {
  await spendProof(deps, spendable);
  return { request: deps.ids.token(), expiresAt: deps.clock.now() + durations.codeLife };
}
