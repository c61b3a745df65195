/** Names of partners, however they come in: what is no name is known without asking, a paused one is paused everywhere. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openTestApp, partnerOrigin, type TestApp } from '../../support/app.ts';
import { postForm } from '../../support/form.ts';

let app: TestApp;
const asked: string[] = [];
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  const { storage, clock } = app.deps;
  const { partnerBySlug } = storage;
  storage.partnerBySlug = (slug) => {
    asked.push(slug);
    return partnerBySlug.call(storage, slug);
  };
  await storage.insertPartner(
    { slug: 'paused', kind: 'business', name: 'Paused', origins: [partnerOrigin], status: 'paused' },
    clock.now(),
  );
});
after(() => app.remove());

const ways: Record<string, (slug: string) => Promise<Response>> = {
  'GET /v1/partners': (slug) => app.request(`/v1/partners/${encodeURIComponent(slug)}`),
  'GET /v1/challenges': (slug) => app.request(`/v1/challenges?partner=${encodeURIComponent(slug)}`),
  'GET /v1/counter': (slug) => app.request(`/v1/counter?partner=${encodeURIComponent(slug)}`),
  'GET /join': (slug) => app.request(`/join?partner=${encodeURIComponent(slug)}`),
  'GET /embed/signup': (slug) => app.request(`/embed/signup?partner=${encodeURIComponent(slug)}`),
  'GET /embed/counter': (slug) => app.request(`/embed/counter?partner=${encodeURIComponent(slug)}`),
  'POST /join': (slug) => postForm(app, { partner: slug }, { origin: partnerOrigin }),
  'POST /embed/signup': (slug) => postForm(app, { partner: slug }, { path: '/embed/signup', origin: partnerOrigin }),
};

// PostgreSQL cannot even be asked for the first two.
const noNames = ['\u0000', 'ville\u0000', 'Ville', ' ville', 'ville ', '-ville', 'vi_lle', '__proto__', '💥', '%'];
noNames.push('x'.repeat(65), 'x'.repeat(5000), "' or 1=1 --");

for (const [way, ask] of Object.entries(ways)) {
  describe(way, () => {
    test('what is no name is no partner, and the database is not asked', async () => {
      for (const name of noNames) {
        asked.length = 0;
        const response = await ask(name);
        assert.equal(response.status, 404, JSON.stringify(name.slice(0, 70)));
        if (response.headers.get('content-type')?.includes('json')) {
          // An address with a NUL in its path is nothing's, whatever stands there.
          const isNowhere = way === 'GET /v1/partners' && name.includes('\0');
          assert.equal((await response.json()).code, isNowhere ? 'not_found' : 'partner_unknown');
        }
        assert.deepEqual(asked, []);
      }
      assert.equal((await ask('nobody')).status, 404);
      assert.deepEqual(asked, ['nobody']);
    });

    test('a paused partner is refused', async () => {
      assert.equal((await ask('ville')).status, 200);
      const response = await ask('paused');
      assert.equal(response.status, 403);
      if (response.headers.get('content-type')?.includes('json')) {
        assert.equal((await response.json()).code, 'partner_paused');
      }
    });
  });
}

test('a partner paused by another process counts no more a second later', async () => {
  const ask = ways['GET /v1/counter']!;
  assert.equal((await ask('ville')).status, 200);
  await app.deps.storage.setPartnerStatus('ville', 'paused');
  app.clock.time += 1000;
  assert.equal((await ask('ville')).status, 403);
});
