import { paths } from '../../contract/paths.ts';
import type { Deps } from '../ports.ts';
import { forgetCached, keysTag } from './forget-cached.ts';

type AddressDeps = Pick<Deps, 'storage' | 'clock' | 'publicUrl' | 'cdn' | 'log'>;

/**
 * Has everything signed anew when the club's public address has changed: what was signed names the old one as its
 * issuer, which nobody can look up here. The lists tell, since there is one as soon as there is a badge.
 * @returns how many badges will be signed anew
 */
export async function followAddress({ storage, clock, publicUrl, log, ...deps }: AddressDeps): Promise<number> {
  const lists = await storage.badges.statusLists();
  const moved = lists.some(
    ({ number, credential }) => credential !== null && idOf(credential) !== publicUrl + paths.statusList(number),
  );
  if (!moved) return 0;
  const badges = await storage.write(async (tx) => {
    const now = clock.now();
    const count = await tx.badges.resignAll();
    await tx.audit('badges.resigned', 'club', now);
    await forgetCached(tx, deps, keysTag, now);
    return count;
  });
  log.info({ badges, publicUrl }, 'The club has another public address: its badges are being signed for it anew');
  return badges;
}

function idOf(credential: string): unknown {
  return (JSON.parse(credential) as { id?: unknown }).id;
}
