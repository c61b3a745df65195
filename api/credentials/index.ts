import type { Credentials } from '../domain/badges/ports.ts';
import type { Clock, Log, Storage } from '../domain/ports.ts';

export interface CredentialOptions {
  publicUrl: string;
  /** Where the secret keys lie. */
  keyFile: string;
  storage: Pick<Storage, 'badges' | 'write'>;
  clock: Clock;
  log: Log;
}

export function createCredentials(_options: CredentialOptions): Credentials {
  return new Proxy({} as Credentials, {
    get(_, name) {
      throw new Error(`credentials: ${String(name)} is not built yet`);
    },
  });
}
