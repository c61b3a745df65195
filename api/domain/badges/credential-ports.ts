/** Who signs badges and checks signatures, and where the secret keys lie. */
import type { KeyRole } from '../../contract/badge-words.ts';
import type { CredentialKey } from './ports.ts';

/** A credential before it is signed: an Open Badges 3.0 `OpenBadgeCredential` or a status list. */
export type UnsignedCredential = Record<string, unknown> & { id: string };

/** What a file or a text held. */
export type Unbaked =
  | { kind: 'json'; text: string }
  | { kind: 'jwt'; text: string }
  /** A picture without a credential. */
  | { kind: 'none' }
  /** More than one, damaged, or no picture at all. */
  | { kind: 'unreadable' };

/** What a look at one proof found. The key was one of ours unless said otherwise. */
export type ProofCheck = 'ok' | 'tampered' | 'wrong_purpose' | 'bad_algorithm' | 'unknown_key' | 'unreadable';

/** A key as it is before it is published. */
export type PublicHalf = Pick<CredentialKey, 'id' | 'role' | 'publicKey'>;

/** Secret keys as one command sees them. What it makes and drops is written when it has succeeded. */
export interface SecretsDraft {
  readonly halves: PublicHalf[];
  make(id: string, role: KeyRole): Promise<PublicHalf>;
  drop(id: string): void;
}

/** The secret halves of the keys. They never leave the place where they lie. */
export interface KeySecrets {
  /** The place, for people: a path, or the name of a variable. */
  readonly place: string;
  /**
   * Public halves of the keys whose secrets are at hand; none when nothing was made yet.
   * @throws {KeysError} when the place cannot be read
   */
  list(): Promise<PublicHalf[]>;
  /** Whether others on this machine can read the place. */
  isOpen(): boolean;
  /**
   * Changes them, one at a time over all processes that see the place.
   * @throws {KeysError} when it cannot be written, or somebody else is changing it
   */
  change<T>(work: (draft: SecretsDraft) => Promise<T>): Promise<T>;
}

/** Keys that are not as they must be; `message` says what, why and the command that mends it. */
export class KeysError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeysError';
  }
}

/**
 * Signs and checks, by libraries alone. Keys are looked up in our own DID document, never in what is checked.
 * Secrets live outside the database.
 */
export interface Credentials {
  /** `did:web:` and the club's host; a port is percent-encoded. */
  readonly did: string;
  readonly secrets: KeySecrets;
  /** Signs a badge in both forms with the keys of the moment. JSON text as it is to be served. */
  signBadge(credential: UnsignedCredential, at: number): Promise<{ credential: string; jwt: string; keyId: string }>;
  /**
   * Signs the list `number` with its key.
   * @param id absolute address of the list
   * @param revoked positions whose bit is set
   */
  signList(list: { id: string; number: number; revoked: number[] }, at: number): Promise<string>;
  /** The Data Integrity proof of a parsed credential, against these keys. */
  checkProof(credential: Record<string, unknown>, keys: CredentialKey[]): Promise<ProofCheck>;
  /** A compact JWS, against these keys. The payload is there whenever it could be read. */
  checkJwt(token: string, keys: CredentialKey[]): Promise<{ check: ProofCheck; payload?: Record<string, unknown> }>;
  bakePng(png: Uint8Array, credential: string): Uint8Array<ArrayBuffer>;
  bakeSvg(svg: string, credential: string): string;
  /** Finds a credential in a PNG, an SVG, a JSON text or a JWT, by content. Never throws. */
  unbake(bytes: Uint8Array): Unbaked;
}
