/**
 * A verifier that is not ours: the engine of VerifierPlus, unmodified. It fetches, so its `fetch` is answered from
 * this machine and everything else is refused; it looks at the clock, so the clock is the application's.
 */
import { request } from 'node:http';
import { mock } from 'node:test';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { publicUrl, type TestApp } from './app.ts';
import { serveTestApp } from './server.ts';

/** What a good verifier asks besides: who is known by which name. */
const registry = { name: 'Register of clubs', type: 'dcc-legacy', url: 'https://registry.example/issuers.json' };

export interface Independent {
  /** By step; `undefined` when it never came so far. */
  signature: boolean | undefined;
  expiration: boolean | undefined;
  revocation: boolean | undefined;
  /** Is the issuer in the register of issuers? Signatures alone never tell. */
  registered: boolean | undefined;
  /** Its names for what went wrong. */
  errors: string[];
}

export interface IndependentVerifier {
  verify(credential: unknown): Promise<Independent>;
  /** Addresses it asked for, in order. */
  asked: string[];
  /** Answers an address otherwise than the application does; by path. */
  instead: Map<string, () => Response>;
  close(): Promise<void>;
}

/** It keeps a DID document for five seconds, whoever asks in this process. */
const memory = 6000;
let last = 0;

/** Serves the application on loopback and lets the verifier see nothing else of the world. */
export async function openIndependent(app: TestApp): Promise<IndependentVerifier> {
  const server = await serveTestApp(app);
  const asked: string[] = [];
  const instead = new Map<string, () => Response>();
  const { host } = new URL(publicUrl);

  async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const url = new URL(new Request(input, init).url);
    asked.push(url.href);
    const other = instead.get(url.pathname);
    if (url.host === host) return other ? other() : fetchLoopback(server.port, url);
    if (url.href === registry.url) return Response.json({ registry: { [app.deps.credentials.did]: { name: 'Club' } } });
    throw new TypeError(`fetch failed: ${url.host} is not on this machine`);
  }

  return {
    asked,
    instead,
    async verify(credential) {
      app.clock.time = last = Math.max(app.clock.time, last + memory);
      mock.timers.enable({ apis: ['Date'], now: app.clock.time });
      const quiet = [mock.method(console, 'log', () => {}), mock.method(console, 'error', () => {})];
      const fetching = mock.method(globalThis, 'fetch', answer);
      try {
        return summary(
          await verifyCredential({ credential: credential as never, knownDIDRegistries: [registry] as never }),
        );
      } finally {
        fetching.mock.restore();
        for (const one of quiet) one.mock.restore();
        mock.timers.reset();
      }
    },
    close: () => server.close(),
  };
}

/** Did it find nothing wrong at all? */
export const isAccepted = ({ signature, expiration, revocation, registered, errors }: Independent): boolean =>
  signature === true && expiration === true && revocation === true && registered === true && errors.length === 0;

interface Answer {
  log?: { id: string; valid?: boolean; error?: { name: string } }[];
  errors?: { name?: string }[];
}

function summary(response: unknown): Independent {
  const { log = [], errors = [] } = response as Answer;
  const step = (id: string) => log.find((entry) => entry.id === id)?.valid;
  const failed = log.flatMap(({ error }) => (error ? [error.name] : []));
  return {
    signature: step('valid_signature'),
    expiration: step('expiration'),
    revocation: step('revocation_status'),
    registered: step('registered_issuer'),
    errors: [...errors.map(({ name }) => String(name)), ...failed],
  };
}

/** `fetch` itself may not say which host it means. */
function fetchLoopback(port: number, { host, pathname, search }: URL): Promise<Response> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: pathname + search, headers: { host, accept: 'application/json' } };
    request(options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const headers = new Headers({ 'content-type': incoming.headers['content-type'] ?? '' });
        resolve(new Response(Buffer.concat(chunks), { status: incoming.statusCode!, headers }));
      });
    })
      .on('error', reject)
      .end();
  });
}
