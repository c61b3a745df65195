/**
 * Reads one small text file of a stranger's site. Whoever names the site chooses where our request goes, so it goes
 * to the public internet alone, to addresses that were looked up once and checked, on one port, and follows nothing.
 */
import { get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { LookFinding } from '../contract/badge-words.ts';
import { codeOf, onlyThese, publicAddresses, type HostResolver } from './public-host.ts';

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
  resolver: HostResolver;
  /** Who asks, for those who look into their logs. */
  userAgent: string;
  connect?: Connect;
  signal: AbortSignal;
}

const mostBytes = 4096;
const redirects: ReadonlySet<unknown> = new Set([301, 302, 303, 307, 308]);

/** Reads `https://<domain><path>`. Ends with the signal at the latest, and never throws. */
export async function readWellKnown(request: WellKnownRequest): Promise<SmallText> {
  const reached = { site: false };
  let response: IncomingMessage | undefined;
  try {
    const addresses = await publicAddresses(request.domain, request.resolver, request.signal);
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

/** Somebody is there, and the door is shut: at one of several addresses, or at the only one. */
function isRefusal(error: unknown): boolean {
  const each = error instanceof AggregateError ? error.errors : [error];
  return each.some((one) => codeOf(one) === 'ECONNREFUSED');
}
