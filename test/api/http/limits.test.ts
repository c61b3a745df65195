/** Limits by network: one visitor is one bucket, however they write their address. */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { durations } from '../../../api/contract/limits.ts';
import {
  addressPrefix,
  canonicalAddress,
  clientAddress,
  limitKey,
  wideLimitKey,
} from '../../../api/http/client-address.ts';
import { openTestApp, partnerOrigin, publicUrl, signUpBody, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { mintProof } from '../../support/proof.ts';
import { everything } from '../../support/tables.ts';

const opened: TestApp[] = [];
async function openApp(overrides: Parameters<typeof openTestApp>[0]): Promise<TestApp> {
  const app = await openTestApp(overrides);
  opened.push(app);
  return app;
}
afterEach(async () => {
  for (const app of opened.splice(0)) await app.remove();
});

/** Socket, header, trusted proxies → who it was. */
const visitors: [remote: string | undefined, forwarded: string | undefined, proxies: number, who: string][] = [
  ['192.0.2.1', undefined, 0, '192.0.2.1'],
  ['192.0.2.1', '198.51.100.1', 0, '192.0.2.1'],
  ['192.0.2.1', undefined, 1, '192.0.2.1'],
  ['192.0.2.1', '', 1, '192.0.2.1'],
  ['10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6,7.7.7.7 ,  198.51.100.1  ', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['10.0.0.1', '198.51.100.1', 2, '198.51.100.1'],
  ['10.0.0.1', '198.51.100.1:4711', 1, '198.51.100.1'],
  ['10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8:0:0:0:0:0:1'],
  ['10.0.0.1', '[2001:db8::1]', 1, '2001:db8:0:0:0:0:0:1'],
  ['10.0.0.1', '::ffff:198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['10.0.0.1', '_hidden', 1, '10.0.0.1'],
  ['10.0.0.1', '6.6.6.6, ', 1, '10.0.0.1'],
  ['10.0.0.1', '999.1.1.1', 1, '10.0.0.1'],
  ['10.0.0.1', '198.51.100.01', 1, '10.0.0.1'],
  ['10.0.0.1', '3325256705', 1, '10.0.0.1'],
  ['10.0.0.1', 'localhost', 1, '10.0.0.1'],
  ['10.0.0.1', 'a'.repeat(5000), 1, '10.0.0.1'],
  ['::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['::ffff:c000:201', undefined, 0, '192.0.2.1'],
  ['fe80::1%eth0', undefined, 0, 'fe80:0:0:0:0:0:0:1'],
  [undefined, undefined, 0, 'unknown'],
  [undefined, '198.51.100.1', 0, 'unknown'],
  ['', '198.51.100.1', 1, '198.51.100.1'],
];

describe('who a request comes from', () => {
  for (const [remote, forwarded, proxies, who] of visitors) {
    test(`${remote} ${JSON.stringify(forwarded?.slice(0, 40)) ?? ''} behind ${proxies} → ${who}`, () => {
      assert.equal(clientAddress(remote, forwarded, proxies), who);
    });
  }

  test('all spellings of an address are one', () => {
    const spellings = ['2001:db8::1', '2001:DB8::1', '2001:0db8:0:0:0:0:0:1', '2001:db8:0::0:1', '2001:db8::0.0.0.1'];
    assert.equal(new Set(spellings.map(canonicalAddress)).size, 1);
    const mapped = [
      '192.0.2.1',
      '::ffff:192.0.2.1',
      '::FFFF:C000:0201',
      '0:0:0:0:0:ffff:192.0.2.1',
      '[::ffff:c000:201]',
    ];
    assert.deepEqual([...new Set(mapped.map(canonicalAddress))], ['192.0.2.1']);
  });

  test('a thousand addresses of one /64 are one visitor; the next /64 is another', () => {
    const keys = new Set<string>();
    for (let host = 0; host < 1000; host += 1) {
      keys.add(limitKey(canonicalAddress(`2001:db8:1:2:${host.toString(16)}::${(host * 7).toString(16)}`)!));
    }
    assert.equal(keys.size, 1);
    keys.add(limitKey(canonicalAddress('2001:db8:1:3::1')!));
    keys.add(limitKey('192.0.2.1'));
    keys.add(limitKey('192.0.2.2'));
    assert.equal(keys.size, 4);
  });

  test('every /64 of a /48 has one wide key; an IPv4 visitor has none', () => {
    const wide = (address: string) => wideLimitKey(limitKey(canonicalAddress(address)!));
    assert.equal(wide('2001:db8:1:2::1'), wide('2001:db8:1:ffff::2'));
    assert.notEqual(wide('2001:db8:1:2::1'), wide('2001:db8:2:2::1'));
    assert.equal(wide('192.0.2.1'), undefined);
  });

  test('what is kept as proof never is a whole address', () => {
    assert.equal(addressPrefix('192.0.2.77'), '192.0.2.0/24');
    assert.equal(addressPrefix(canonicalAddress('2001:db8:1:2:3:4:5:6')!), '2001:db8:1::/48');
    assert.equal(addressPrefix('unknown'), null);
  });
});

const perMinute = 5;
let people = 0;

async function signUp(app: TestApp, forwarded: string, changes: Record<string, unknown> = {}): Promise<Response> {
  const email = `person-${(people += 1)}@example.org`;
  return app.signUp({ email, proof: await mintProof(app), ...changes }, { 'x-forwarded-for': forwarded });
}

async function assertLimited(response: Response): Promise<void> {
  assert.equal(response.status, 429);
  const retry = Number(response.headers.get('retry-after'));
  assert.ok(Number.isInteger(retry) && retry >= 1 && retry <= 600, `${retry}`);
  assert.equal(((await response.json()) as Problem).code, 'rate_limited');
}

describe('sign-ups', () => {
  test('one network may send so many in a minute; the neighbours go on', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    for (let count = 0; count < perMinute; count += 1) assert.equal((await signUp(app, '192.0.2.1')).status, 202);
    const before = everything(app.dir);
    await assertLimited(await signUp(app, '192.0.2.1'));
    assert.deepEqual(everything(app.dir), before);
    assert.equal((await signUp(app, '192.0.2.2')).status, 202);
  });

  test('what is refused counts too', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    for (let count = 0; count < perMinute; count += 1) {
      assert.equal((await signUp(app, '192.0.2.1', { firstName: '' })).status, 422);
    }
    await assertLimited(await signUp(app, '192.0.2.1'));
  });

  // Every way to look like somebody else without being it.
  const disguises = (count: number): Record<string, string> => ({
    'x-forwarded-for': `203.0.113.${count}`,
    'x-real-ip': `203.0.113.${count}`,
    forwarded: `for=203.0.113.${count}`,
    'cf-connecting-ip': `203.0.113.${count}`,
    'true-client-ip': `203.0.113.${count}`,
    'x-client-ip': `203.0.113.${count}`,
    'user-agent': `browser ${count}`,
  });

  test('without a proxy of ours, no header makes a new visitor', async () => {
    const app = await openApp({ trustedProxies: 0, signupsPerMinute: perMinute });
    let taken = 0;
    for (let count = 0; count < 20; count += 1) {
      const proof = await mintProof(app);
      if ((await app.signUp({ proof }, disguises(count))).status === 202) taken += 1;
    }
    assert.equal(taken, perMinute);
  });

  for (const proxies of [1, 2]) {
    test(`behind ${proxies}, only what they wrote makes a visitor`, async () => {
      const app = await openApp({ trustedProxies: proxies, signupsPerMinute: perMinute });
      const written = ['198.51.100.9', '10.0.0.1'].slice(0, proxies).join(', ');
      let taken = 0;
      for (let count = 0; count < 20; count += 1) {
        const made = [`203.0.113.${count}`, `"203.0.113.${count}"`, '', 'unknown', `::${count}`][count % 5];
        if ((await signUp(app, `${made}, ${written}`)).status === 202) taken += 1;
      }
      assert.equal(taken, perMinute);
    });
  }

  test('one address in many spellings, and one /64, are one visitor', async () => {
    for (const spelling of [
      (count: number) =>
        ['::ffff:192.0.2.1', '192.0.2.1', '192.0.2.1:99', '::FFFF:c000:201', '[::ffff:192.0.2.1]'][count % 5]!,
      (count: number) => `2001:db8:1:2::${count.toString(16)}`,
    ]) {
      const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
      let taken = 0;
      for (let count = 0; count < 20; count += 1) if ((await signUp(app, spelling(count))).status === 202) taken += 1;
      assert.equal(taken, perMinute);
    }
  });

  test('the many /64 of one /48 get four times what one gets; the next /48 goes on', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    let taken = 0;
    for (let count = 0; count < perMinute * 6; count += 1) {
      if ((await signUp(app, `2001:db8:1:${count.toString(16)}::1`)).status === 202) taken += 1;
    }
    assert.equal(taken, perMinute * 4);
    assert.equal((await signUp(app, '2001:db8:2::1')).status, 202);
  });

  test('what brings nobody uses up nothing of a partner: replayed proofs, refused fields', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    const proof = await mintProof(app);
    assert.equal((await signUp(app, '198.51.100.1', { proof })).status, 202);
    for (let count = 0; count < perMinute * 11; count += 1) {
      assert.equal((await signUp(app, `198.51.${count}.1`, { proof })).status, 409);
      assert.equal((await signUp(app, `198.52.${count}.1`, { circle: 'nobody' })).status, 422);
    }
    for (let count = 1; count < perMinute * 10; count += 1) {
      assert.equal((await signUp(app, `198.53.${count}.1`)).status, 202);
    }
    await assertLimited(await signUp(app, '198.53.250.1'));
  });

  test('forms use up nothing of what a partner’s widgets have, and only what is taken counts', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    const plain = { partner: 'ville', firstName: 'Odile' };
    for (let count = 0; count < perMinute * 11; count += 1) {
      assert.equal((await postForm(app, plain, { origin: partnerOrigin })).status, 200);
    }
    const { age15: _age15, ...answers } = signUpBody() as Record<string, string>;
    const send = async (): Promise<Response> => {
      const form = valuesOf(await (await app.request('/join?partner=ville')).text());
      app.clock.time += durations.minimumFill;
      const email = `person-${(people += 1)}@example.org`;
      return postForm(app, [...form, ...Object.entries({ ...answers, age15: 'on', email })]);
    };
    for (let count = 0; count < perMinute; count += 1) assert.equal((await send()).status, 200);
    const limited = await send();
    assert.equal(limited.status, 429);
    assert.ok(Number(limited.headers.get('retry-after')) >= 1);
    assert.equal(valuesOf(await limited.text()).get('firstName'), 'Odile', 'nothing is lost');
    assert.equal((await signUp(app, '198.51.100.1')).status, 202);
  });

  test('one partner may bring ten times as many, from whatever networks; other partners go on', async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
    for (let count = 0; count < perMinute * 10; count += 1) {
      assert.equal((await signUp(app, `198.51.${count}.1`)).status, 202);
    }
    await assertLimited(await signUp(app, '198.51.250.1'));
    const proof = await mintProof(app, { partner: 'club', origin: publicUrl });
    const other = await app.signUp(
      { proof, partner: 'club' },
      { origin: publicUrl, 'x-forwarded-for': '198.51.251.1' },
    );
    assert.equal(other.status, 202);
  });
});

test('challenges are limited by network', async () => {
  const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
  const ask = (ip: string) =>
    app.request('/v1/challenges?partner=ville', { headers: { origin: partnerOrigin, 'x-forwarded-for': ip } });
  for (let count = 0; count < perMinute * 3; count += 1) assert.equal((await ask('192.0.2.1')).status, 200);
  await assertLimited(await ask('192.0.2.1'));
  assert.equal((await ask('192.0.2.2')).status, 200);
});

test('guessing links is limited by network', async () => {
  const app = await openApp({ trustedProxies: 1, signupsPerMinute: perMinute });
  for (const path of ['/confirm', '/leave', '/unsubscribe']) {
    const guess = (ip: string) =>
      app.request(`${path}?token=${'A'.repeat(43)}`, { headers: { 'x-forwarded-for': ip } });
    const ip = `192.0.2.${path.length}`;
    const statuses = new Set<number>();
    for (let count = 0; count < perMinute * 4; count += 1) statuses.add((await guess(ip)).status);
    assert.deepEqual([...statuses], [404]);
    const limited = await guess(ip);
    assert.equal(limited.status, 429);
    assert.ok(Number(limited.headers.get('retry-after')) >= 1);
    assert.match(limited.headers.get('content-type') ?? '', /^text\/html/);
    assert.equal((await guess('192.0.2.200')).status, 404);
  }
});

test('a hall that joins at once can also confirm at once: opening the page and pressing, and once more', async () => {
  const app = await openApp({ trustedProxies: 1, signupsPerMinute: 120 });
  const open = () => app.request('/confirm?token=x', { headers: { 'x-forwarded-for': '192.0.2.1' } });
  for (let count = 0; count < 120 * 4; count += 1) assert.equal((await open()).status, 404);
  assert.equal((await open()).status, 429);
});

// Forms stay tight: they cost their sender nothing.
for (const [signupsPerMinute, forms] of [
  [1, 10],
  [120, 10],
  [1200, 100],
] as const) {
  test(`with ${signupsPerMinute} sign-ups a minute, ${forms} forms in ten minutes`, async () => {
    const app = await openApp({ trustedProxies: 1, signupsPerMinute });
    const statuses: number[] = [];
    for (let count = 0; count <= forms; count += 1) {
      const response = await postForm(app, { partner: 'ville' }, { origin: partnerOrigin, ip: '192.0.2.1' });
      statuses.push(response.status);
    }
    assert.deepEqual(statuses, [...Array<number>(forms).fill(200), 429]);
  });
}

test('hot reads are not limited: they cost nothing', async () => {
  const app = await openApp({ signupsPerMinute: 1 });
  for (let count = 0; count < 50; count += 1) {
    for (const path of ['/v1/counter', '/v1/partners/ville', '/healthz', '/widgets/1/loader.js']) {
      assert.equal((await app.request(path)).status, 200);
    }
  }
});

test('an open health check is no lever against the database', async () => {
  let pings = 0;
  const app = await openApp({});
  const { storage } = app.deps;
  storage.ping = async () => void (pings += 1);
  await Promise.all(Array.from({ length: 1000 }, () => app.request('/readyz')));
  assert.equal(pings, 1);
  app.clock.time += 1000;
  await app.request('/readyz');
  assert.equal(pings, 2);
});
