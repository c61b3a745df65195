/** The founders' list: who comes in, who does not and why, line by line, and nobody twice. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { importMembers } from '../../../api/cli/import.ts';
import { parseAddress, suppressionKey } from '../../../api/domain/addresses.ts';
import { openTestApp, testClub, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { everything, memberOf, rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const header =
  'email,first_name,last_name,circle,language,place,organisation,consent_date,consent_source,newsletter,public';
const whole: Record<string, string> = {
  email: 'odile@example.org',
  first_name: 'Odile',
  last_name: 'Meyer',
  circle: 'habitants',
  language: 'fr',
  place: 'Mulhouse',
  organisation: '',
  consent_date: '2026-01-16',
  consent_source: 'carte signée, classeur 1',
  newsletter: 'oui',
  public: 'non',
};
const quote = (value: string) => (/[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const line = (changes: Record<string, string> = {}, separator = ',') =>
  Object.values({ ...whole, ...changes })
    .map(quote)
    .join(separator);

async function load(text: string, options: { dryRun?: boolean; partner?: string } = {}) {
  const report: string[] = [];
  const print = (one: string) => void report.push(one);
  const code = await importMembers(app.deps, text, { dryRun: false, partner: 'ville', print, ...options });
  return { code, report, summary: report.at(-1)! };
}
const file = (...lines: string[]) => [header, ...lines, ''].join('\n');

async function press(path: string, token: string): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  assert.equal((await app.request(path, { method: 'POST', headers, body: `token=${token}` })).status, 200);
}

test('a person with a named consent is a member at once, counted, and nobody is mailed', async () => {
  const { code, report } = await load(file(line()));
  assert.deepEqual([code, report[0], report[1]], [0, 'line 2: added', '1 added, 0 already known, 0 refused.']);
  const member = memberOf(app.dir, 'odile@example.org')!;
  assert.deepEqual(
    [member['status'], member['first_name'], member['last_name'], member['organisation'], member['newsletter']],
    ['active', 'Odile', 'Meyer', null, 1],
  );
  const day = Date.parse('2026-01-16T00:00:00Z');
  assert.deepEqual([member['joined_at'], member['confirmed_at'], member['public']], [day, day, 0]);
  const [consent] = rows(app.dir, 'consent');
  assert.deepEqual(
    [
      consent?.['method'],
      consent?.['given_at'],
      consent?.['confirmed_at'],
      consent?.['newsletter'],
      consent?.['ip_prefix'],
    ],
    ['import', day, day, 1, null],
  );
  assert.equal(consent?.['source'], 'carte signée, classeur 1');
  assert.doesNotMatch(JSON.stringify(rows(app.dir, 'consent_text')), /carte signée/, 'texts are kept for good');
  const ville = (await app.deps.storage.partnerBySlug('ville'))!;
  assert.deepEqual(await app.deps.storage.counts(ville.id), { members: 1, partner: 1 });
  assert.equal(rows(app.dir, 'outbox').length, 0);
});

test('a second run adds nobody, whatever else the lines say now', async () => {
  const people = ['ada', 'grace', 'mary'].map((name) => line({ email: `${name}@example.org` }));
  await load(file(...people));
  const before = everything(app.dir);
  const changed = ['ADA', 'Grace', 'mary'].map((name) => line({ email: `${name}@Example.ORG`, first_name: 'X' }));
  const { code, summary } = await load(file(...changed));
  assert.deepEqual([code, summary], [0, '0 added, 3 already known, 0 refused.']);
  assert.deepEqual(everything(app.dir), before);
});

test('a dry run says what would happen, line by line as it would, and stores nothing', async () => {
  const text = file(
    line(),
    line({ email: 'ODILE@example.org' }),
    line({ email: 'nobody' }),
    line({ email: 'ada@example.org' }),
  );
  const before = everything(app.dir);
  const dry = await load(text, { dryRun: true });
  assert.deepEqual(everything(app.dir), before);
  assert.deepEqual(dry.report, [
    'line 2: would be added',
    'line 3: already known, left as it is',
    'line 4: refused: email is missing or is no mail address',
    'line 5: would be added',
    '2 would be added, 1 already known, 1 refused. This was a dry run: nothing was stored.',
  ]);
  const real = await load(text);
  assert.equal(real.code, dry.code);
  assert.deepEqual(
    real.report.map((one) => one.replace('added', 'would be added')).slice(0, 4),
    dry.report.slice(0, 4),
  );
});

const refused: [changes: Record<string, string>, reason: RegExp][] = [
  [{ email: '' }, /email is missing/],
  [{ email: 'odile@example' }, /no mail address/],
  [{ email: 'a@b.example, c@d.example' }, /no mail address/],
  [{ email: 'Odile <odile@example.org>' }, /no mail address/],
  [{ first_name: '' }, /first_name is missing/],
  [{ first_name: '  ' }, /first_name is missing/],
  [{ first_name: 'x'.repeat(81) }, /first_name is missing or too long/],
  [{ last_name: 'x'.repeat(81) }, /last_name is longer than 80/],
  [{ place: 'a\tb' }, /place is longer than 120 characters or has control characters/],
  [{ organisation: 'a\nb' }, /organisation/],
  [{ circle: '' }, /circle must be one of habitants, entrepreneurs, vip/],
  [{ circle: 'Habitants' }, /circle must be one of/],
  [{ language: 'it' }, /language must be fr, de, en or gsw/],
  [{ consent_date: '' }, /consent_date is missing/],
  [{ consent_date: '16/01/2026' }, /write the day of the consent, e\.g\. 2025-01-17/],
  [{ consent_date: '2026-02-30' }, /consent_date is missing/],
  [{ consent_date: '2026-1-6' }, /consent_date is missing/],
  [{ consent_date: '2026-01-16T10:00:00Z' }, /consent_date is missing/],
  [{ consent_date: '2026-11-24' }, /lies in the future/],
  [{ consent_source: '' }, /consent_source is missing/],
  [{ consent_source: ' ' }, /consent_source is missing/],
  [{ consent_source: 'x'.repeat(281) }, /consent_source is longer than 280/],
  [{ newsletter: 'peut-être' }, /newsletter and public must be yes, no or empty/],
  [{ public: 'x' }, /newsletter and public must be yes, no or empty/],
];

describe('a line that is refused says why, stores nothing, and holds nobody else up', () => {
  for (const [changes, reason] of refused) {
    test(JSON.stringify(changes).slice(0, 60), async () => {
      const { code, report, summary } = await load(file(line(changes), line({ email: 'other@example.org' })));
      assert.equal(code, 1);
      assert.match(report[0]!, /^line \d+: refused: /);
      assert.match(report[0]!, reason);
      assert.equal(summary, '1 added, 0 already known, 1 refused.');
      assert.equal(rows(app.dir, 'member').length, 1);
      assert.ok(memberOf(app.dir, 'other@example.org'));
    });
  }

  const yes = ['oui', 'yes', 'ja', '1', 'true', 'OUI'];
  const no = ['', 'non', 'no', 'nein', '0', 'false', 'NON'];
  test('yes and no may be said in the club’s languages', async () => {
    const people = [...yes, ...no].map((newsletter, index) => line({ email: `p${index}@example.org`, newsletter }));
    assert.equal((await load(file(...people))).code, 0);
    const said = rows(app.dir, 'member').map((member) => member['newsletter']);
    assert.deepEqual(said, [...yes.map(() => 1), ...no.map(() => 0)]);
  });
});

describe('people who must not be brought in', () => {
  test('an address that nobody has', async () => {
    const key = suppressionKey(app.deps.keys, parseAddress('odile@example.org')!);
    await app.deps.storage.write((tx) => tx.suppress(key, 'mail 550', 0));
    const { code, report } = await load(
      file(line({ email: 'Odile@Example.org' }), line({ email: 'odile+club@example.org' })),
    );
    assert.equal(code, 1);
    assert.match(report[0]!, /nobody has this address.* suppression lift/);
    assert.deepEqual(
      rows(app.dir, 'member').map(({ address }) => address),
      ['odile+club@example.org'],
      'another address of the inbox is another',
    );
  });

  test('someone who signed up and has not confirmed', async () => {
    await app.signUp({ email: 'odile@example.org', proof: await mintProof(app) });
    const before = everything(app.dir);
    const { code, report } = await load(file(line()));
    assert.equal(code, 1);
    assert.match(report[0]!, /must confirm by mail/);
    assert.deepEqual(everything(app.dir), before);
  });

  for (const email of ['odile@example.org', 'ODILE@Example.org']) {
    test(`someone who left the club, listed as ${email}: a second import does not bring them back`, async () => {
      await load(file(line()));
      const again = { email: 'odile@example.org', proof: await mintProof(app) };
      await app.signUp(again);
      await press('/leave', tokenIn((await deliver(app))[0], '/leave'));
      const before = everything(app.dir);
      const { code, report } = await load(file(line({ email })));
      assert.equal(code, 1);
      assert.match(report[0]!, /left the club/);
      assert.deepEqual(everything(app.dir), before);
      assert.doesNotMatch(JSON.stringify(before), /odile|meyer|carte signée/i, 'known by a key, not by name');
    });
  }

  test('they may come back by themselves, and are then known', async () => {
    await load(file(line()));
    await app.signUp({ email: 'odile@example.org', proof: await mintProof(app) });
    await press('/leave', tokenIn((await deliver(app))[0], '/leave'));
    app.clock.time += 86_400_000;
    await app.signUp({ email: 'odile@example.org', proof: await mintProof(app) });
    await press('/confirm', tokenIn((await deliver(app))[0], '/confirm'));
    assert.equal(memberOf(app.dir, 'odile@example.org')?.['status'], 'active');
    assert.equal((await load(file(line()))).summary, '0 added, 1 already known, 0 refused.');
  });
});

describe('files', () => {
  const taken: Record<string, string> = {
    semicolons: [header.replaceAll(',', ';'), line({ consent_source: 'a, b; c' }, ';')].join('\n'),
    'a byte order mark': `\ufeff${file(line())}`,
    'semicolons, a byte order mark and Windows line ends': `\ufeff${[header.replaceAll(',', ';'), line({}, ';'), ''].join('\r\n')}`,
    'empty lines': `${header}\n\n${line()}\n\n\n`,
    'columns in another order, in capitals, with spaces': `Circle , EMAIL,first_name,consent_source,consent_date\nhabitants,odile@example.org,Odile,carte,2026-01-16`,
    'a comma in quotes': file(line({ consent_source: 'carte, classeur 1' })),
    'a quote in quotes': file(line({ first_name: 'Odile "Didi"' })),
    'a last line without an end': `${header}\n${line()}`,
    'a line with its last fields left out': file(Object.values(whole).slice(0, 9).map(quote).join(',')),
  };
  for (const [what, text] of Object.entries(taken)) {
    test(`with ${what}`, async () => {
      const { report, summary } = await load(text);
      assert.equal(summary, '1 added, 0 already known, 0 refused.', report.join('\n'));
    });
  }

  test('the number of a line is the one that an editor shows', async () => {
    const { report } = await load(`${header}\n\n${line({ place: 'a' })}\n${line({ email: 'x' })}\n`);
    assert.match(report[0]!, /^line 3: added/);
    assert.match(report[1]!, /^line 4: refused/);
  });

  const unread: [what: string, text: string, reason: RegExp][] = [
    ['no columns', '', /Missing: email, first_name, circle, consent_date, consent_source/],
    ['no consent', 'email,first_name,circle\na@example.org,A,habitants', /Missing: consent_date, consent_source/],
    ['a column nobody knows', `${header},phone\n${line()},1`, /Unknown: phone/],
    ['a column twice', `${header},email\n${line()},b@example.org`, /Named twice: email/],
    ['a line with too many fields', file(`${line()},more`), /is not CSV/],
    ['a quote that is not closed', file(line().replace('Odile', '"Odile')), /is not CSV/],
    ['tabs', file(line()).replaceAll(',', '\t').replaceAll('"', ''), /Missing: email/],
  ];
  for (const [what, text, reason] of unread) {
    test(`with ${what} are refused as a whole`, async () => {
      const before = everything(app.dir);
      await assert.rejects(load(text), (error: Error) => {
        assert.equal(error.name, 'CliError');
        assert.match(error.message, reason);
        assert.match(error.message, /Nothing was imported\.$/);
        return true;
      });
      assert.deepEqual(everything(app.dir), before);
    });
  }

  test('with nobody in them add nobody', async () => {
    assert.deepEqual(await load(`${header}\n`), {
      code: 0,
      report: ['0 added, 0 already known, 0 refused.'],
      summary: '0 added, 0 already known, 0 refused.',
    });
  });

  test('of the club’s first two hundred take one go', async () => {
    const people = Array.from({ length: 200 }, (_, index) =>
      line({ email: `founder-${index}@example.org`, circle: testClub.circles[index % 3]!.id }),
    );
    assert.equal((await load(file(...people))).summary, '200 added, 0 already known, 0 refused.');
    assert.equal((await app.deps.storage.counts()).members, 200);
  });
});
