/**
 * How long a client may take. A sign-up is two kilobytes: whoever needs ten seconds for it is not filling in
 * a form. Five megabytes of a film over a telephone line are something else: they may take minutes, as long as
 * something comes. What is cut off has not been sent in vain, an upload goes on where it was.
 */
import type { IncomingMessage, Server } from 'node:http';
import { paths } from '../contract/paths.ts';

export interface Patience {
  headersTimeout: number;
  /** Milliseconds until a request, that is no upload, is complete. */
  requestTimeout: number;
  /** The same for uploads, however steadily they come. */
  uploadTimeout: number;
  /** Within each of so many milliseconds an upload has to bring `uploadBytes`. */
  uploadWindow: number;
  uploadBytes: number;
  connectionsCheckingInterval: number;
  maxHeaderSize: number;
}

export const patience: Patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  uploadTimeout: 5 * 60_000,
  uploadWindow: 15_000,
  // 16 kbit/s: the slowest mobile networks give more.
  uploadBytes: 30_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 16_384,
};

/** Ends what takes too long. Node's own limit is one for all requests, so it is set to the longest. */
export function watchRequests(server: Server, { requestTimeout, uploadWindow, uploadBytes }: Patience): void {
  server.prependListener('request', (request: IncomingMessage) => {
    if (request.complete || !hasBody(request)) return;
    const { socket } = request;
    let before = socket.bytesRead;
    const timer = isUpload(request)
      ? setInterval(() => {
          if (socket.bytesRead - before < uploadBytes) hangUp(request);
          before = socket.bytesRead;
        }, uploadWindow)
      : setTimeout(() => hangUp(request), requestTimeout);
    const stop = () => clearInterval(timer);
    request.once('end', stop);
    request.once('close', stop);
  });
}

/**
 * What has neither length nor coding is over with its head (RFC 9112 §6.3), though Node says so a moment later: no
 * clock for that, which would cost a hot read as much as its answer.
 */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

function isUpload({ method, url }: IncomingMessage): boolean {
  return (method === 'PATCH' || method === 'POST') && url!.startsWith(paths.uploads);
}

/** As Node does when its own limit is over. */
function hangUp({ socket, complete }: IncomingMessage): void {
  if (complete || socket.destroyed) return;
  socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  socket.destroy();
}
