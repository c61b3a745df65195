/** The pages of stories, as readers, search engines and social networks get them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { locales } from '../../../api/contract/locales.ts';
import { storyPages } from '../../../api/lang/stories-pages/index.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute, meta, textOf } from '../../support/html.ts';
import { addPhoto, allowOnly, tell } from '../../support/told.ts';

let app: TestApp;
before(async () => {
  app = await openTestApp();
});
after(() => app.remove());

async function read(path: string, status = 200): Promise<string> {
  const response = await app.request(path);
  assert.equal(response.status, status, path);
  return response.text();
}

describe('one story', () => {
  let id: string;
  before(async () => {
    const text = 'Erster Absatz,\nzweite Zeile.\n\nZweiter Absatz.';
    id = await tell(app, { text, language: 'de', signature: 'Ursula', place: 'Müllheim', tags: ['table'] });
    await addPhoto(app, id);
  });

  test('is a figure with the words as they were written, in their language and direction', async () => {
    const html = await read(`/stories/${id}?lang=fr`);
    const [quote] = all(html, 'blockquote');
    assert.equal(attribute(quote!, 'lang'), 'de');
    assert.equal(attribute(quote!, 'dir'), 'ltr');
    assert.deepEqual(all(html, 'p').map(textOf).slice(0, 2), ['Erster Absatz,\nzweite Zeile.', 'Zweiter Absatz.']);
    assert.equal(all(html, 'figure').length, 1);
    assert.match(textOf(all(html, 'figcaption')[0]!), /Ursula/);
    const arabic = await tell(app, { text: 'صباح الخير يا مولوز، أنا هنا منذ الشتاء.', language: 'ar' });
    assert.equal(attribute(all(await read(`/stories/${arabic}`), 'blockquote')[0]!, 'dir'), 'rtl');
  });

  test('has its photos in several widths, their size reserved, their text alternative', async () => {
    const html = await read(`/stories/${id}`);
    const [image] = all(html, 'img');
    assert.equal(attribute(image!, 'alt'), 'La place au matin');
    assert.equal(attribute(image!, 'width'), '960');
    assert.equal(attribute(image!, 'height'), '640');
    assert.match(attribute(image!, 'src')!, /^https:\/\/club\.example\/media\/[0-9a-f]{32}\.jpg$/);
    const [webp] = all(html, 'source');
    assert.match(attribute(webp!, 'srcset')!, /\.webp 480w, .*\.webp 960w$/);
  });

  test('is told to social networks and search engines', async () => {
    for (const locale of locales) {
      const html = await read(`/stories/${id}?lang=${locale}`);
      assert.equal(meta(html, 'og:image'), `${publicUrl}/stories/${id}/og.png`);
      assert.equal(meta(html, 'og:image:width'), '1200');
      assert.equal(meta(html, 'og:image:height'), '630');
      assert.ok(meta(html, 'og:image:alt')!.includes('Ursula'));
      assert.equal(meta(html, 'og:url'), `${publicUrl}/stories/${id}`);
      assert.equal(meta(html, 'og:locale')!.slice(0, locale.length), locale);
      assert.equal(meta(html, 'og:description'), 'Erster Absatz, zweite Zeile. Zweiter Absatz.');
      assert.equal(meta(html, 'twitter:card'), 'summary_large_image');
      const links = all(html, 'link');
      const canonical = links.filter((one) => attribute(one, 'rel') === 'canonical');
      assert.deepEqual(
        canonical.map((one) => attribute(one, 'href')),
        [`${publicUrl}/stories/${id}`],
      );
      const languages = links.map((one) => attribute(one, 'hreflang')).filter(Boolean);
      assert.deepEqual(languages, [...locales, 'x-default']);
    }
  });

  test('is a creative work without stars', async () => {
    const [script] = all(await read(`/stories/${id}`), 'script');
    assert.equal(attribute(script!, 'type'), 'application/ld+json');
    const data = JSON.parse(textOf(script!)) as Record<string, unknown>;
    assert.equal(data['@type'], 'CreativeWork');
    assert.equal(data['inLanguage'], 'de');
    assert.equal(data['text'], 'Erster Absatz,\nzweite Zeile.\n\nZweiter Absatz.');
    assert.ok(!('aggregateRating' in data) && !('review' in data));
  });

  test('loads nothing of the networks, only links to them', async () => {
    const response = await app.request(`/stories/${id}`);
    const csp = response.headers.get('content-security-policy')!;
    assert.match(csp, /default-src 'none'/);
    assert.match(csp, /img-src 'self' data:;/);
    assert.match(csp, /frame-ancestors 'none'/);
    const html = await response.text();
    const shared = all(html, 'a').map((one) => attribute(one, 'href')!);
    assert.ok(
      shared.some(
        (href) =>
          href === `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(`${publicUrl}/stories/${id}`)}`,
      ),
    );
  });

  test('lets media come from their own origin, and captions be read there', async () => {
    const other = await openTestApp({ mediaOrigin: 'https://media.example' });
    const theirs = await tell(other);
    await addPhoto(other, theirs);
    const response = await other.request(`/stories/${theirs}`);
    assert.match(
      response.headers.get('content-security-policy')!,
      /img-src 'self' data: https:\/\/media\.example; media-src 'self' https:\/\/media\.example;/,
    );
    assert.match(attribute(all(await response.text(), 'img')[0]!, 'src')!, /^https:\/\/media\.example\//);
    await other.remove();
  });

  test('is gone, with a page that says so, for whatever is not public', async () => {
    const draft = await tell(app, { status: 'draft' });
    const pending = await tell(app, { status: 'pending' });
    const elsewhere = await tell(app, { uses: ['partner_sites', 'social'] });
    const withdrawn = await tell(app);
    await app.deps.storage.write(async (tx) => {
      const story = (await tx.stories.find(withdrawn))!;
      await tx.stories.move(story.id, ['published'], 'withdrawn', app.clock.now());
    });
    for (const one of [draft, pending, elsewhere, withdrawn, 'unknown', 'x'.repeat(22)]) {
      const html = await read(`/stories/${one}?lang=en`, 404);
      assert.ok(html.includes(storyPages.en.story.gone.title), one);
      assert.ok(!html.includes('place de la Réunion'), one);
    }
    await read('/stories/%00?lang=en', 404);
    const lost = await tell(app);
    await read(`/stories/${lost}`);
    await allowOnly(app, lost, ['newsletter']);
    await read(`/stories/${lost}`, 404);
  });
});

describe('all stories', () => {
  let wall: TestApp;
  before(async () => {
    wall = await openTestApp();
    for (let index = 0; index < 15; index += 1) {
      wall.clock.time += 60_000;
      await tell(wall, {
        text: `Récit numéro ${index}, assez long pour en être un.`,
        language: index % 2 ? 'fr' : 'de',
        tags: index === 3 ? ['nature'] : [],
        signature: `A${index}`,
        featured: index === 1,
        circle: testClub.circles[index % 2]!.id,
      });
    }
  });
  after(() => wall.remove());

  const names = async (path: string) => {
    const response = await wall.request(path);
    assert.equal(response.status, 200, path);
    const html = await response.text();
    return { html, names: all(html, 'span', 'author').map((one) => textOf(one)) };
  };

  test('come twelve at a time, featured and newest first, and go on with a link', async () => {
    const first = await names('/stories?lang=fr');
    assert.equal(first.names[0], 'A1');
    assert.deepEqual(first.names.slice(1, 4), ['A14', 'A13', 'A12']);
    assert.equal(first.names.length, 12);
    const next = all(first.html, 'a').find((one) => attribute(one, 'rel') === 'next');
    const second = await names(attribute(next!, 'href')!);
    assert.equal(second.names.length, 3);
    assert.equal(new Set([...first.names, ...second.names]).size, 15);
    assert.equal(meta(second.html, 'robots'), 'noindex');
    assert.equal(
      all(second.html, 'a').find((one) => attribute(one, 'rel') === 'next'),
      undefined,
    );
  });

  test('are chosen by circle, form, language and subject, and the form keeps the choice', async () => {
    assert.deepEqual((await names('/stories?tag=nature')).names, ['A3']);
    assert.equal((await names('/stories?language=de')).names.length, 8);
    const chosen = await names(`/stories?language=fr&circle=${testClub.circles[1]!.id}&kind=text`);
    assert.equal(chosen.names.length, 7);
    const selected = all(chosen.html, 'option').filter((one) => attribute(one, 'selected') !== undefined);
    assert.deepEqual(
      selected.map((one) => attribute(one, 'value')),
      [testClub.circles[1]!.id, 'text', 'fr'],
    );
    const { html } = await names('/stories?kind=video&lang=en');
    assert.ok(html.includes(storyPages.en.list.none));
    assert.equal((await wall.request('/stories?circle=nobody')).status, 422);
    assert.equal((await wall.request('/stories?after=x')).status, 422);
  });

  test('have one heading, a list, and a link to each', async () => {
    const { html } = await names('/stories?lang=gsw');
    assert.equal(all(html, 'h1').length, 1);
    assert.equal(all(html, 'figure', 'story').length, 12);
    assert.equal(all(html, 'a', 'open').length, 12);
    assert.ok(all(html, 'a', 'open').every((one) => /^\/stories\/[\w-]{22}\?lang=gsw$/.test(attribute(one, 'href')!)));
  });

  test('a few stand on the first page, inside the widget that takes them over', async () => {
    const { html } = await names('/?lang=fr');
    const [widget] = all(html, 'ambassador-testimonials');
    assert.equal(attribute(widget!, 'partner'), 'club');
    assert.ok(textOf(widget!).includes('Récit numéro 1,'));
    assert.equal(all(html, 'figure', 'story').length, 6);
    const none = await app.request('/?lang=fr');
    assert.equal(none.status, 200);
  });
});

describe('in a partner’s frame', () => {
  test('stories that partners may show, framed by this partner alone, to be read without a script', async () => {
    const framed = await openTestApp();
    await tell(framed, { text: 'Pour le club seulement, pas ailleurs.', uses: ['club_site'] });
    await tell(framed, { text: 'Pour les partenaires, et leurs pages.', uses: ['partner_sites'] });
    const response = await framed.request('/embed/testimonials?partner=ville&lang=fr');
    const csp = response.headers.get('content-security-policy')!;
    assert.match(csp, new RegExp(`frame-ancestors ${partnerOrigin}(?:;|$)`));
    assert.match(csp, /script-src 'self';/);
    const html = await response.text();
    const quotes = all(html, 'blockquote').map((one) => textOf(one).trim());
    assert.deepEqual(quotes, ['Pour les partenaires, et leurs pages.']);
    const [report] = all(html, 'a', 'report');
    assert.match(attribute(report!, 'href')!, /\/report\?partner=ville&lang=fr$/);
    assert.equal((await framed.request('/embed/testimonials?partner=nobody')).status, 404);
    await framed.remove();
  });
});
