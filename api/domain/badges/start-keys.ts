import { keyRoles } from '../../contract/badge-words.ts';
import { StorageConflictError, type Deps } from '../ports.ts';
import { newKeyId } from './key-ids.ts';
import { KeysError, type PublicHalf } from './credential-ports.ts';
import { type CredentialKey } from './ports.ts';
import { signingKey } from './signing-key.ts';

type KeyDeps = Pick<Deps, 'storage' | 'credentials' | 'clock' | 'log'>;

/**
 * Makes and publishes the first keys of a new club; of any other, makes sure that secrets and published keys belong
 * together and that something can be signed.
 * @throws {KeysError} when they do not
 */
export async function startKeys(deps: KeyDeps): Promise<void> {
  const { storage, credentials, clock } = deps;
  if ((await storage.badges.keys()).length === 0) await publishFirst(deps);
  const [published, secrets] = [await storage.badges.keys(), await credentials.secrets.list()];
  const { place } = credentials.secrets;
  if (secrets.length === 0) {
    throw new KeysError(
      `The database knows signing keys, and none of their secrets is in ${place}: it was lost, left out of a backup, or ` +
        'is on another machine. Nothing was started. Bring it here; if that is not possible, run: ' +
        'npm run cli -- rotate-key --now (badges that were signed stay valid)',
    );
  }
  refuseStrangers(published, secrets, place);
  // Told, not refused: whoever mounts a secret cannot always choose its mode.
  if (credentials.secrets.isOpen()) {
    deps.log.warn({ place }, 'Others on this machine can read the keys that sign badges. Run: chmod 600 on this file');
  }
  const missing = keyRoles.filter((role) => !signingKey(published, secrets, role, clock.now()));
  if (missing.length > 0) {
    throw new KeysError(
      `No secret in ${place} may sign for: ${missing.join(', ')}. Nothing was started. Restore the one of your latest ` +
        `backup; if that is not possible, run: ${missing.map((role) => `npm run cli -- rotate-key ${role} --now`).join(' && ')}`,
    );
  }
}

/**
 * What is signed with a key that nobody can look up is worth nothing.
 * @throws {KeysError} when a secret belongs to none of the published keys
 */
export function refuseStrangers(published: CredentialKey[], secrets: PublicHalf[], place: string): void {
  const known = new Set(published.map(({ id, publicKey }) => `${id} ${publicKey}`));
  const strangers = secrets.filter(({ id, publicKey }) => !known.has(`${id} ${publicKey}`));
  if (strangers.length === 0) return;
  throw new KeysError(
    `The database does not know ${strangers.map(({ id }) => id).join(', ')} in ${place}: they belong to another ` +
      'database, or this one is older. Nothing was changed. Restore both of the same moment; if that is not possible, ' +
      'move the secrets away and run: npm run cli -- rotate-key --now',
  );
}

async function publishFirst({ storage, credentials: { secrets }, clock }: KeyDeps): Promise<void> {
  const now = clock.now();
  const publish = async (halves: PublicHalf[]) => {
    try {
      await storage.write(async (tx) => {
        for (const half of halves) await tx.badges.insertKey({ ...half, publishedAt: now, firstUseAt: now });
      });
    } catch (error) {
      // Another process was quicker. Whose keys are published now is looked at afterwards.
      if (!(error instanceof StorageConflictError)) throw error;
    }
  };
  const found = await secrets.list();
  if (found.length > 0) return publish(found);
  await secrets.change(async (draft) => {
    // Under the lock: what another process of this machine has made meanwhile is there.
    if (draft.halves.length > 0) return;
    const halves = [];
    for (const role of keyRoles) halves.push(await draft.make(newKeyId(role, now, []), role));
    await publish(halves);
  });
}
