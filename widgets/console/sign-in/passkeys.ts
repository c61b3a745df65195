import type { PasskeyOptions, PasskeyRequest } from '../../../api/contract/session.ts';

/** Whether this browser can read what the server says of passkeys (WebAuthn level 3). */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

/**
 * Has the browser make or show a passkey.
 * @returns what the server checks, as JSON
 * @throws {DOMException} when the person closes the dialogue, or the device has a key already
 */
export async function runPasskey(
  kind: PasskeyOptions['kind'],
  options: PasskeyOptions['options'],
): Promise<PasskeyRequest['response']> {
  const credential =
    kind === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as unknown as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            options as unknown as PublicKeyCredentialRequestOptionsJSON,
          ),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError');
  return credential.toJSON() as unknown as PasskeyRequest['response'];
}
