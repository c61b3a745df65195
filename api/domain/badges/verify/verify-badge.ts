import type { KeyRole, Verdict } from '../../../contract/badge-words.ts';
import type { Deps } from '../../ports.ts';
import type { ProofCheck } from '../credential-ports.ts';
import type { Badge, CredentialKey } from '../ports.ts';
import { readBadge, stateOf, type ShownBadge } from '../view.ts';
import { isOn, siteHost } from './address.ts';
import { readOwnCredential, type OwnCredential } from './own-credential.ts';
import { readInput, type VerifyInput } from './read-input.ts';

export type { VerifyInput } from './read-input.ts';

/** What is said of it; the badge as it stands now, when it is certainly one of ours. */
export interface Verified {
  verdict: Verdict;
  badge?: ShownBadge;
}

type Needs = Pick<Deps, 'storage' | 'credentials' | 'clock' | 'log' | 'publicUrl'>;

/** Clocks of two machines may differ by so much, in milliseconds. */
const skew = 60_000;

/**
 * Checks a badge in whatever form somebody has it. Whose it is, its name and domain come from our register by id,
 * never from what was given; keys come from our own list, never from what was given; nothing is fetched, kept or
 * logged of it. Whatever cannot be looked at is `cannot_check`: an error of ours never reads as valid.
 */
export async function verifyBadge(deps: Needs, input: VerifyInput): Promise<Verified> {
  try {
    return await look(deps, input);
  } catch (error) {
    // The message may quote what was given, so only the kind of error is logged.
    deps.log.error({ reason: error instanceof Error ? error.name : typeof error }, 'a badge could not be checked');
    return { verdict: 'cannot_check' };
  }
}

async function look(deps: Needs, input: VerifyInput): Promise<Verified> {
  const read = readInput(deps, input);
  if (read.kind === 'verdict') return { verdict: read.verdict };
  if (read.kind === 'address') {
    if (!read.address.own) return { verdict: 'foreign_address' };
    const badge = read.address.id === undefined ? undefined : await readBadge(deps, read.address.id);
    return badge ? standing(deps, badge, badge.domain, input.site) : { verdict: 'unknown_badge' };
  }
  const own = read.kind === 'json' ? await checkJson(deps, read) : await checkToken(deps, read.token);
  return typeof own === 'string' ? { verdict: own } : checkRegister(deps, own, input.site);
}

/** A credential with an embedded proof: ours and untouched, or the verdict. */
async function checkJson(
  deps: Needs,
  { text, credential }: { text: string; credential: Record<string, unknown> },
): Promise<OwnCredential | Verdict> {
  const stranger = checkIssuer(deps, credential);
  if (stranger) return stranger;
  const own = readOwnCredential(credential, deps.publicUrl, text);
  if (!own || !('proof' in credential)) return 'tampered';
  return verdictOf(await deps.credentials.checkProof(credential, await keysFor(deps, 'badge'))) ?? own;
}

async function checkToken(deps: Needs, token: string): Promise<OwnCredential | Verdict> {
  const { check, payload } = await deps.credentials.checkJwt(token, await keysFor(deps, 'jwt'));
  const stranger = payload && checkIssuer(deps, payload);
  const wrong = stranger ?? verdictOf(check);
  if (wrong) return wrong;
  const own = payload && readOwnCredential(payload, deps.publicUrl);
  const claimsFit = own && payload['jti'] === payload['id'] && payload['iss'] === deps.credentials.did;
  return claimsFit ? own : 'tampered';
}

/** Whose credential is it? A name or a logo in it says nothing: a DID is what can be checked. */
function checkIssuer({ credentials }: Needs, credential: Record<string, unknown>): Verdict | undefined {
  const { issuer, type } = credential;
  const types: unknown[] = [type].flat();
  if (issuer === undefined || !types.includes('VerifiableCredential')) return 'no_credential';
  const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
  if (id !== credentials.did) return 'foreign_issuer';
  // We sign lists too, which are nobody's badge.
  return types.includes('OpenBadgeCredential') ? undefined : 'no_credential';
}

/** A badge is signed with a badge's key: one for lists proves nothing here, nor does one that was removed. */
async function keysFor({ storage }: Needs, role: KeyRole): Promise<CredentialKey[]> {
  const keys = await storage.badges.keys();
  return keys.filter((key) => key.role === role && key.removedAt === null);
}

function verdictOf(check: ProofCheck): Verdict | undefined {
  return check === 'ok' ? undefined : check;
}

/** It is ours and untouched. Is it still true? */
async function checkRegister(deps: Needs, own: OwnCredential, site: string | undefined): Promise<Verified> {
  const badge = await readBadge(deps, own.publicId);
  if (!badge) return { verdict: 'unknown_badge' };
  const now = deps.clock.now();
  if (now < own.validFrom - skew) return { verdict: 'not_yet_valid', badge };
  if (now >= own.validUntil + skew) return { verdict: 'expired', badge };
  const place = await deps.storage.badges.entry(own.entry);
  if (place?.badgeId !== badge.id) return { verdict: 'tampered' };
  const isCurrent = badge.list === own.entry.list && badge.position === own.entry.position;
  if (badge.status === 'active' && (!isCurrent || own.domain !== badge.domain)) return { verdict: 'replaced', badge };
  if (place.revokedAt !== null) return { verdict: 'ended', badge };
  return standing(deps, badge, own.domain, site);
}

/** What the register says now, and whether it holds where the badge was seen. */
function standing(deps: Needs, badge: ShownBadge, domain: string | null, site: string | undefined): Verified {
  const state = stateOf(badge, deps.clock.now());
  if (state !== 'valid') return { verdict: hasRunOut(badge) ? 'expired' : 'ended', badge };
  const isElsewhere = domain !== null && site !== undefined && !isOn(siteHost(site) ?? '', domain);
  return { verdict: isElsewhere ? 'wrong_domain' : 'valid', badge };
}

/** Its time is over, and nobody has ended it for another reason. */
function hasRunOut({ status, endReason }: Badge): boolean {
  return status === 'active' || endReason === 'expired';
}
