// oxlint-disable-next-line triple-slash-reference -- packages without types, whoever compiles this folder
/// <reference path="./digital-bazaar.d.ts" />
/** Open Badges 3.0 of the club: signed, checked, baked into pictures and found there again. */
import type { Credentials } from '../domain/badges/credential-ports.ts';
import type { Storage } from '../domain/ports.ts';
import { bakePng, bakeSvg } from './bake.ts';
import { checkJwt } from './check-jwt.ts';
import { didOf } from './did.ts';
import { secretsFromText, secretsInFile } from './key-file.ts';
import { keySecrets, secretFor } from './secrets.ts';
import { shapes } from './shape.ts';
import { unbake } from './unbake.ts';

// With them come the libraries of linked data, a dozen megabytes: paid with the first badge, not at every start.
const signing = () => import('./sign.ts');
const checking = () => import('./check-proof.ts');

export interface CredentialOptions {
  publicUrl: string;
  /** Where the secret keys lie. */
  keyFile: string;
  /** The text of such a file instead, where there is no disk to keep one. */
  keyText?: string | undefined;
  storage: Pick<Storage, 'badges'>;
}

/** Nothing is read before the first signature: whether the keys are fit is `startKeys`' question. */
export function createCredentials({ publicUrl, keyFile, keyText, storage }: CredentialOptions): Credentials {
  const did = didOf(publicUrl);
  const store = keyText === undefined ? secretsInFile(keyFile) : secretsFromText(keyText);
  const ours = shapes(did);
  return {
    did,
    secrets: keySecrets(store, did),
    async signBadge(credential, at) {
      const published = await storage.badges.keys();
      const key = secretFor(store, published, 'badge', at);
      const jwtKey = secretFor(store, published, 'jwt', at);
      const { asJwt, withProof } = await signing();
      return {
        credential: await withProof(credential, did, key, at),
        jwt: await asJwt(credential, did, jwtKey),
        keyId: key.id,
      };
    },
    async signList(list, at) {
      const key = secretFor(store, await storage.badges.keys(), 'status', at);
      const { statusListOf, withProof } = await signing();
      return withProof(await statusListOf(list, did, at), did, key, at);
    },
    checkProof: async (credential, keys) => (await checking()).checkProof(credential, keys, did, ours),
    checkJwt: (token, keys) => checkJwt(token, keys, did, ours),
    bakePng,
    bakeSvg,
    unbake,
  };
}
