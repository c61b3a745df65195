/** How many mails a stranger can make us send to somebody: one in ten minutes, three in a day, by every way in. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createApp } from '../../../api/app.ts';
import { durations, mailsPerDay } from '../../../api/contract/limits.ts';
import { openSqlite } from '../../../api/storage/sqlite.ts';
import { openTestApp, publicUrl, signUpBody, type TestApp } from '../../support/app.ts';
import { deliver, tokenIn } from '../../support/post.ts';
import { mintProof } from '../../support/proof.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  await app.deps.storage.insertPartner(
    { slug: 'bakery', kind: 'business', name: 'Bakery', origins: ['https://bakery.example'], status: 'active' },
    app.clock.now(),
  );
});
afterEach(() => app.remove());

const minute = 60_000;
const mails = () => rows(app.dir, 'outbox');

interface Way {
  email?: string;
  partner?: string;
  origin?: string;
  ip?: string;
}

async function signUp({ email = 'victim@example.org', ip = '192.0.2.1', ...page }: Way = {}): Promise<void> {
  const { partner = 'ville', origin = 'https://www.ville.example' } = page;
  const proof = await mintProof(app, { partner, origin });
  const response = await app.signUp({ email, partner, proof }, { origin, 'x-forwarded-for': ip });
  assert.equal(response.status, 202, await response.text());
}

/** The form without JavaScript, as a patient visitor sends it. */
async function signUpByForm(email: string, ip: string): Promise<void> {
  const { token, ...fields } = await openForm(ip);
  app.clock.time += durations.minimumFill;
  const body = new URLSearchParams({ ...fields, email, token }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: publicUrl,
    'x-forwarded-for': ip,
  };
  const response = await app.request('/join', { method: 'POST', headers, body });
  assert.equal(response.status, 200, await response.text());
}

async function openForm(ip: string): Promise<Record<string, string> & { token: string }> {
  const page = await app.request('/join?partner=ville', { headers: { 'x-forwarded-for': ip } });
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const { charter, circle } = signUpBody() as Record<string, string>;
  return { partner: 'ville', firstName: 'Odile', circle: circle!, charter: charter!, age15: 'on', token };
}

test('one mail, then none for ten minutes, then one', async () => {
  await signUp();
  await deliver(app);
  await signUp();
  app.clock.time += durations.mailGap - 1;
  await signUp();
  assert.equal(mails().length, 1);
  app.clock.time += 1;
  await signUp();
  assert.equal(mails().length, 2);
});

test('while one waits for the mail server no other is ordered, so that none arrive together', async () => {
  for (let elapsed = 0; elapsed < 2 * 24 * 60 * minute; elapsed += 60 * minute) {
    await signUp();
    app.clock.time += 60 * minute;
  }
  assert.equal(mails().length, 1);
  assert.equal((await deliver(app)).length, 1);
});

test('three mails in any twenty-four hours', async () => {
  const sent: number[] = [];
  // Every seven minutes for thirty hours.
  for (let elapsed = 0; elapsed < 30 * 60 * minute; elapsed += 7 * minute) {
    const before = mails().length;
    await signUp();
    if (mails().length > before) sent.push(app.clock.now());
    await deliver(app);
    app.clock.time += 7 * minute;
  }
  assert.ok(sent.length > mailsPerDay, 'the next day, mails go out again');
  for (const [index, at] of sent.entries()) {
    const inWindow = sent.slice(index).filter((other) => other - at < durations.mailDay);
    assert.ok(inWindow.length <= mailsPerDay, `${inWindow.length} mails in a day`);
    if (index > 0) assert.ok(at - sent[index - 1]! >= durations.mailGap);
  }
});

const spellings = [
  'victim@bücher.example',
  'VICTIM@Bücher.Example',
  'victim@xn--bcher-kva.example',
  'victim@bu\u0308cher.example',
  'victim+a@bücher.example',
  'Victim+b+c@XN--BCHER-KVA.EXAMPLE',
];

describe('the cap is one inbox’s, not one', () => {
  test('spelling’s', async () => {
    for (const email of spellings) await signUp({ email });
    assert.equal(mails().length, 1);
    assert.equal(new Set(mails().map((mail) => mail['address_key'])).size, 1);
  });

  test('partner’s', async () => {
    await signUp();
    await signUp({ partner: 'bakery', origin: 'https://bakery.example' });
    await signUp({ partner: 'club', origin: publicUrl });
    await signUp({ partner: 'ville', origin: publicUrl });
    assert.equal(mails().length, 1);
  });

  test('visitor’s', async () => {
    for (let host = 1; host < 60; host += 1) await signUp({ ip: `198.51.${host}.7` });
    assert.equal(mails().length, 1);
  });

  test('way in’s', async () => {
    await signUpByForm('victim@example.org', '198.51.100.1');
    await signUp();
    await signUpByForm('Victim+x@example.org', '198.51.100.2');
    assert.equal(mails().length, 1);
  });

  test('state’s: a member is not written to more often than a stranger', async () => {
    await signUp();
    const token = tokenIn((await deliver(app))[0], '/confirm');
    await app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `token=${token}`,
    });
    for (let tries = 0; tries < 8; tries += 1) {
      await signUp();
      await deliver(app);
      await signUp({ email: 'victim+again@example.org' });
      app.clock.time += 4 * minute;
    }
    const asked = mails().filter(({ kind }) => kind !== 'welcome');
    assert.equal(asked.length, mailsPerDay);
  });
});

test('other people are not made to wait for it', async () => {
  await signUp({ email: 'victim@example.org' });
  await signUp({ email: 'other@example.org' });
  assert.equal(mails().length, 2);
});

test('a thousand sign-ups at once, over two processes, five hundred visitors and two partners: one mail', async () => {
  const storage = openSqlite({ file: join(app.dir, 'club.db') });
  const apps = [app.app, createApp({ ...app.deps, storage })];
  const email = (index: number) =>
    ['victim@example.org', 'VICTIM@example.org', `victim+${index}@example.org`][index % 3]!;
  try {
    const proofs = await Promise.all(
      Array.from({ length: 1000 }, (_, index) =>
        mintProof(app, index % 2 ? {} : { partner: 'bakery', origin: 'https://bakery.example' }),
      ),
    );
    const responses = await Promise.all(
      proofs.map((proof, index) =>
        Promise.resolve(
          apps[(index >> 1) % 2]!.request(`${publicUrl}/v1/memberships`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              origin: index % 2 ? 'https://www.ville.example' : 'https://bakery.example',
              'x-forwarded-for': `198.51.${index % 250}.${index % 2}`,
            },
            body: JSON.stringify({
              ...signUpBody(),
              email: email(index),
              partner: index % 2 ? 'ville' : 'bakery',
              proof,
            }),
          }),
        ),
      ),
    );
    assert.deepEqual(new Set(responses.map(({ status }) => status)), new Set([202]));
    assert.equal(mails().length, 1);
    assert.equal(rows(app.dir, 'spent').length, 1000);
  } finally {
    await storage.close();
  }
});
