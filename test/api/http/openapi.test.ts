/** The description of the API: whole, valid, and true of what the routes answer. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { limits } from '../../../api/contract/limits.ts';
import { MembershipRequest } from '../../../api/contract/membership.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { signedInStaff, signedInWidget, type SignedIn } from '../../support/session.ts';
import { askCode, postJson } from '../../support/sign-in.ts';
import { mintProof } from '../../support/proof.ts';
import { badgeCases } from '../../support/badge-cases.ts';
import { storyCases } from '../../support/story-cases.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  maxLength?: number;
  minLength?: number;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  [keyword: string]: unknown;
}
interface Operation {
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let app: TestApp;
let document: Document;
before(async () => {
  app = await openTestApp();
  document = (await (await app.request('/v1/openapi.json')).json()) as Document;
});
after(() => app.remove());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

function resolve(schema: Schema): Schema {
  if (!schema.$ref) return schema;
  const name = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref)?.[1];
  const target = name === undefined ? undefined : document.components.schemas[name];
  assert.ok(target, `${schema.$ref} leads nowhere`);
  return target;
}

/** What goes on from a schema with a name, as one. */
function together(parts: Schema[]): Schema {
  const all = parts.map(resolve);
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => required ?? []),
  };
}

const typeOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** What is wrong with a value, by the part of JSON Schema that the document uses. */
function faults(given: Schema, value: unknown, at = '$'): string[] {
  const schema = resolve(given);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const each = choices.map((choice) => faults(choice, value, at));
    return each.some((one) => one.length === 0) ? [] : each.flat();
  }
  if (schema.allOf) return faults(together(schema.allOf), value, at);
  const found: string[] = [];
  const fault = (wrong: boolean, what: string) => void (wrong && found.push(`${at}: ${what}`));
  fault(
    schema.type !== undefined && ![schema.type].flat().includes(typeOf(value)),
    `${typeOf(value)} for ${schema.type}`,
  );
  fault(schema.enum !== undefined && !schema.enum.includes(value), `${String(value)} is not listed`);
  if (typeof value === 'string') {
    fault(value.length > (schema.maxLength ?? Infinity) || value.length < (schema.minLength ?? 0), 'length');
    fault(schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value), 'pattern');
  }
  if (typeof value === 'number') {
    fault(value < (schema.minimum ?? -Infinity) || value <= (schema.exclusiveMinimum ?? -Infinity), 'too small');
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) found.push(...faults(schema.items!, item, `${at}[${index}]`));
  } else if (typeof value === 'object' && value !== null) {
    for (const name of schema.required ?? []) fault(!Object.hasOwn(value, name), `${name} is missing`);
    for (const [name, item] of Object.entries(value)) {
      const property = schema.properties?.[name];
      if (property) found.push(...faults(property, item, `${at}.${name}`));
      else if (typeof schema.additionalProperties === 'object') {
        found.push(...faults(schema.additionalProperties, item, `${at}.${name}`));
      }
      // An answer must hold nothing that is not described, whatever the schema would let through.
      else fault(true, `${name} is not described`);
    }
  }
  return found;
}

test('is OpenAPI 3.1 with a title, a version that says nothing of the software, and one server', () => {
  assert.match(document.openapi, /^3\.1\.\d$/);
  assert.equal(document.info.title, 'Ambassador Widgets');
  assert.equal(document.info.version, 'v1');
  assert.deepEqual(document.servers, [{ url: publicUrl }]);
});

test('names every route under /v1 that the application has, and no other', () => {
  const declared = app.app.routes
    .filter(({ method, path }) => path.startsWith('/v1/') && !path.includes('*') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    // The description does not describe itself.
    .filter((route) => route !== 'GET /v1/openapi.json');
  const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  assert.deepEqual(described.sort(), declared.sort());
  assert.ok(declared.length >= 4);
});

test('every reference leads somewhere, and only known words are used', () => {
  const known = new Set(
    '$ref type enum properties required additionalProperties items maxLength minLength pattern minimum exclusiveMinimum format description example default allOf anyOf oneOf const maximum maxItems discriminator'.split(
      ' ',
    ),
  );
  const visit = (schema: Schema, at: string) => {
    for (const word of Object.keys(schema)) assert.ok(known.has(word), `${at}: ${word}`);
    resolve(schema);
    for (const [name, property] of Object.entries(schema.properties ?? {})) visit(property, `${at}.${name}`);
    if (schema.items) visit(schema.items, `${at}[]`);
    for (const choice of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => list ?? [])) visit(choice, at);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, `${at}.*`);
    for (const name of schema.required ?? []) assert.ok(schema.properties?.[name], `${at}: ${name} is required only`);
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) visit(schema, name);
  for (const { path, method, operation } of operations()) {
    assert.ok(operation.summary.length > 0);
    assert.ok(Object.keys(operation.responses).some((status) => status.startsWith('2')));
    for (const [status, response] of Object.entries(operation.responses)) {
      assert.match(status, /^[2-5]\d\d$/);
      assert.ok(response.description.length > 0);
      for (const { schema } of Object.values(response.content ?? {})) visit(schema, `${method} ${path} ${status}`);
    }
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) {
      const parameter = operation.parameters?.find((one) => one.in === 'path' && one.name === name);
      assert.equal(parameter?.required, true, `${path}: ${name}`);
    }
  }
});

test('the sign-up is described by the schema that it is checked with', () => {
  const schema = document.components.schemas['MembershipRequest']!;
  assert.deepEqual(Object.keys(schema.properties!).sort(), Object.keys(MembershipRequest.shape).sort());
  assert.equal(schema.additionalProperties, false);
  for (const name of ['firstName', 'lastName', 'email', 'place', 'organisation', 'sentence', 'invitation'] as const) {
    assert.equal(schema.properties![name]!.maxLength, limits[name], name);
  }
  const required = Object.entries(MembershipRequest.shape).filter(([, field]) => !field.safeParse(undefined).success);
  assert.deepEqual([...schema.required!].sort(), required.map(([name]) => name).sort());
});

describe('answers are as described', () => {
  type Case = [method: string, path: string, described: string, status: number, send?: () => Promise<Response>];
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const cases: Case[] = [
    ...['fr', 'de', 'en', 'gsw'].map((lang): Case => [
      'get',
      `/v1/partners/ville?lang=${lang}`,
      '/v1/partners/{partner}',
      200,
    ]),
    ['get', '/v1/partners/nobody', '/v1/partners/{partner}', 404],
    [
      'get',
      '/v1/partners/ville',
      '/v1/partners/{partner}',
      403,
      () => get('/v1/partners/ville', { origin: 'https://x.y' }),
    ],
    ['get', '/v1/challenges?partner=ville', '/v1/challenges', 200],
    ['get', '/v1/challenges?partner=nobody', '/v1/challenges', 404],
    ['get', '/v1/counter', '/v1/counter', 200],
    ['get', '/v1/counter?partner=ville', '/v1/counter', 200],
    ['get', '/v1/counter?partner=nobody', '/v1/counter', 404],
    ['post', 'a sign-up', '/v1/memberships', 202, async () => app.signUp({ proof: await mintProof(app) })],
    ['post', 'no name', '/v1/memberships', 422, async () => app.signUp({ firstName: '', proof: await mintProof(app) })],
    ['post', 'a bad proof', '/v1/memberships', 403, () => app.signUp({ proof: 'x' })],
    ['post', 'no JSON', '/v1/memberships', 400, () => post('{', 'application/json')],
    ['post', 'text', '/v1/memberships', 415, () => post('{}', 'text/plain')],
    ['post', 'too much', '/v1/memberships', 413, () => post(' '.repeat(20_000), 'application/json')],
  ];
  let widget: SignedIn;
  before(async () => (widget = await signedInWidget(app)));
  cases.push(
    ['post', 'a wish to sign in', '/v1/session-codes', 202, () => askCode(app, 'odile@example.org')],
    ['post', 'a wish without an address', '/v1/session-codes', 422, () => askCode(app, '')],
    [
      'post',
      'a code of nobody',
      '/v1/sessions',
      403,
      () => postJson(app, '/v1/sessions', { request: 'A'.repeat(43), code: '042917' }),
    ],
    ['get', 'nobody', '/v1/me', 401, () => get('/v1/me')],
    ['get', 'somebody', '/v1/me', 200, () => widget.request('GET', '/v1/me')],
    ['get', 'nobody at the console', '/v1/staff/session', 401, () => get('/v1/staff/session')],
    [
      'get',
      'staff',
      '/v1/staff/session',
      200,
      async () => (await signedInStaff(app)).request('GET', '/v1/staff/session'),
    ],
    ...storyCases(() => app),
    ...badgeCases(() => app),
    ['delete', 'a session', '/v1/session', 401, () => app.request('/v1/session', { method: 'DELETE' })],
  );
  const post = (body: string, type: string) =>
    app.request('/v1/memberships', { method: 'POST', headers: { 'content-type': type, origin: partnerOrigin }, body });

  for (const [method, path, described, status, send] of cases) {
    test(`${method} ${path} → ${status}`, async () => {
      const response = await (send ? send() : get(path));
      assert.equal(response.status, status);
      const answer = document.paths[described]![method]!.responses[status];
      assert.ok(answer, `${status} is not described`);
      const content = answer.content![response.headers.get('content-type')!];
      assert.ok(content, `${response.headers.get('content-type')} is not described`);
      assert.deepEqual(faults(content.schema, await response.json()), []);
    });
  }

  test('the judge of this finds faults', () => {
    const { schemas } = document.components;
    assert.ok(faults(schemas['Counter']!, { members: -1, goal: { members: 0 }, more: 1 }).length >= 4);
    assert.ok(faults(schemas['Challenge']!, {}).length >= 6);
  });
});
