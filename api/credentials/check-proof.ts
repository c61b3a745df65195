import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as suite from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import type { KeyRole } from '../contract/badge-words.ts';
import type { ProofCheck } from '../domain/badges/credential-ports.ts';
import type { CredentialKey } from '../domain/badges/ports.ts';
import { findKey } from './did.ts';
import { loadKeys } from './documents.ts';
import type { Shapes } from './shape.ts';

/** Our documents have no two nodes that only a search tells apart: none of the work of such a search is granted. */
const cryptosuite = {
  ...suite.cryptosuite,
  canonize: (input: object, options: object) => suite.cryptosuite.canonize(input, { ...options, maxWorkFactor: 0 }),
};

/**
 * Checks the one Data Integrity proof of a badge or a status list. What is wrong first decides the answer: how it
 * was signed, with which key, then what. Validity in time is not looked at.
 */
export async function checkProof(
  credential: Record<string, unknown>,
  keys: CredentialKey[],
  did: string,
  shapes: Shapes,
): Promise<ProofCheck> {
  const isList = listOf(credential['type']).includes('BitstringStatusListCredential');
  const role: KeyRole = isList ? 'status' : 'badge';
  const refusal = lookAtProof(credential['proof'], keys, role, did);
  if (refusal !== 'ok') return refusal;

  const { data } = (isList ? shapes.statusList : shapes.badge).safeParse(credential);
  if (!data) return 'tampered';
  const ours = keys.filter((key) => key.role === role && key.removedAt === null);
  const { verified } = await verifyCredential({
    credential: data,
    suite: new DataIntegrityProof({ cryptosuite }),
    controller: { id: did, assertionMethod: ours.map(({ id }) => `${did}#${id}`) },
    documentLoader: loadKeys(did, ours),
    // Both are looked up in our own tables by whoever asks.
    checkStatus: () => Promise.resolve({ verified: true }),
    now: new Date(data.validFrom),
  });
  return verified ? 'ok' : 'tampered';
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What can be said of a proof before anything is computed. */
function lookAtProof(value: unknown, keys: CredentialKey[], role: KeyRole, did: string): ProofCheck {
  if (!Array.isArray(value) || value.length !== 1) return 'tampered';
  const proof: unknown = value[0];
  if (typeof proof !== 'object' || proof === null) return 'tampered';
  const { type, cryptosuite: name, proofPurpose, verificationMethod } = proof as Record<string, unknown>;
  if (type !== 'DataIntegrityProof' || name !== cryptosuite.name) return 'bad_algorithm';
  if (proofPurpose !== 'assertionMethod') return 'wrong_purpose';
  if (typeof verificationMethod !== 'string') return 'unknown_key';
  return findKey(keys, did, verificationMethod)?.role === role ? 'ok' : 'unknown_key';
}
