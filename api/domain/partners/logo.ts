/** A partner's logo: a picture of ours, made small from what was sent, in the store beside those of stories. */
import { partnerLimits } from '../../contract/limits.ts';
import { actorName } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { newFileName } from '../media/names.ts';
import type { MediaDecoder } from '../media/ports.ts';
import type { Deps, Storage } from '../ports.ts';
import type { Partner } from './partner.ts';
import type { By } from './manage.ts';

const type = 'image/webp';

type LogoDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'media'>;

/**
 * Replaces a partner's logo.
 * @throws {DomainError} body_too_large, media_empty, media_type, media_damaged …: nothing was changed
 */
export async function setLogo(
  deps: LogoDeps & { decoder: Pick<MediaDecoder, 'logo'> },
  by: By,
  partner: Pick<Partner, 'id' | 'logo'>,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.byteLength > partnerLimits.logoBytes) throw new DomainError('body_too_large');
  const made = await deps.decoder.logo(bytes, partnerLimits.logoSide);
  const name = newFileName(deps.ids, type);
  try {
    await deps.media.put(name, type, { bytes: made });
    await keep(deps, by, partner, name);
  } catch (error) {
    // A file that no row names is removed; one that was not written is not missed.
    await deps.storage.write((tx) => tx.media.discard([name], deps.clock.now()));
    throw error;
  }
}

/** @throws {DomainError} not_found */
export function removeLogo(deps: LogoDeps, by: By, partner: Pick<Partner, 'id' | 'logo'>): Promise<void> {
  return keep(deps, by, partner, null);
}

function keep({ storage, clock }: LogoDeps, by: By, { id, logo }: Pick<Partner, 'id' | 'logo'>, name: string | null) {
  const now = clock.now();
  return storage.write(async (tx) => {
    await tx.lockAddress(`partner:${id}`);
    if (!(await tx.partners.change(id, { logo: name }))) throw new DomainError('not_found');
    if (logo !== null) await tx.media.discard([logo], now);
    await tx.audit(
      name === null ? 'partner.logo_removed' : 'partner.logo_set',
      `partner:${id}`,
      now,
      by && actorName(by),
    );
  });
}

/** Names of all logos: what the store keeps beside the files of stories. */
export async function logosOf(storage: Pick<Storage, 'partners'>): Promise<Set<string>> {
  return new Set((await storage.partners()).flatMap(({ logo }) => (logo === null ? [] : [logo])));
}

/** A logo as a file that everybody may see; nothing when no partner has it. */
export async function findLogo(
  { storage, media }: Pick<Deps, 'storage' | 'media'>,
  name: string,
): Promise<{ bytes: number; isPublic: true } | undefined> {
  if (!(await logosOf(storage)).has(name)) return undefined;
  const file = await media.stat(name);
  return file && { bytes: file.bytes, isPublic: true };
}
