/** What holders take along: the code to scan, LinkedIn, and the snippets, each read as whoever gets it reads it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseFragment, type ChildNode, type Element } from 'parse5';
import { badgeSizes } from '../../../api/contract/badge.ts';
import { Club } from '../../../api/contract/club.ts';
import { linkedInAddress, linkedInEntry } from '../../../api/http/pages/badges/linkedin.ts';
import { quietZone } from '../../../api/http/pages/badges/qr.ts';
import * as snippets from '../../../api/http/pages/badges/snippets.ts';
import { altOf, viewOf } from '../../../api/http/pages/badges/view.ts';
import { readBadge } from '../../../api/domain/badges/view.ts';
import { openTestApp, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute, elementsOf, textOf } from '../../support/html.ts';
import { changeIssued, endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';
import { modulesOf, readQr } from '../../support/read-qr.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp();
});
after(() => app.remove());

const page = async (id: string, path = '') => (await app.request(`/b/${id}${path}?lang=en`)).text();
const view = async (id: string, deps = app.deps) => viewOf(deps, (await readBadge(app.deps, id))!, 'en');

describe('the code to scan', () => {
  test('leads to the page, dark on white with a quiet zone, on the page and on paper', async () => {
    const { publicId } = await issueBadge(app);
    for (const path of ['', '/print']) {
      const [code] = all(await page(publicId, path), 'svg', 'qr');
      const [light, dark] = code!.childNodes.filter((one) => one.nodeName === 'path') as [never, never];
      const size = Number(attribute(code!, 'viewBox')!.split(' ')[2]);
      assert.equal(attribute(light, 'fill'), '#fff');
      assert.equal(attribute(dark, 'fill'), '#000');
      const modules = modulesOf(attribute(dark, 'd')!, size);
      for (let at = 0; at < size; at += 1) {
        for (const edge of [0, quietZone - 1, size - quietZone, size - 1]) {
          assert.ok(!modules[edge]![at] && !modules[at]![edge], 'the quiet zone is not quiet');
        }
      }
      assert.equal(readQr(modules, quietZone), `${publicUrl}/b/${publicId}`);
      assert.equal(attribute(code!, 'role'), 'img');
      assert.ok(attribute(code!, 'aria-label')!.includes(`club.example/b/${publicId}`));
    }
  });
});

describe('LinkedIn', () => {
  const parameters = (address: string) => Object.fromEntries(new URL(address).searchParams);

  test('gets the values of this very badge, months from 1 to 12', async () => {
    const { publicId } = await issueBadge(app, { showsCircle: true });
    const found = all(await page(publicId), 'a').find((one) => attribute(one, 'href')?.includes('linkedin.com'));
    const address = new URL(attribute(found!, 'href')!);
    assert.equal(address.origin + address.pathname, 'https://www.linkedin.com/profile/add');
    assert.deepEqual(parameters(address.href), {
      startTask: 'CERTIFICATION_NAME',
      name: app.deps.texts.badge('fr').achievement(app.deps.club.name.fr, app.deps.club.circles[0]!.name.fr),
      organizationName: app.deps.club.name.fr,
      issueYear: '2026',
      issueMonth: '11',
      expirationYear: '2027',
      expirationMonth: '12',
      certUrl: `${publicUrl}/b/${publicId}`,
      certId: publicId,
    });
  });

  test('gets the number of the club’s page where there is one, and then no name beside it', async () => {
    const { publicId } = await issueBadge(app);
    const club = Club.parse({ ...testClub, social: { linkedinOrganization: 123456 } });
    const asked = parameters(linkedInAddress(linkedInEntry(await view(publicId, { ...app.deps, club }))));
    assert.equal(asked['organizationId'], '123456');
    assert.equal(asked['organizationName'], undefined);
  });

  for (const [at, year, month] of [
    ['2026-12-31T23:59:59.999Z', '2026', '12'],
    ['2027-01-01T00:00:00.000Z', '2027', '1'],
    ['2027-01-31T23:30:00.000Z', '2027', '1'],
  ] as const) {
    for (const zone of ['Europe/Paris', 'Pacific/Auckland', 'America/Los_Angeles', 'UTC']) {
      test(`a badge of ${at} was issued in ${month}/${year}, wherever the server stands (${zone})`, async () => {
        const { publicId } = await issueBadge(app);
        await changeIssued(app, publicId, { awardedAt: Date.parse(at), validUntil: Date.parse(at) + 1 });
        const before = process.env['TZ'];
        process.env['TZ'] = zone;
        try {
          const clock = { now: () => Date.parse(at) };
          const asked = parameters(linkedInAddress(linkedInEntry(await view(publicId, { ...app.deps, clock }))));
          assert.deepEqual([asked['issueYear'], asked['issueMonth']], [year, month]);
        } finally {
          if (before === undefined) delete process.env['TZ'];
          else process.env['TZ'] = before;
        }
      });
    }
  }

  test('leaves fields empty now and then, so every value stands there to be copied', async () => {
    const { publicId } = await issueBadge(app);
    const html = await page(publicId);
    const values = all(html, 'input').map((one) => attribute(one, 'value'));
    const entry = linkedInEntry(await view(publicId));
    for (const value of [entry.name, entry.organization, 'November 2026', 'December 2027', publicId, entry.certUrl]) {
      assert.ok(values.includes(value), value);
    }
  });
});

describe('snippets', () => {
  const parsed = (text: string): Element[] => {
    const found: Element[] = [];
    const walk = (nodes: ChildNode[]) => {
      for (const node of nodes) {
        if (!('tagName' in node)) continue;
        found.push(node);
        walk(node.childNodes);
      }
    };
    walk(parseFragment(text).childNodes);
    return found;
  };
  const attributes = (node: Element) => Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  const { width, height } = badgeSizes.line;
  const size = { width: String(width), height: String(height) };

  test('for a site: a link and a picture with its size, and nothing that runs', async () => {
    const { publicId } = await issueBadge(app);
    const shown = await view(publicId);
    const page = `${publicUrl}/b/${publicId}`;
    const [link, image, ...more] = parsed(snippets.siteSnippet(shown));
    assert.deepEqual(more, []);
    assert.deepEqual([link!.tagName, attributes(link!)], ['a', { href: page, rel: 'noopener' }]);
    const picture = { src: `${page}.svg`, ...size, alt: altOf(shown), loading: 'lazy' };
    assert.deepEqual([image!.tagName, attributes(image!)], ['img', picture]);
    assert.equal(image!.parentNode, link);
    assert.match(altOf(shown), new RegExp(`ambassadeur \\(Mulhouse\\).: à vérifier sur club\\.example/b/${publicId}`));
  });

  test('for the element: exactly that inside, and the loader', async () => {
    const { publicId } = await issueBadge(app);
    const shown = await view(publicId);
    const text = snippets.widgetSnippet(shown);
    assert.equal(text.split('\n').length, 2);
    assert.ok(text.includes(`>${snippets.siteSnippet(shown)}</ambassador-badge>`));
    const [script, element] = parsed(text);
    assert.deepEqual(attributes(script!), { type: 'module', src: `${publicUrl}/widgets/1/loader.js` });
    assert.deepEqual([element!.tagName, attributes(element!)], ['ambassador-badge', { badge: publicId }]);
  });

  test('for mails: a PNG with its size, no table, no style; and plain text', async () => {
    const { publicId } = await issueBadge(app);
    const shown = await view(publicId);
    const page = `${publicUrl}/b/${publicId}`;
    const [link, image, ...more] = parsed(snippets.mailSnippet(shown));
    assert.deepEqual(more, []);
    assert.deepEqual(attributes(link!), { href: page });
    assert.deepEqual(attributes(image!), { src: `${page}.png`, ...size, alt: altOf(shown), border: '0' });
    assert.equal(snippets.mailText(shown), `Membre du ${app.deps.club.name.fr}\n${page}`);
  });

  test('for a README: the picture that nobody keeps, and no sign that ends the text early', async () => {
    const { publicId } = await issueBadge(app);
    const page = `${publicUrl}/b/${publicId}`;
    const plain = snippets.markdownSnippet(await view(publicId));
    assert.ok(plain.startsWith('[![Ambassadrice ou ambassadeur (Mulhouse)'));
    assert.ok(plain.endsWith(`](${page}/github.svg)](${page})`));
    const city = { ...testClub.city, fr: 'a](x) *b* <c> `d` \\' };
    const odd = snippets.markdownSnippet(await view(publicId, { ...app.deps, club: { ...testClub, city } }));
    assert.ok(odd.includes('a\\](x) \\*b\\* \\<c\\> \\`d\\` \\\\'), odd);
  });

  test('for a frame: of a business alone', async () => {
    const business = await issueBusinessBadge(app, 'boulangerie.example');
    const [frame, ...more] = parsed(snippets.frameSnippet(await view(business.publicId)));
    assert.deepEqual(more, []);
    assert.equal(attributes(frame!)['src'], `${publicUrl}/b/${business.publicId}/frame`);
    // Policies that forbid inline styles would leave a border, and cut the badge.
    assert.equal(attributes(frame!)['style'], undefined);
    assert.equal(attributes(frame!)['frameborder'], '0');
    assert.ok(attributes(frame!)['title']!.includes(app.deps.club.name.fr));
    assert.match(await page(business.publicId), /&lt;iframe/);
    const person = await issueBadge(app);
    assert.doesNotMatch(await page(person.publicId), /&lt;iframe/);
  });

  test('whatever the club is called, they stay what they are', async () => {
    const { publicId } = await issueBusinessBadge(app, 'boulangerie.example');
    const odd = `"><script>alert(1)</script>&amp;'`;
    const club = { ...testClub, name: { ...testClub.name, fr: odd }, city: { ...testClub.city, fr: odd } };
    const shown = await view(publicId, { ...app.deps, club });
    for (const make of [snippets.siteSnippet, snippets.mailSnippet, snippets.frameSnippet]) {
      const nodes = parsed(make(shown));
      assert.equal(nodes.filter(({ tagName }) => tagName === 'script').length, 0);
      const last = attributes(nodes.at(-1)!);
      assert.ok((last['alt'] ?? last['title'])!.includes(odd));
    }
  });

  test('stand in fields, exactly as they are, each with a button that copies it', async () => {
    const { publicId } = await issueBusinessBadge(app, 'boulangerie.example');
    const html = await page(publicId);
    const shown = await view(publicId);
    const fields = all(html, 'textarea').map((one) => textOf(one));
    const { siteSnippet, widgetSnippet, mailSnippet, mailText, markdownSnippet, frameSnippet } = snippets;
    for (const make of [siteSnippet, widgetSnippet, mailSnippet, mailText, markdownSnippet, frameSnippet]) {
      assert.ok(fields.includes(make(shown)), make.name);
    }
    const ids = elementsOf(html).flatMap((one) => attribute(one, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'an id is there twice');
    for (const button of all(html, 'button')) {
      assert.ok(ids.includes(attribute(button, 'data-copies')!));
      // Without the script there is nothing to press.
      assert.notEqual(attribute(button, 'hidden'), undefined);
    }
    for (const one of [...all(html, 'input'), ...all(html, 'textarea')]) {
      assert.ok(all(html, 'label').some((label) => attribute(label, 'for') === attribute(one, 'id')));
    }
  });

  test('are there for what is valid', async () => {
    const { publicId } = await issueBadge(app);
    await endIssued(app, publicId);
    assert.doesNotMatch(await page(publicId), /<textarea|linkedin/i);
  });
});
