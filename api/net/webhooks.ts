import { Resolver } from 'node:dns/promises';
import { request, type RequestOptions } from 'node:https';
import { connect as connectTls } from 'node:tls';
import { webhookLimits } from '../contract/webhook.ts';
import type { WebhookOutcome, WebhookSender } from '../domain/webhooks/ports.ts';
import { onlyThese, publicAddresses, type HostResolver } from './public-host.ts';
import type { Connect } from './well-known.ts';

export interface WebhookSenderOptions {
  /** The club's own origin: we say who we are. */
  publicUrl: string;
  resolver?: () => HostResolver & { cancel(): void };
  /** Opens a connection. Another one than Node's leads tests to a server of theirs. */
  connect?: Connect;
  /** Milliseconds that one try may take in all. */
  patience?: number;
}

/**
 * Posts events to strangers' servers. The name is looked up once and only if all its addresses are public, the
 * connection goes to those and to nothing else, no redirect is followed, and of an answer the status is read and
 * nothing more: an address of our own house, a shut door and a wrong certificate are one and the same word.
 */
export function createWebhookSender({
  publicUrl,
  resolver: newResolver = () => new Resolver({ timeout: 2000, tries: 2 }),
  connect = connectTls,
  patience = webhookLimits.patience,
}: WebhookSenderOptions): WebhookSender {
  const userAgent = `ambassador-webhook (+${publicUrl})`;
  return {
    async post(url, headers, body) {
      const resolver = newResolver();
      const signal = AbortSignal.timeout(patience);
      try {
        const { hostname, port, pathname, search } = new URL(url);
        const addresses = await publicAddresses(hostname.replace(/\.$/, ''), resolver, signal);
        if (typeof addresses === 'string') return { failed: addresses === 'silent' ? 'timeout' : 'refused' };
        const options: RequestOptions = {
          method: 'POST',
          host: hostname,
          // Without it, a request with a connection of its own names the port in its `Host`.
          defaultPort: 443,
          port: port === '' ? 443 : Number(port),
          path: pathname + search,
          signal,
          maxHeaderSize: 16_384,
          headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': userAgent },
          createConnection: () =>
            connect({
              host: hostname,
              port: port === '' ? 443 : Number(port),
              servername: hostname,
              lookup: onlyThese(addresses),
              ALPNProtocols: ['http/1.1'],
            }),
        };
        return await post(options, body);
      } catch {
        return { failed: signal.aborted ? 'timeout' : 'refused' };
      } finally {
        resolver.cancel();
      }
    },
  };
}

function post(options: RequestOptions, body: string): Promise<WebhookOutcome> {
  return new Promise((resolve, reject) => {
    const sent = request(options)
      .on('response', (response) => {
        const { statusCode: status = 0 } = response;
        // What is still to come, however much it is, is not read.
        response.destroy();
        resolve(status >= 300 && status < 400 ? { failed: 'redirected' } : { status });
      })
      .on('error', reject)
      .on('close', () => reject(new Error('net: the connection ended without an answer.')));
    sent.end(body);
  });
}
