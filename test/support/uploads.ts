/** Uploads as a browser makes them, and the decoder that makes photos and films of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createMediaProcessing } from '../../api/jobs/process-media.ts';
import { createDecoder } from '../../api/media/decoder.ts';
import type { MediaDecoder } from '../../api/domain/media/ports.ts';
import { testClub, type TestApp } from './app.ts';
import type { SignedIn } from './session.ts';

type On = Pick<TestApp, 'deps' | 'clock' | 'request' | 'dir'>;

export interface Sent {
  status: number;
  /** Of a refusal. */
  code: string | undefined;
  /** Address of the upload, relative. */
  location: string;
  id: string;
  /** Public id of the photo or film. */
  media: string;
}

let stories = 0;

/** A draft of somebody of age. Answers its public id. */
export async function draftFor(
  { deps, clock }: On,
  memberId: number,
  changes: { adult?: boolean } = {},
): Promise<string> {
  stories += 1;
  const publicId = `story-${String(stories).padStart(16, '0')}`;
  const partner = await deps.storage.partnerBySlug('ville');
  const words = { text: '', language: 'fr', circle: testClub.circles[0]!.id, signature: 'Odile', place: null };
  const more = { prompt: null, link: null, people: null, adult: true, ...changes };
  await deps.storage.write((tx) =>
    tx.stories.insert({ publicId, memberId, partnerId: partner!.id, ...words, ...more }, clock.now()),
  );
  return publicId;
}

const encode = (metadata: Record<string, string>) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

const tus = { 'tus-resumable': '1.0.0' };

async function sentOf(response: Response): Promise<Sent> {
  const text = await response.text();
  const location = response.headers.get('location') ?? '';
  return {
    status: response.status,
    code: text.startsWith('{') ? (JSON.parse(text) as { code: string }).code : undefined,
    location,
    id: location.split('/').at(-1)!,
    media: response.headers.get('upload-media') ?? '',
  };
}

/** Asks for a place for a file. */
export async function announce(
  app: On,
  person: SignedIn,
  size: number,
  metadata: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await app.request('/v1/uploads', {
    method: 'POST',
    headers: {
      ...person.headers,
      ...tus,
      'upload-length': String(size),
      'upload-metadata': encode(metadata),
      ...headers,
    },
  });
  return sentOf(response);
}

/** Sends bytes from an offset on. */
export function append(
  app: On,
  person: SignedIn,
  location: string,
  bytes: Uint8Array | ReadableStream<Uint8Array>,
  offset = 0,
): Promise<Response> {
  return app.request(location, {
    method: 'PATCH',
    headers: {
      ...person.headers,
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: bytes as BodyInit,
    ...(bytes instanceof ReadableStream && { duplex: 'half' }),
  });
}

/** Any other request of the protocol. */
export function ask(app: On, person: SignedIn, method: string, location: string): Promise<Response> {
  return app.request(location, { method, headers: { ...person.headers, ...tus } });
}

/** Announces and sends a whole file. The refusal is the first that comes. */
export async function upload(
  app: On,
  person: SignedIn,
  bytes: Uint8Array,
  metadata: Record<string, string>,
): Promise<Sent> {
  const begun = await announce(app, person, bytes.length, metadata);
  if (begun.status !== 201) return begun;
  const { status, code } = await sentOf(await append(app, person, begun.location, bytes));
  return { ...begun, status, code };
}

/** A decoder of this test's own, in the test's folder. */
export function testDecoder(app: On, options: Partial<Parameters<typeof createDecoder>[0]> = {}): MediaDecoder {
  return createDecoder({ folder: join(app.dir, 'decoding'), accent: '#b3261e', log: app.deps.log, ...options });
}

/** Makes everything that waits. */
export async function decodeAll(app: On, decoder = testDecoder(app)): Promise<void> {
  const run = createMediaProcessing({ ...app.deps, decoder });
  await run(new AbortController().signal);
  await decoder.close();
}

/** Every file that is left of uploads, of decoding and in the store, by its path in the test's folder. */
export function filesLeft(app: On): string[] {
  return ['uploads', 'decoding', 'media'].flatMap((folder) => filesIn(join(app.dir, folder)));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
