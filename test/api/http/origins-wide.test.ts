/** Wildcards and the webmaster's own machine: on every route that writes for a partner, and for who frames its pages. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Problem } from '../../../api/contract/codes.ts';
import { openTestApp, publicUrl, signUpBody, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { mintProof } from '../../support/proof.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let people = 0;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  const partner = { kind: 'business', name: 'Wide', status: 'active' as const, origins: ['https://*.wide.example'] };
  await app.deps.storage.insertPartner({ ...partner, slug: 'wide' }, app.clock.now());
  await app.deps.storage.insertPartner({ ...partner, slug: 'testing', allowsLocal: true }, app.clock.now());
});
after(() => app.remove());

const local = ['http://localhost', 'http://localhost:5173', 'http://127.0.0.1:8080', 'http://shop.localhost:3000'];
const own: Record<string, string[]> = {
  wide: ['https://www.wide.example', 'https://a.b.wide.example', publicUrl],
  testing: ['https://www.wide.example', ...local],
};
const foreign: Record<string, (string | undefined)[]> = {
  wide: [
    undefined,
    'null',
    'https://wide.example',
    'https://evilwide.example',
    'https://www.wide.example.evil.example',
    'https://evil.example/.wide.example',
    'https://evil.example\\.wide.example',
    'https://www.wide.example@evil.example',
    'https://evil.example@www.wide.example',
    'https://www.wide.example:8443',
    'http://www.wide.example',
    'https://www.wide.example.',
    'https://*.wide.example',
    'https://www.wide.example, https://evil.example',
    ...local,
  ],
  testing: [
    'null',
    'https://localhost',
    'http://localhost.evil.example',
    'http://evillocalhost:5173',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.2:8080',
    'http://192.168.1.2',
    'http://localhost:5173/',
  ],
};

const email = () => `person-${(people += 1)}@example.org`;

async function json(path: string, partner: string, origin: string | undefined, body: object): Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newNetwork(), ...(origin && { origin }) },
    body: JSON.stringify({ partner, ...body }),
  });
}

async function form(path: string, partner: string, origin: string | undefined): Promise<Response> {
  const { charter, circle } = signUpBody() as Record<string, string>;
  const page = await app.request(`/join?partner=${partner}`);
  const token = valuesOf(await page.text()).get('token')!;
  app.clock.time += 2000;
  const values = {
    partner,
    token,
    firstName: 'Odile',
    email: email(),
    circle: circle!,
    charter: charter!,
    age15: 'on',
  };
  return postForm(app, values, { path, origin });
}

const proof = (partner: string, origin = publicUrl) => mintProof(app, { partner, origin });

/** Everything that writes in a partner's name. */
const writes: Record<string, (partner: string, origin: string | undefined) => Promise<Response>> = {
  'a sign-up': async (partner, origin) =>
    json('/v1/memberships', partner, origin, {
      ...signUpBody(),
      partner,
      email: email(),
      proof: await proof(partner, origin),
    }),
  'a sign-up by a form': (partner, origin) => form('/join', partner, origin),
  'a sign-up in a frame': (partner, origin) => form(`/embed/signup?partner=${partner}`, partner, origin),
  'a code': async (partner, origin) =>
    json('/v1/session-codes', partner, origin, { email: email(), language: 'fr', proof: await proof(partner, origin) }),
  'a report of a story': async (partner, origin) =>
    json('/v1/stories/AAAAAAAAAAAAAAAAAAAAAA/reports', partner, origin, {
      reason: 'untrue',
      text: '',
      url: 'https://www.wide.example/',
      name: 'Odile',
      email: email(),
      goodFaith: true,
      language: 'fr',
      proof: await proof(partner, origin),
    }),
  'a count': (partner, origin) => json('/v1/tallies', partner, origin, { path: '/', counts: { story_seen: 1 } }),
};

for (const [what, write] of Object.entries(writes)) {
  describe(what, () => {
    for (const partner of ['wide', 'testing']) {
      test(`for "${partner}" from its own pages is taken`, async () => {
        for (const origin of own[partner]!) {
          const response = await write(partner, origin);
          // There is no such story: what is looked for comes after whether one may ask.
          if (what === 'a report of a story') assert.equal(response.status, 404, origin);
          else assert.ok(response.ok, `${origin}: ${response.status} ${await response.text()}`);
        }
      });

      test(`for "${partner}" from elsewhere is refused before anything is written`, async () => {
        const before = everything(app.dir);
        app.deps.tallies.take();
        for (const origin of foreign[partner]!) {
          const response = await write(partner, origin);
          assert.equal(response.status, 403, `${origin}`);
          if (response.headers.get('content-type')?.includes('json')) {
            assert.equal(((await response.json()) as Problem).code, 'origin_not_allowed');
          }
        }
        assert.deepEqual(everything(app.dir), before);
        assert.deepEqual(app.deps.tallies.take().tallies, []);
      });
    }
  });
}

test('the same pages may frame theirs, and nobody else', async () => {
  const ancestors = async (partner: string) => {
    const { headers } = await app.request(`/embed/signup?partner=${partner}`);
    return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };
  assert.equal(await ancestors('wide'), 'https://*.wide.example');
  assert.equal(await ancestors('testing'), 'https://*.wide.example http://localhost:* http://127.0.0.1:*');
});
