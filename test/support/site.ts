/** A business's site on this machine, reached as if it were on the internet. */
import type { LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect, createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { Connect } from '../../api/net/well-known.ts';
import { certificateFor } from './certificate.ts';

export interface Site {
  /** What it answers. */
  answer: RequestListener;
  /** What it was asked, with the name in the handshake: `shop.example GET shop.example /x`. */
  asked: string[];
  /** Every connection that was to be opened: to which addresses, at which port. */
  dialled: { addresses: string[]; port: number | undefined }[];
  /** Bytes that were sent. */
  sent(): number;
  /**
   * Opens what would go out to the internet to this site, and trusts its certificate. Whether the name fits the
   * certificate is checked as everywhere.
   */
  connect: Connect;
  close(): Promise<void>;
}

/** @param names that the certificate is for */
export async function startSite(...names: string[]): Promise<Site> {
  const { key, cert } = certificateFor(...names);
  const sockets = new Set<TLSSocket>();
  const http = createServer((request, response) => {
    const { servername } = request.socket as TLSSocket & { servername: string };
    site.asked.push(`${servername} ${request.method} ${request.headers.host} ${request.url}`);
    site.answer(request, response);
  });
  const server = createTlsServer({ key, cert }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    http.emit('connection', socket);
  });
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const site: Site = {
    answer: (_request, response) => void response.writeHead(404).end(),
    asked: [],
    dialled: [],
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    connect(options) {
      const { host, lookup, ...rest } = options;
      lookup!(host!, { all: true }, (_error, found) => {
        const addresses = (found as LookupAddress[]).map(({ address }) => address);
        site.dialled.push({ addresses, port: options.port });
      });
      return connect({ ca: cert, ...rest, host: '127.0.0.1', port });
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return site;
}
