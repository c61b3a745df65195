import { DomainError } from '../errors.ts';
import type { Deps } from '../ports.ts';
import type { Spendable } from './challenge.ts';

/**
 * Spends a proof for nothing: what a robot gets for it.
 * @throws {DomainError} proof_spent
 */
export async function spendProof(deps: Pick<Deps, 'storage'>, { key, expiresAt }: Spendable): Promise<void> {
  const isFirst = await deps.storage.write((tx) => tx.spend(key, expiresAt));
  if (!isFirst) throw new DomainError('proof_spent');
}
