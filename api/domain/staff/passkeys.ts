/** What signing in by passkey asks of a WebAuthn library. Its options and answers are JSON that is passed on. */
import type { Passkey, Staff } from '../sessions/ports.ts';

/** What a browser is asked, and what its answer has to have signed. */
export interface PasskeyQuestion {
  options: Record<string, unknown>;
  /** Base64url. */
  challenge: string;
}

export type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'>;

export interface Passkeys {
  /** Asks for a new passkey on a device that has none of those. */
  askNew(staff: Pick<Staff, 'id' | 'name'>, known: Passkey[]): Promise<PasskeyQuestion>;
  /** Asks for one of those passkeys. */
  ask(known: Passkey[]): Promise<PasskeyQuestion>;
  /** The passkey that was made; nothing when the answer is not right in every part. */
  readNew(response: object, challenge: string): Promise<NewPasskey | undefined>;
  /** The passkey's counter after it was shown; nothing when the answer is not right in every part. */
  read(response: object, challenge: string, passkey: Passkey): Promise<number | undefined>;
}
