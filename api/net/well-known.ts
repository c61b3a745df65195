/**
 * Reads one small text file of a stranger's site. Whoever names the site chooses where our request goes, so it goes
 * to the public internet alone, to addresses that were looked up once and checked, on one port, and follows nothing.
 */
import type { Resolver } from 'node:dns/promises';
import { get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIPv6, type LookupFunction } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { LookFinding } from '../contract/badge-words.ts';
import { isPublicAddress } from './public-address.ts';

/** Opens a connection. Another one than Node's leads tests to a server of theirs. */
export type Connect = (options: ConnectionOptions) => TLSSocket;

/** What a site gave us in place of a text file. Of what it said nothing is kept: neither where it sends us nor why. */
export type Given = Extract<LookFinding, 'nothing_there' | 'redirected' | 'web_page' | 'other_content'>;

/**
 * What there was. `silent`: nothing answered, so that nobody knows. `nameless`: there is no such name; `nowhere`: it
 * has no address. `refused`: no site over TLS, for sure. That it leads into our own house is told by the same word as
 * a shut door or a wrong certificate: whoever asks learns nothing of what is inside.
 */
export type SmallText = { text: string } | Given | 'refused' | 'nameless' | 'nowhere' | 'silent';

export interface WellKnownRequest {
  domain: string;
  path: string;
  resolver: Pick<Resolver, 'resolve4' | 'resolve6'>;
  /** Who asks, for those who look into their logs. */
  userAgent: string;
  connect?: Connect;
  signal: AbortSignal;
}

const mostBytes = 4096;
/** What a name with many addresses is tried at. All of them are checked. */
const mostAddresses = 6;
const redirects: ReadonlySet<unknown> = new Set([301, 302, 303, 307, 308]);
/** A name that has no address (RFC 1035 §4.3): an answer, unlike a name server that says nothing. */
export const answeredNo: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

/** Reads `https://<domain><path>`. Ends with the signal at the latest, and never throws. */
export async function readWellKnown(request: WellKnownRequest): Promise<SmallText> {
  const reached = { site: false };
  let response: IncomingMessage | undefined;
  try {
    const addresses = await addressesOf(request);
    if (typeof addresses === 'string') return addresses;
    response = await ask(request, addresses, reached);
    return await textOf(response);
  } catch (error) {
    return reached.site || isRefusal(error) ? 'refused' : 'silent';
  } finally {
    // What is still to come, however much it is, is not read.
    response?.destroy();
  }
}

/** One address of our own house among many is enough to ask none of them. */
async function addressesOf({
  domain,
  resolver,
  signal,
}: WellKnownRequest): Promise<string[] | Exclude<SmallText, object>> {
  const asking = Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  const found = await Promise.race([asking, ended(signal)]);
  const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (addresses.length === 0) {
    const reasons = found.map((one) => (one.status === 'rejected' ? codeOf(one.reason) : 'ENODATA'));
    if (!reasons.every((reason) => answeredNo.has(reason))) return 'silent';
    return reasons.every((reason) => reason === 'ENOTFOUND') ? 'nameless' : 'nowhere';
  }
  return addresses.every(isPublicAddress) ? addresses.slice(0, mostAddresses) : 'refused';
}

function ask(
  { domain, path, userAgent, signal, connect = connectTls }: WellKnownRequest,
  addresses: string[],
  reached: { site: boolean },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({
      host: domain,
      // Without it, a request with a connection of its own names port 80 in its `Host`.
      defaultPort: 443,
      path,
      signal,
      maxHeaderSize: 4 * mostBytes,
      headers: { accept: 'text/plain', 'accept-encoding': 'identity', 'user-agent': userAgent },
      createConnection: () =>
        connect({
          host: domain,
          port: 443,
          // The certificate has to be this domain's. The lookup is ours: nobody asks for the name a second time.
          servername: domain,
          lookup: onlyThese(addresses),
          ALPNProtocols: ['http/1.1'],
        }).on('connect', () => {
          reached.site = true;
        }),
    })
      .on('response', resolve)
      .on('error', reject)
      // A server that wants to speak another protocol ends without an error.
      .on('close', () => reject(new Error('net: the connection ended without an answer.')));
  });
}

/** Answers every question with the addresses that were checked. */
function onlyThese(addresses: string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_name, { all }, callback) => {
    if (all) callback(null, known);
    else callback(null, known[0]!.address, known[0]!.family);
  };
}

/** A whole text file of a few lines, as it is: no redirect, no page, no archive. */
async function textOf(response: IncomingMessage): Promise<{ text: string } | Given> {
  const { 'content-type': type = '', 'content-encoding': coding = 'identity' } = response.headers;
  if (redirects.has(response.statusCode)) return 'redirected';
  if (response.statusCode !== 200) return 'nothing_there';
  if (/^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(type)) return 'web_page';
  if (coding !== 'identity' || !/^text\/plain\s*(?:;|$)/i.test(type)) return 'other_content';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > mostBytes) return 'other_content';
    chunks.push(chunk);
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)) };
}

/** Rejects when the time is up. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Somebody is there, and the door is shut: at one of several addresses, or at the only one. */
function isRefusal(error: unknown): boolean {
  const each = error instanceof AggregateError ? error.errors : [error];
  return each.some((one) => codeOf(one) === 'ECONNREFUSED');
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException | null)?.code;
}
