/** A test application behind a real port, opened as the real one is, and clients that misbehave. */
import { connect, type AddressInfo } from 'node:net';
import { patience } from '../../api/http/patience.ts';
import { listen } from '../../api/server.ts';
import { publicUrl, type TestApp } from './app.ts';

export interface TestServer {
  port: number;
  /** Sends bytes as they are and reads until the server closes. `end`: the client closes its side after sending. */
  raw(bytes: string | Buffer, options?: { end?: boolean; from?: string }): Promise<RawAnswer>;
  close(): Promise<void>;
}

export interface RawAnswer {
  /** Of the first answer; 0 when the server closed without one. */
  status: number;
  headers: Map<string, string>;
  body: string;
  /** Everything that came. */
  text: string;
}

/** Serves an application on a port of this machine, a free one unless it is given. */
export async function serveTestApp(
  { app }: Pick<TestApp, 'app'>,
  {
    host = '127.0.0.1',
    port: wanted = 0,
    limits = patience,
  }: { host?: string; port?: number; limits?: typeof patience } = {},
): Promise<TestServer> {
  const server = await listen(app.fetch, { host, port: wanted }, limits);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    raw: (bytes, options) => talk(port, bytes, options),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The lines of a request to the club, with what is added or changed. `undefined` leaves a header out. */
export function requestBytes(
  method: string,
  path: string,
  headers: Record<string, string | undefined> = {},
  body = '',
): string {
  const all: Record<string, string | undefined> = {
    host: new URL(publicUrl).host,
    connection: 'close',
    ...(body !== '' && { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

function talk(
  port: number,
  bytes: string | Buffer,
  { end = false, from = '127.0.0.1' }: { end?: boolean; from?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: from.includes(':') ? '::1' : '127.0.0.1', localAddress: from });
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // One that never hangs up has not answered.
    socket.setTimeout(15_000, () => socket.destroy());
    // A server that hangs up in the middle of our sending is an answer too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(parseAnswer(Buffer.concat(chunks).toString('utf8'))));
    if (end) socket.end(bytes);
    else socket.write(bytes);
  });
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n'), text };
}
