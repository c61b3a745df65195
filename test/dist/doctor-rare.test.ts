/** The embed doctor on pages that are harder to make: nothing answers, nothing arrives, http on https, two versions. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { version } from '../../api/contract/version.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { twoOrigins, type TwoOrigins } from './club-server.ts';
import { diagnose, type Diagnosis } from './doctor-visit.ts';

describe('the doctor', () => {
  let built: BuiltWidgets;
  let browser: Browser;
  let two: TwoOrigins;
  let seen: Diagnosis | undefined;

  before(async () => {
    built = await builtWidgets();
    two = await twoOrigins(built.folder);
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await seen?.close();
    seen = undefined;
    two.rewrite = (_name, code) => code;
    two.intercept = () => false;
  });
  after(async () => {
    await browser?.close();
    await two?.close();
    built?.remove();
  });

  const script = (path: string) => `<script type="module" src="{{club}}/widgets/${path}"></script>`;
  const loader = script('1/loader.js');
  const counter = '<ambassador-counter partner="ville"><a href="/">237 membres</a></ambassador-counter>';
  const signup = '<ambassador-signup partner="ville"><a href="/">Rejoindre</a></ambassador-signup>';
  const page = (body: string, head = loader) =>
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}</head><body><h1>Ville</h1>${body}</body></html>`;

  async function examine(html: string): Promise<Diagnosis> {
    await seen?.close();
    two.page('/', html);
    return (seen = await diagnose(browser, `${two.host}/`));
  }

  test('names a club that does not answer, and says nothing of what it could not ask', async () => {
    two.intercept = ({ pathname }, response) => {
      const isDown = pathname.startsWith('/v1/') || pathname === '/healthz';
      if (isDown) response.destroy();
      return isDown;
    };
    const ill = await examine(page(counter));
    assert.deepEqual(ill.codes, ['unreachable']);
    assert.equal(ill.line('unreachable'), `curl -I ${two.club}/v1/partners/ville`);
    assert.ok(!ill.well.some((line) => line.includes('Le club répond')), ill.well.join());
    two.intercept = () => false;
    assert.deepEqual((await examine(page(counter))).codes, []);
  });

  test('names a widget that no script of the page brings, with the file that does', async () => {
    const ill = await examine(page(counter + signup, script('1/ambassador-counter.fr.js')));
    assert.deepEqual(ill.codes, ['unloaded']);
    assert.equal(ill.line('unloaded'), script('1/ambassador-signup.fr.js').replace('{{club}}', two.club));
    const mended = await examine(page(counter + signup, script('1/ambassador-counter.fr.js') + ill.line('unloaded')));
    assert.deepEqual(mended.codes, []);
  });

  test('names a script that did not arrive', async () => {
    two.intercept = ({ pathname }, response) => {
      const isLost = pathname.endsWith('/loader.js');
      if (isLost) response.destroy();
      return isLost;
    };
    const ill = await examine(page(counter, loader + script('1/doctor.js')));
    assert.deepEqual(ill.codes, ['unloaded']);
    assert.equal(ill.line('unloaded'), loader.replace('{{club}}', two.club));
    two.intercept = () => false;
    assert.deepEqual((await examine(page(counter, ill.line('unloaded')))).codes, []);
  });

  test('calls no widget missing whose file is still on its way over a slow network', async () => {
    // Slower than a page that has what it needs is given; sooner than the loader gives up.
    two.intercept = ({ pathname }, response) => {
      const [, name] = /\/(counter\.\w+\.js)$/.exec(pathname) ?? [];
      if (!name) return false;
      response.setHeader('content-type', 'text/javascript');
      setTimeout(() => response.end(readFileSync(join(built.folder, name))), 3500);
      return true;
    };
    assert.deepEqual((await examine(page(counter))).codes, []);
  });

  test('names two versions on a page, of which one line is enough; and comes once itself', async () => {
    const old = '0.9.0';
    two.rewrite = (name, code, url) =>
      url.pathname.startsWith(`/widgets/${old}/`) && /^(?:ambassador-|manifest)/.test(name)
        ? code.replaceAll(version, old)
        : code;
    const ill = await examine(page(counter + signup, script(`${old}/ambassador-counter.fr.js`) + loader));
    assert.deepEqual(ill.codes.toSorted(), ['twice', 'version', 'versions']);
    const whole = loader.replace('{{club}}', two.club);
    // Never the old file of one widget, which would leave the other without.
    assert.deepEqual([ill.line('versions'), ill.line('twice')], [whole, whole]);
    assert.equal((await ill.page.$$('[data-ambassador-doctor]')).length, 1);
    assert.deepEqual((await examine(page(counter + signup, ill.line('versions')))).codes, []);
  });

  test('names a club that is to be asked by http from a page on https, which the browser refuses', async () => {
    const club = 'https://club.example';
    const address = 'https://www.ville.example/';
    // The names are nobody's: what the browser lets out is answered here, by http too.
    const answer = async (request: HTTPRequest, html: string) => {
      const { origin, pathname, search } = new URL(request.url());
      if (origin === new URL(address).origin) return request.respond({ contentType: 'text/html', body: html });
      const response = await fetch(`${two.club}${pathname}${search}`);
      const headers = {
        'access-control-allow-origin': '*',
        'content-type': response.headers.get('content-type') ?? '',
      };
      return request.respond({ status: response.status, headers, body: await response.text() });
    };
    const examineSecure = async (body: string): Promise<Diagnosis> => {
      await seen?.close();
      return (seen = await diagnose(browser, address, async (tab: Page) => {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => void answer(request, page(body).replaceAll('{{club}}', club)));
      }));
    };
    const plain = counter.replace('partner', 'api="http://club.example" partner');
    const ill = await examineSecure(plain);
    assert.deepEqual(ill.codes, ['mixed']);
    assert.ok(
      ill.console.some((line) => line.includes('Mixed Content')),
      ill.console.join(),
    );
    assert.equal(ill.line('mixed'), club);
    const mended = await examineSecure(plain.replace('http://club.example', ill.line('mixed')));
    assert.deepEqual(mended.codes, []);
  });
});
