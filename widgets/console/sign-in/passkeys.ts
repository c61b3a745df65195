import type { PasskeyOptions } from '../staff-client.ts';

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
export async function runPasskey(kind: PasskeyOptions['kind'], options: unknown): Promise<unknown> {
  const credential =
    kind === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('no passkey', 'NotAllowedError');
  return credential.toJSON();
}
