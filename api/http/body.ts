import { limits } from '../contract/limits.ts';
import { DomainError } from '../domain/errors.ts';
import { header, type AppContext } from './env.ts';

type JsonType = 'application/json' | 'text/plain';

/**
 * A JSON body: right type, right encoding, right size, valid UTF-8.
 * @param most bytes
 * @param types that it may come as; a page that is closing sends no other than plain text to another origin
 * @throws {DomainError} unsupported_media_type, body_too_large, invalid_json
 */
export async function readJson(
  c: AppContext,
  most: number = limits.bodyBytes,
  types: readonly JsonType[] = ['application/json'],
): Promise<unknown> {
  const [, type = ''] = /^([a-z]+\/[a-z]+) *(?:; *charset=utf-8 *)?$/i.exec(header(c, 'content-type') ?? '') ?? [];
  if (!(types as readonly string[]).includes(type.toLowerCase())) throw new DomainError('unsupported_media_type');
  try {
    return JSON.parse(await readText(c, most));
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('invalid_json', { cause: error });
  }
}

/**
 * The fields of an HTML form. A field that comes twice counts as its last value.
 * @param most bytes
 * @throws {DomainError} unsupported_media_type, body_too_large, invalid_json
 */
export async function readForm(c: AppContext, most: number = limits.bodyBytes): Promise<Map<string, string>> {
  if (!/^application\/x-www-form-urlencoded *(?:;|$)/i.test(header(c, 'content-type') ?? '')) {
    throw new DomainError('unsupported_media_type');
  }
  return new Map(new URLSearchParams(await readText(c, most)));
}

/** What an HTML form with a file brings. */
export interface FormWithFiles {
  values: Map<string, string>;
  files: Map<string, Uint8Array>;
}

/**
 * The fields of an HTML form that may bring files. A field that comes twice counts as its last value; a file field
 * that was left empty is not there.
 * @param most bytes of the whole body
 * @throws {DomainError} unsupported_media_type, body_too_large, invalid_request
 */
export async function readMultipart(c: AppContext, most: number): Promise<FormWithFiles> {
  const type = header(c, 'content-type') ?? '';
  if (!/^multipart\/form-data *;/i.test(type) || header(c, 'content-encoding') !== undefined) {
    throw new DomainError('unsupported_media_type');
  }
  const bytes = new Uint8Array(await readBytes(c, most));
  const form: FormWithFiles = { values: new Map(), files: new Map() };
  try {
    for (const [name, value] of await new Response(bytes, { headers: { 'content-type': type } }).formData()) {
      if (typeof value === 'string') form.values.set(name, value);
      else if (value.size > 0) form.files.set(name, new Uint8Array(await value.arrayBuffer()));
    }
  } catch (error) {
    throw new DomainError('invalid_request', { cause: error });
  }
  return form;
}

async function readText(c: AppContext, most: number): Promise<string> {
  if (header(c, 'content-encoding') !== undefined) throw new DomainError('unsupported_media_type');
  const bytes = await readBytes(c, most);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new DomainError('invalid_json', { cause: error });
  }
}

/** Counts on the stream when the length is not announced; the HTTP parser holds an announced one to its word. */
export async function readBytes(c: AppContext, most: number): Promise<ArrayBuffer | Uint8Array> {
  const announced = header(c, 'content-length');
  if (announced !== undefined) {
    if (Number(announced) > most) throw new DomainError('body_too_large');
    return c.req.arrayBuffer();
  }
  const stream = c.req.raw.body;
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > most) throw new DomainError('body_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
