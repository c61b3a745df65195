/** Events on their way out: to a real site on this machine, by the code that runs outside. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { text as textOf } from 'node:stream/consumers';
import { createWebhookSender, type WebhookSenderOptions } from '../../../api/net/webhooks.ts';
import { houseAddresses } from '../../support/addresses.ts';
import { startNameServer, type NameServer } from '../../support/name-server.ts';
import { startSite, type Site } from '../../support/site.ts';

const url = 'https://crm.example/hooks?club=1';
const somewhere = '93.184.216.34';

let dns: NameServer;
let site: Site;
before(async () => {
  dns = await startNameServer();
  site = await startSite('crm.example');
});
after(async () => {
  await site.close();
  await dns.close();
});
beforeEach(() => {
  dns.names.clear();
  dns.names.set('example', {});
  dns.names.set('crm.example', { addresses: [somewhere] });
  site.asked.length = site.dialled.length = 0;
  site.answer = (_request, response) => void response.writeHead(204).end();
});

function post(options: Partial<WebhookSenderOptions> = {}, to = url) {
  const parts = { publicUrl: 'https://club.example', resolver: () => dns.resolver(), connect: site.connect };
  return createWebhookSender({ ...parts, ...options }).post(to, { 'webhook-id': 'evt_1' }, '{"é":1}');
}

describe('a webhook', () => {
  test('arrives whole, once, at the address that was looked up, with who sends it', async () => {
    let came: unknown;
    site.answer = async (request, response) => {
      came = [await textOf(request), request.headers['webhook-id'], request.headers['user-agent']];
      response.writeHead(200).end('thank you');
    };
    assert.deepEqual(await post(), { status: 200 });
    assert.deepEqual(came, ['{"é":1}', 'evt_1', 'ambassador-webhook (+https://club.example)']);
    assert.deepEqual(site.asked, ['crm.example POST crm.example /hooks?club=1']);
    assert.deepEqual(site.dialled, [{ addresses: [somewhere], port: 443 }]);
  });

  test('says what was answered by its number, and follows nothing', async () => {
    for (const status of [400, 404, 410, 429, 500, 503]) {
      site.answer = (_request, response) => void response.writeHead(status).end();
      assert.deepEqual(await post(), { status });
    }
    for (const status of [301, 302, 303, 307, 308]) {
      site.asked.length = 0;
      site.answer = (_request, response) =>
        void response.writeHead(status, { location: 'https://club.example/' }).end();
      assert.deepEqual(await post(), { failed: 'redirected' });
      assert.equal(site.asked.length, 1);
    }
  });

  test('does not wait for a receiver that drips, nor read what it has to say', async () => {
    site.answer = () => {};
    assert.deepEqual(await post({ patience: 300 }), { failed: 'timeout' });
    site.answer = (_request, response) => {
      response.writeHead(200);
      const more = () => response.write(Buffer.alloc(100_000), (error) => void (error ?? setImmediate(more)));
      more();
    };
    assert.deepEqual(await post(), { status: 200 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(site.sent() < 20_000_000, String(site.sent()));
  });

  test('goes to no address of our house', async () => {
    for (const [what, addresses] of Object.entries(houseAddresses))
      for (const address of addresses.filter((one) => !one.includes('%'))) {
        dns.names.set('crm.example', { addresses: [address] });
        assert.deepEqual(await post(), { failed: 'refused' }, `${what}: ${address}`);
      }
    assert.deepEqual(site.dialled, []);
  });

  test('goes nowhere when one address of many is of our house, when there is none, or for another certificate', async () => {
    dns.names.set('crm.example', { addresses: [somewhere, '127.0.0.1'] });
    assert.deepEqual(await post(), { failed: 'refused' });
    dns.names.set('crm.example', {});
    assert.deepEqual(await post(), { failed: 'refused' });
    assert.deepEqual(site.dialled, []);
    dns.names.set('other.example', { addresses: [somewhere] });
    assert.deepEqual(await post({}, 'https://other.example/'), { failed: 'refused' });
  });

  test('is not led elsewhere by a name that answers differently the second time', async () => {
    let asked = 0;
    const resolver = {
      resolve4: () => Promise.resolve(asked++ === 0 ? [somewhere] : ['127.0.0.1']),
      resolve6: () => Promise.reject(Object.assign(new Error('none'), { code: 'ENODATA' })),
      cancel() {},
    } as unknown as ReturnType<NonNullable<WebhookSenderOptions['resolver']>>;
    assert.deepEqual(await post({ resolver: () => resolver }), { status: 204 });
    assert.deepEqual(site.dialled, [{ addresses: [somewhere], port: 443 }]);
    assert.equal(asked, 1);
  });
});
