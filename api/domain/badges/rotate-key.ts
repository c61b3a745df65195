import type { KeyRole } from '../../contract/badge-words.ts';
import { badgeDurations } from '../../contract/limits.ts';
import type { Deps } from '../ports.ts';
import { forgetCached, keysTag } from './forget-cached.ts';
import { newKeyId } from './key-ids.ts';
import { KeysError, type SecretsDraft } from './credential-ports.ts';
import { type CredentialKey } from './ports.ts';
import { signingKey } from './signing-key.ts';
import { refuseStrangers } from './start-keys.ts';

type KeyDeps = Pick<Deps, 'storage' | 'credentials' | 'clock' | 'cdn'>;

export type NewKey = Omit<CredentialKey, 'removedAt'>;

/**
 * Publishes a new key for each role. Verifiers have two days to see it before it signs, and old keys stay published.
 * @param now it signs at once. So it does anyway when nothing else could sign
 * @throws {KeysError} when secrets cannot be written, or do not belong to this database
 */
export async function rotateKeys(
  { storage, credentials: { secrets }, clock, ...deps }: KeyDeps,
  { roles, now }: { roles: KeyRole[]; now: boolean },
): Promise<NewKey[]> {
  const at = clock.now();
  return secrets.change(async (draft) => {
    const published = await storage.badges.keys();
    refuseStrangers(published, draft.halves, secrets.place);
    const made: NewKey[] = [];
    for (const role of roles) {
      const alone = !signingKey(published, draft.halves, role, at);
      made.push(await makeKey(draft, published, role, at, now || alone));
    }
    await storage.write(async (tx) => {
      for (const key of made) {
        await tx.badges.insertKey(key);
        await tx.audit('key.published', `key:${key.id}`, at);
      }
      await forgetCached(tx, deps, keysTag, at);
    });
    return made;
  });
}

/**
 * Takes back a key whose secret somebody else may know: it is unpublished at once, another one signs from now on, and
 * whatever counts and was signed with it is signed anew. What was downloaded is worth nothing any more.
 * @returns the new key, when one was needed, and how many badges are being signed anew
 * @throws {KeysError} when there is no such key, or as `rotateKeys`
 */
export async function removeKey(
  { storage, credentials: { secrets }, clock, ...deps }: KeyDeps,
  id: string,
): Promise<{ role: KeyRole; made: NewKey | undefined; resigned: number }> {
  const at = clock.now();
  return secrets.change(async (draft) => {
    const published = await storage.badges.keys();
    refuseStrangers(published, draft.halves, secrets.place);
    const key = published.find((one) => one.id === id && one.removedAt === null);
    if (!key) throw unknownKey(id, published);
    draft.drop(id);
    const others = published.filter((one) => one !== key);
    const isNeeded = !signingKey(others, draft.halves, key.role, at);
    const made = isNeeded ? await makeKey(draft, published, key.role, at, true) : undefined;
    const resigned = await storage.write(async (tx) => {
      if (made) await tx.badges.insertKey(made);
      await tx.badges.removeKey(id, at);
      await tx.audit('key.removed', `key:${id}`, at);
      await forgetCached(tx, deps, keysTag, at);
      return tx.badges.resignUnder(id);
    });
    return { role: key.role, made, resigned };
  });
}

async function makeKey(
  draft: SecretsDraft,
  published: CredentialKey[],
  role: KeyRole,
  at: number,
  now: boolean,
): Promise<NewKey> {
  const half = await draft.make(
    newKeyId(
      role,
      at,
      published.map(({ id }) => id),
    ),
    role,
  );
  return { ...half, publishedAt: at, firstUseAt: now ? at : at + badgeDurations.keyNotice };
}

function unknownKey(id: string, published: CredentialKey[]): KeysError {
  const there = published.filter(({ removedAt }) => removedAt === null).map((key) => key.id);
  return new KeysError(`No published key is called "${id}". Nothing was changed. There are: ${there.join(', ')}`);
}
