/** A passkey in software: WebAuthn Level 3 with ES256, and every lie that a test wants it to tell. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What it says that is not so. */
export interface Lies {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** The person was not verified. */
  unverified?: boolean;
  /** Nobody touched it. */
  absent?: boolean;
  counter?: number;
  /** Another key signs. */
  key?: KeyObject;
  crossOrigin?: boolean;
}

type Options = { challenge: string; rp?: { id?: string }; rpId?: string };

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();

export class Authenticator {
  readonly id = randomBytes(32);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #origin: string;
  counter = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** The answer of `navigator.credentials.create`, as `toJSON` writes it. */
  create(options: Options, lies: Lies = {}) {
    const clientData = this.#clientData('webauthn.create', options, lies);
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' });
    const coordinate = (text: string | undefined) => Buffer.from(text!, 'base64url');
    // COSE_Key (RFC 9052): kty EC2, alg ES256, crv P-256, x, y.
    const cose = map([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, cose]);
    const authData = Buffer.concat([this.#authData(options.rp?.id, lies, 0x40), credential]);
    const attestationObject = map([
      ['fmt', 'none'],
      ['attStmt', map([])],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** The answer of `navigator.credentials.get`. */
  get(options: Options, lies: Lies = {}) {
    const clientData = this.#clientData('webauthn.get', options, lies);
    const authData = this.#authData(options.rpId, lies, 0);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    return this.#credential({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, lies.key ?? this.#keys.privateKey).toString('base64url'),
    });
  }

  #credential<T>(response: T) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, { challenge }: Options, lies: Lies): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? this.#origin,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    );
  }

  #authData(rpId: string | undefined, lies: Lies, flags: number): Buffer {
    this.counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(lies.counter ?? this.counter);
    const present = lies.absent ? 0 : 0x01;
    const verified = lies.unverified ? 0 : 0x04;
    const hash = sha256(lies.rpId ?? rpId ?? new URL(this.#origin).hostname);
    return Buffer.concat([hash, Buffer.from([flags | present | verified]), counter]);
  }
}

/** A key that nobody registered. */
export const strangeKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

// As much of CBOR (RFC 8949) as a passkey writes.
type Item = number | string | Buffer;

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

function item(value: Item): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return Buffer.concat([head(2, value.length), value]);
}

const maps = new WeakSet<Buffer>();

function map(entries: [number | string, Item][]): Buffer {
  const parts = entries.flatMap(([key, value]) => [
    item(key),
    Buffer.isBuffer(value) && maps.has(value) ? value : item(value),
  ]);
  const whole = Buffer.concat([head(5, entries.length), ...parts]);
  maps.add(whole);
  return whole;
}
