import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { servePartners, type PartnerSites } from '../../demo/serve-partners.ts';
import { freePorts } from '../support/demo.ts';
import { sites } from '../../demo/sites.ts';

const club = 'https://club.example';
let served: PartnerSites;
const origin = (index: number) => served.sites[index]!.origin;

before(async () => {
  served = await servePartners({ club, ports: [0, 0, 0], host: '127.0.0.1' });
});
after(() => served.close());

describe('partner sites', () => {
  test('each has an origin of its own and a page with a working way into the club', async () => {
    assert.equal(new Set(served.sites.map((site) => site.origin)).size, 3);
    for (const site of served.sites) {
      const response = await fetch(site.origin);
      const page = await response.text();
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.ok(page.includes(`href="${club}/join?partner=${site.slug}&amp;lang=fr"`), `${site.slug}: no link to join`);
      assert.doesNotMatch(page, /\{\{/, `${site.slug}: a placeholder was not filled`);
    }
  });

  test('no page breaks its own policy: no inline style or script, no file from elsewhere', async () => {
    for (const { folder } of sites) {
      const dir = new URL(`../../demo/partners/${folder}/`, import.meta.url);
      for (const name of readdirSync(dir).filter((one) => one.endsWith('.html'))) {
        const page = readFileSync(new URL(name, dir), 'utf8');
        assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/i, `${folder}/${name}`);
        for (const [, address] of page.matchAll(/\s(?:src|href)="([^"]*)"/g)) {
          assert.match(address!, /^(?:\{\{club\}\}\/|\/|#)/, `${folder}/${name}: ${address}`);
          if (!address!.startsWith('/') || address === '/') continue;
          assert.ok(readdirSync(dir).includes(address!.slice(1)), `${folder}/${name}: ${address} does not exist`);
        }
      }
    }
  });

  test('every page is closed by default and lets in the club by one way only', async () => {
    const csp = async (index: number) => (await fetch(origin(index))).headers.get('content-security-policy') ?? '';
    const [city, chamber, bakery] = [await csp(0), await csp(1), await csp(2)];
    for (const policy of [city, chamber, bakery]) {
      assert.match(policy, /^default-src 'none'; /);
      assert.doesNotMatch(policy, /unsafe|\*|https:(?!\/\/club)/);
    }
    assert.match(city, /script-src https:\/\/club\.example; /);
    assert.match(city, /require-trusted-types-for 'script'/);
    assert.match(bakery, /script-src 'none'; .*frame-src https:\/\/club\.example/);
    assert.doesNotMatch(bakery, /connect-src/);
  });

  test('the chamber has a fresh nonce in every answer, the same in header and page', async () => {
    const nonces = [];
    for (const _ of [1, 2]) {
      const response = await fetch(origin(1));
      const [, nonce] =
        /'nonce-([^']+)' 'strict-dynamic'/.exec(response.headers.get('content-security-policy') ?? '') ?? [];
      assert.ok((await response.text()).includes(`nonce="${nonce}"`));
      nonces.push(nonce);
    }
    assert.notEqual(nonces[0], nonces[1]);
  });

  test('serves nothing but the files of the site', async () => {
    const hidden = [
      '/../city/index.html',
      '/%2e%2e/sites.ts',
      '/..%2fsites.ts',
      '/constructor',
      '//',
      '/index.html/',
      '/live',
      '/live.js',
    ];
    for (const path of hidden) {
      const { status } = await raw(origin(0), `GET ${path} HTTP/1.1`);
      assert.equal(status, 404, path);
    }
    assert.equal((await raw(origin(0), 'POST / HTTP/1.1')).status, 405);
    assert.equal((await raw(origin(0), 'GET /?utm_source=lettre HTTP/1.1')).status, 200);
  });

  test('says which port is taken, and leaves nothing listening', async () => {
    const blocker = await listening();
    const free = await freePorts(1);
    await assert.rejects(
      servePartners({ club, ports: [free, blocker.port, 0], host: '127.0.0.1' }),
      new RegExp(`Port ${blocker.port} .* is in use`),
    );
    await assert.rejects(raw(`http://127.0.0.1:${free}`, 'GET / HTTP/1.1'), { code: 'ECONNREFUSED' });
    blocker.server.close();
  });
});

test('in development a page reloads itself, and only then its policy allows it', async () => {
  const live = await servePartners({ club, ports: [0, 0, 0], host: '127.0.0.1', live: true });
  try {
    const response = await fetch(live.sites[2]!.origin);
    assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'; .*connect-src 'self'/);
    assert.match(await response.text(), /<script type="module" src="\/live\.js"/);
    const events = await fetch(`${live.sites[2]!.origin}/live`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    live.reload();
    while (!told.includes('event: change')) told += (await reader.read()).value ?? assert.fail('the stream ended');
    await reader.cancel();
  } finally {
    await live.close();
  }
});

async function listening() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** A request whose path is sent as it is: `fetch` would tidy it up. */
function raw(base: string, line: string): Promise<{ status: number }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.on('error', reject);
    socket.on('close', () => resolve({ status: Number(answer.split(' ')[1]) }));
    socket.write(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`);
  });
}
