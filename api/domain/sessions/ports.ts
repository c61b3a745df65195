/** What signing in asks of the storage. Tokens and codes are random and stored as hashes only. */
import type { Locale } from '../../contract/locales.ts';
import type { StaffRole, staffRoles } from '../../contract/vocabulary.ts';

/** Whose session it is. */
export type Holder = { memberId: number } | { staffId: number };

/** `cookie` on the club's own pages; `bearer` in a widget, for one origin. */
export type SessionKind = 'cookie' | 'bearer';

/** `code`: signed in by mail; staff have yet to show a passkey. `full`: everything is open. */
export type SessionLevel = 'code' | 'full';

export interface SessionRow {
  memberId: number | null;
  staffId: number | null;
  kind: SessionKind;
  level: SessionLevel;
  /** The only origin that a bearer token works from. */
  origin: string | null;
  createdAt: number;
  usedAt: number;
  expiresAt: number;
  /** What a passkey has to sign, while one is asked for. */
  challenge: string | null;
}

/** Somebody asked for a code. A row is written for strangers too: time must not tell who is a member. */
export interface SignInRow {
  id: number;
  memberId: number | null;
  staffId: number | null;
  /** Made when the mail is written; null before. Keyed hash. */
  codeHash: string | null;
  tries: number;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
}

export interface Staff {
  id: number;
  name: string;
  email: string;
  /** Canonical form of the address; unique. */
  address: string;
  role: StaffRole;
  language: Locale;
  status: 'active' | 'suspended';
}

/** Somebody who works for the club. */
export type ClubStaff = Staff & { role: (typeof staffRoles)[number] };

export interface Passkey {
  /** Credential id, base64url. */
  id: string;
  staffId: number;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  /** JSON array. */
  transports: string;
  name: string;
  createdAt: number;
}

export interface SessionReads {
  /** A session that is not expired, by the hash of its token. */
  find(hash: string): Promise<SessionRow | undefined>;
  staffById(id: number): Promise<Staff | undefined>;
  staffByAddress(address: string): Promise<Staff | undefined>;
  /** Who works for the club; people of partners are apart (`access`). */
  staff(): Promise<ClubStaff[]>;
  passkeys(staffId: number): Promise<Passkey[]>;
  passkey(id: string): Promise<Passkey | undefined>;
  /** By its id: what the mailer looks up. */
  signIn(id: number): Promise<SignInRow | undefined>;
}

export interface SessionWrites {
  open(hash: string, row: Omit<SessionRow, 'usedAt' | 'challenge'>): Promise<void>;
  touch(hash: string, usedAt: number): Promise<void>;
  setChallenge(hash: string, challenge: string | null): Promise<void>;
  /** False when it had ended before. */
  end(hash: string): Promise<boolean>;
  /** Every session of a person, at once: leaving, suspension, change of address. */
  endAll(holder: Holder): Promise<void>;
  /** Rows of sign-ins for an address key since a time, those that were used left out. */
  signInsSince(addressKey: string, since: number): Promise<{ count: number; lastAt: number | null }>;
  insertSignIn(row: {
    requestHash: string;
    addressKey: string;
    memberId: number | null;
    staffId: number | null;
    createdAt: number;
    expiresAt: number;
  }): Promise<number>;
  findSignIn(requestHash: string): Promise<SignInRow | undefined>;
  setCode(id: number, codeHash: string): Promise<void>;
  /** Counts a wrong try. */
  missCode(id: number): Promise<void>;
  /** False when it was used before: of fifty at once one wins. */
  useSignIn(id: number, at: number): Promise<boolean>;
  findStaff(id: number): Promise<Staff | undefined>;
  insertStaff(staff: Omit<Staff, 'id'>, at: number): Promise<number>;
  changeStaff(
    id: number,
    change: Partial<Pick<Staff, 'name' | 'role' | 'status' | 'email' | 'address'>>,
  ): Promise<boolean>;
  insertPasskey(passkey: Passkey): Promise<void>;
  usePasskey(id: string, counter: number, at: number): Promise<void>;
  dropPasskeys(staffId: number): Promise<void>;
}
