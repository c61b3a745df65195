/** Passports follow the product: whatever changes in a source, changes on the page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { embeddable, embedPaths } from '../../../api/contract/embed.ts';
import { locales } from '../../../api/contract/locales.ts';
import { MembershipRequest } from '../../../api/contract/membership.ts';
import { z } from 'zod';
import { checks } from '../../../api/http/pages/passport/checks.ts';
import { features } from '../../../api/http/pages/passport/browsers.ts';
import { passportOf, type BuiltManifest, type Passport } from '../../../api/http/pages/passport/facts.ts';
import { passportView } from '../../../api/http/pages/passport/view.ts';
import { questionsOf, schemas } from '../../../api/http/pages/passport/questions.ts';
import { staticFile } from '../../../api/http/widget-files.ts';
import { openTestApp, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute, textOf } from '../../support/html.ts';

const file = (brotli: number, integrity: string) => ({ bytes: brotli * 3, brotli, integrity: `sha384-${integrity}` });
const manifest: BuiltManifest = {
  version: '1.2.3',
  files: {
    'loader.js': file(5000, 'LOADER'),
    'signup.fr.js': file(7001, 'SIGNUP'),
    'ambassador-signup.fr.js': file(15_000, 'ALONE'),
    'kit.fr.js': file(29_000, 'KIT'),
    'parts/signup-submission.js': file(3283, 'PART'),
    'parts/story-form-film.js': file(86_000, 'FILM'),
  },
};
const widgets = (from = manifest) =>
  new Map([['manifest.json', staticFile('manifest.json', Buffer.from(JSON.stringify(from)))]]);

describe('passports', () => {
  let app: TestApp;
  before(async () => {
    app = await openTestApp({ widgets: widgets(), mediaOrigin: 'https://media.example' });
  });
  after(() => app.remove());

  const sources = { club: testClub, publicUrl, mediaOrigin: publicUrl, manifest };
  const html = async (path: string, from = app) => {
    const response = await from.request(path);
    assert.equal(response.status, 200, path);
    return response.text();
  };
  const textOfPage = (page: string) => textOf(all(page, 'main')[0]!).replace(/\s+/g, ' ');

  test('every widget has one in every language, in HTML and as data, and they lead to each other', async () => {
    for (const widget of embeddable) {
      for (const lang of locales) {
        const page = await html(`${embedPaths.passport(widget)}?lang=${lang}`);
        assert.match(page, new RegExp(`<html lang="${lang}">`));
        const links = all(page, 'a').map((one) => attribute(one, 'href') ?? '');
        for (const other of embeddable)
          assert.ok(other === widget || links.some((href) => href.startsWith(embedPaths.passport(other))), other);
      }
      const data = (await (await app.request(`${embedPaths.passport(widget)}.json`)).json()) as Passport;
      assert.equal(data.tag, `ambassador-${widget}`);
      assert.equal(data.policy.directives['script-src'], publicUrl);
      assert.equal(data.policy.frame, `default-src 'none'; frame-src ${publicUrl}; script-src ${publicUrl}`);
    }
    assert.equal((await app.request('/embed/console/passport')).status, 404);
  });

  test('weight, requests, addresses and hashes are those of the build', async () => {
    const text = textOfPage(await html(`${embedPaths.passport('signup')}?lang=fr`));
    assert.match(text, /12\s001 octets/);
    for (const fact of [
      'parts/signup-submission.js',
      '3 283',
      `${publicUrl}/widgets/1.2.3/ambassador-signup.fr.js`,
      'sha384-ALONE',
    ])
      assert.ok(text.includes(fact), fact);
    assert.ok(!text.includes('story-form-film'));
    // Loader, widget, and what it asks by itself.
    assert.equal(passportOf('signup', 'fr', sources).weight.requests, 3);
    const heavier = { ...manifest, files: { ...manifest.files, 'signup.fr.js': file(8000, 'NEW') } };
    assert.equal(passportOf('signup', 'fr', { ...sources, manifest: heavier }).weight.firstBytes, 13_000);
  });

  test('a field that is added to a schema is said, on the page and in the text to paste', async () => {
    const more = { ...schemas, membership: MembershipRequest.extend({ shoeSize: z.string() }) };
    const fields = (from?: typeof more) => questionsOf('signup', from).flatMap((one) => one.fields);
    assert.ok(fields(more).includes('shoeSize'));
    assert.ok(!fields().includes('shoeSize'));
    const facts = passportOf('signup', 'fr', { ...sources, questions: (widget) => questionsOf(widget, more) });
    const shown = { locale: 'fr', club: testClub, partner: 'Ville', path: (path: string) => path } as const;
    const markup = String(await passportView(facts, shown));
    assert.match(textOf(all(markup, 'table')[0]!), /shoeSize/);
    assert.match(textOf(all(markup, 'textarea').at(-1)!), /parmi\u00a0: [^]*shoeSize/);
    // All of what is sent today, read by another way.
    for (const name of Object.keys(MembershipRequest.shape))
      assert.ok(
        fields().some((one) => one === name || one.startsWith(`${name}.`)),
        name,
      );
  });

  test('the text to paste names the club, the partner and where to write', async () => {
    const legal = { ...testClub.legal, publisher: 'Agence de l’Ill', dataProtectionOfficer: 'dpo@ill.example' };
    const other = await openTestApp({ widgets: widgets(), club: { ...testClub, legal } });
    try {
      const page = await html(`${embedPaths.passport('signup')}?lang=fr&partner=ville`, other);
      const text = textOf(all(page, 'textarea').find((one) => attribute(one, 'id') === 'privacy-text')!);
      for (const part of [
        'Agence de l’Ill',
        'Ville de Mulhouse (démo)',
        'dpo@ill.example',
        'art. 26',
        '7 jours',
        'Prénom',
      ])
        assert.ok(text.includes(part), part);
      assert.match(textOfPage(page), /dpo@ill\.example/);
    } finally {
      await other.remove();
    }
    // A name that nobody has is not repeated.
    const unknown = await html(`${embedPaths.passport('signup')}?partner=${encodeURIComponent('<b>x')}`);
    assert.ok(!unknown.includes('&lt;b&gt;x') && unknown.includes('[votre organisation]'));
  });

  test('the policy names the origin of photos and films where they lie elsewhere', async () => {
    const data = (await (await app.request(`${embedPaths.passport('testimonials')}.json`)).json()) as Passport;
    assert.equal(
      data.policy.line,
      `default-src 'none'; script-src ${publicUrl}; connect-src ${publicUrl}; img-src https://media.example; media-src https://media.example`,
    );
  });

  test('each check of accessibility is a test that is there, and nothing is called conforming without an audit', async () => {
    const root = join(import.meta.dirname, '../../..');
    for (const [widget, list] of Object.entries(checks))
      for (const { file: path, test: name } of list)
        assert.ok(readFileSync(join(root, path), 'utf8').includes(name), `${widget}: ${path} has no test "${name}"`);
    assert.match(textOfPage(await html(`${embedPaths.passport('badge')}?lang=fr`)), /Non conforme au RGAA/);
  });

  test('what the oldest browsers must know is what the widgets use', () => {
    const sourcesOf = ['internal/api-client.ts', 'badge/badge.ts', 'styles/host.styles.ts', 'styles/tokens.styles.ts'];
    const code = sourcesOf
      .map((path) => readFileSync(join(import.meta.dirname, '../../../widgets', path), 'utf8'))
      .join('');
    for (const feature of Object.keys(features)) assert.ok(code.includes(feature), feature);
  });
});
