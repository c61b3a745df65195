import { suppressionKey, type Address } from '../addresses.ts';
import type { Deps } from '../ports.ts';

/**
 * Takes an address off the list of those that get no more mail.
 * @returns false when it was not on it
 */
export function liftSuppression(deps: Pick<Deps, 'storage' | 'clock' | 'keys'>, address: Address): Promise<boolean> {
  const key = suppressionKey(deps.keys, address);
  return deps.storage.write(async (tx) => {
    if (!(await tx.unsuppress(key))) return false;
    // Enough of the fingerprint to tell two apart, too little to look somebody up by it.
    await tx.audit('suppression.lifted', `suppression:${key.slice(0, 6)}`, deps.clock.now());
    return true;
  });
}
