/** Passkeys by @simplewebauthn/server: WebAuthn Level 3 for the club's own host, with the person verified. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Passkey } from './domain/sessions/ports.ts';
import type { Passkeys } from './domain/staff/passkeys.ts';

// Some ten megabytes with what it reads certificates by: only a process in which staff sign in pays for them.
const load = () => import('@simplewebauthn/server');

/** EdDSA, ES256, RS256 (COSE): what devices make. The library's own list asks the runtime for what is experimental. */
const algorithms = [-8, -7, -257];

/**
 * @param publicUrl origin of the club's pages: where passkeys are made and shown, and nowhere else
 * @param clubName what a device calls the club
 */
export function createPasskeys(publicUrl: string, clubName: string): Passkeys {
  const { origin, hostname: rpID } = new URL(publicUrl);
  const expected = (challenge: string) => ({
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  });
  return {
    async askNew(staff, known) {
      const { generateRegistrationOptions } = await load();
      const options = await generateRegistrationOptions({
        rpName: clubName,
        rpID,
        userName: staff.name,
        userDisplayName: staff.name,
        // The same for one person, so that a device replaces their passkey and does not collect them.
        userID: new TextEncoder().encode(`staff:${staff.id}`),
        attestationType: 'none',
        supportedAlgorithmIDs: algorithms,
        excludeCredentials: known.map(described),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      });
      return { options: { ...options }, challenge: options.challenge };
    },
    async ask(known) {
      const { generateAuthenticationOptions } = await load();
      const options = await generateAuthenticationOptions({
        rpID,
        allowCredentials: known.map(described),
        userVerification: 'required',
      });
      return { options: { ...options }, challenge: options.challenge };
    },
    async readNew(response, challenge) {
      const { verifyRegistrationResponse } = await load();
      return orNothing(async () => {
        const answer = response as RegistrationResponseJSON;
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: answer,
          ...expected(challenge),
          supportedAlgorithmIDs: algorithms,
        });
        if (!verified) return undefined;
        const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
        const key = Buffer.from(publicKey).toString('base64url');
        return { id, publicKey: key, counter, transports: JSON.stringify(transports) };
      });
    },
    async read(response, challenge, passkey) {
      const { verifyAuthenticationResponse } = await load();
      return orNothing(async () => {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: response as AuthenticationResponseJSON,
          ...expected(challenge),
          credential: {
            id: passkey.id,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
            counter: passkey.counter,
            transports: transportsOf(passkey),
          },
        });
        return verified ? authenticationInfo.newCounter : undefined;
      });
    },
  };
}

const described = (passkey: Passkey) => ({ id: passkey.id, transports: transportsOf(passkey) });

const transportsOf = ({ transports }: Passkey): string[] => JSON.parse(transports) as string[];

/** The library throws what is wrong with an answer: to whoever sent it, wrong is wrong. */
async function orNothing<T>(read: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
