import type { JoinInput } from '../domain/memberships/join-input.ts';
import { join } from '../domain/memberships/join.ts';
import { spendProof } from '../domain/proofs/spend.ts';
import type { AppDeps } from './env.ts';

/**
 * The way of every sign-up from HTTP to the `join` verb, whatever it came in by. What is written depends
 * on whether the address is new, pending, a member or suppressed, and so does the time it takes. Whoever
 * asks must not learn it, so the answer waits for the next beat.
 * @param trap what stood in the field that people do not see. Whoever fills it in is a robot and learns
 *   nothing: the answer, its time and the end of the proof are those of a sign-up, and nobody is signed up.
 * @throws {DomainError} as `join` does
 */
export async function takeSignUp(deps: AppDeps, input: JoinInput, trap: string | undefined): Promise<void> {
  await onTheBeat(deps.answerBeat, () => (trap ? spendProof(deps, input.spendable) : join(deps, input)));
  deps.wakeMailer();
}

/**
 * Answers, or fails, at a whole number of beats after the call. The clock is started before the work: a
 * wait that is reckoned afterwards would still show the work's last fraction of a millisecond.
 * @param beat milliseconds; with 0 nobody waits
 */
export async function onTheBeat<T>(beat: number, work: () => Promise<T>): Promise<T> {
  if (beat === 0) return work();
  let ended = false;
  let next = sleep(beat);
  const end = () => {
    ended = true;
  };
  const working = work();
  working.then(end, end);
  for (;;) {
    await next;
    if (ended) return working;
    next = sleep(beat);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
