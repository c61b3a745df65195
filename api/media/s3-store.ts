/**
 * Media in an S3-compatible store: requests are signed by aws4fetch and sent by node:http, which streams a
 * file of any size with its length said beforehand. Every wait and every retry has an end.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { fileType } from '../domain/media/names.ts';
import type { MediaStore } from '../domain/media/ports.ts';

export interface S3Options {
  /** Origin of the service, e.g. `https://s3.example.org`; the bucket is the first part of the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

type Source = { path: string } | { bytes: Uint8Array };

interface Call {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  url: URL;
  headers?: Record<string, string>;
  source?: Source;
}

const tries = 3;
/** Without a byte, in milliseconds. */
const silence = 10_000;

/** Reads `https://key:secret@host/bucket?region=…`. */
export function parseS3Url(text: string): S3Options {
  const url = new URL(text);
  return {
    endpoint: `${url.protocol}//${url.host}`,
    bucket: decodeURIComponent(url.pathname.slice(1)),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}

export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): MediaStore {
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const secure = endpoint.startsWith('https:');
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const urlOf = (name: string) => {
    if (!fileType(name)) throw new Error('media: this is no name of a stored file. Nothing was touched.');
    return new URL(`/${bucket}/${name}`, endpoint);
  };

  /** One request. The caller reads the answer to its end. */
  async function send({ method, url, headers = {}, source }: Call, body?: Measure): Promise<IncomingMessage> {
    const signed = await signer.sign(url.href, {
      method,
      headers: { ...headers, 'x-amz-content-sha256': body?.sha256 ?? emptyHash },
    });
    const all = { ...Object.fromEntries(signed.headers), ...(body && { 'content-length': String(body.bytes) }) };
    const request = (secure ? httpsRequest : httpRequest)(url, { method, headers: all, agent });
    request.setTimeout(silence, () => request.destroy(new Error(`media: the store was silent for ${silence} ms.`)));
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      request.once('response', resolve);
      request.once('error', reject);
    });
    if (source && 'path' in source) {
      // A failure to send is seen by whoever waits for the answer.
      pipeline(createReadStream(source.path), request).catch((error: Error) => request.destroy(error));
    } else request.end(source?.bytes);
    return answer;
  }

  /** The same until it works, three times at most: every call may be repeated. */
  async function call(one: Call, accepted: number[]): Promise<IncomingMessage> {
    const body = one.source && (await measure(one.source));
    for (let attempt = 1; ; attempt += 1) {
      const answer = await send(one, body).catch((error: unknown) => {
        if (attempt >= tries) throw new Error('media: the store cannot be reached.', { cause: error });
        return undefined;
      });
      if (answer && accepted.includes(answer.statusCode!)) return answer;
      answer?.resume();
      const passing = !answer || answer.statusCode! >= 500 || answer.statusCode === 429;
      if (!passing || attempt >= tries) {
        throw new Error(`media: the store answered ${answer?.statusCode} to ${one.method}.`);
      }
      await sleep(200 * 2 ** attempt * (0.5 + Math.random()));
    }
  }

  async function head(name: string) {
    if (!fileType(name)) return undefined;
    const answer = await call({ method: 'HEAD', url: urlOf(name) }, [200, 404]);
    answer.resume();
    if (answer.statusCode === 404) return undefined;
    return { bytes: Number(answer.headers['content-length']), type: fileType(name)! };
  }

  return {
    async put(name, type, source) {
      const answer = await call({ method: 'PUT', url: urlOf(name), headers: { 'content-type': type }, source }, [200]);
      answer.resume();
    },
    async get(name, range) {
      if (!fileType(name)) return undefined;
      const headers = range && { range: `bytes=${range.start}-${range.end}` };
      const answer = await call({ method: 'GET', url: urlOf(name), ...(headers && { headers }) }, [200, 206, 404]);
      if (answer.statusCode === 404) {
        answer.resume();
        return undefined;
      }
      const whole = /\/(\d+)$/.exec(answer.headers['content-range'] ?? '')?.[1];
      const body = Readable.toWeb(answer) as ReadableStream<Uint8Array>;
      return { type: fileType(name)!, bytes: Number(whole ?? answer.headers['content-length']), body };
    },
    stat: head,
    async remove(name) {
      const answer = await call({ method: 'DELETE', url: urlOf(name) }, [200, 204, 404]);
      answer.resume();
    },
    async *list() {
      for (let next: string | undefined = ''; next !== undefined;) {
        const url = new URL(`/${bucket}`, endpoint);
        url.searchParams.set('list-type', '2');
        if (next) url.searchParams.set('continuation-token', next);
        const page = await textOf(await call({ method: 'GET', url }, [200]));
        for (const [, key] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) if (key && fileType(key)) yield key;
        next = /<NextContinuationToken>([^<]+)</.exec(page)?.[1]?.replaceAll('&amp;', '&');
      }
    },
    close() {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

const emptyHash = createHash('sha256').digest('hex');

/** Length and hash: the store refuses what arrives otherwise. */
interface Measure {
  bytes: number;
  sha256: string;
}

async function measure(source: Source): Promise<Measure> {
  const hash = createHash('sha256');
  if ('bytes' in source) return { bytes: source.bytes.length, sha256: hash.update(source.bytes).digest('hex') };
  await pipeline(createReadStream(source.path), hash);
  return { bytes: (await stat(source.path)).size, sha256: hash.digest('hex') };
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
