/** The frames on partners' pages: what stands in them, who may show them, and what becomes of a bad choice. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { badgePaths } from '../../../api/contract/badge.ts';
import { embeddable, type Embeddable } from '../../../api/contract/embed.ts';
import { locales, type Locale } from '../../../api/contract/locales.ts';
import { badgePages } from '../../../api/lang/badge-pages/index.ts';
import { termsFor } from '../../../api/lang/index.ts';
import { openTestApp, partnerOrigin, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { awardBadge } from '../../support/awarded-badge.ts';
import { all, assertHarmless, attribute, meta, textOf } from '../../support/html.ts';
import { endIssued } from '../../support/issued-badges.ts';
import { tell } from '../../support/told.ts';

let app: TestApp;
let badge: string;
let story: string;
before(async () => {
  app = await openTestApp();
  const origins = [partnerOrigin, 'https://*.ville.example', 'http://old.ville.example:8080'];
  const fields = { kind: 'city', name: 'Two', status: 'active', accent: '#0b6e4f' } as const;
  await app.deps.storage.insertPartner({ ...fields, slug: 'two', origins }, app.clock.now());
  await app.deps.storage.insertPartner(
    { ...fields, slug: 'resting', origins: [partnerOrigin], status: 'paused' },
    app.clock.now(),
  );
  const german = { slug: 'hafen', origins: ['https://hafen.example'], languages: ['de', 'gsw'] as Locale[] };
  await app.deps.storage.insertPartner({ ...fields, ...german }, app.clock.now());
  badge = (await awardBadge(app.deps, 40)).publicId;
  story = await tell(app, { text: 'Une histoire pour les partenaires, entière.', circle: testClub.circles[1]!.id });
  await tell(app, { text: 'Une autre, plus ancienne et plus courte.' });
});
after(() => app.remove());

async function read(
  path: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
) {
  const response = await app.request(path, { headers });
  const html = await response.text();
  assert.equal(response.status, status, path);
  return { html, headers: response.headers };
}

const ancestors = (headers: Headers) =>
  Array.from(
    (headers.get('content-security-policy') ?? '').matchAll(/frame-ancestors ([^;,]+)/g),
    ([, sources]) => sources,
  );
const address = (widget: Embeddable, query = 'partner=ville') =>
  `/embed/${widget}?${query}${widget === 'badge' ? `&badge=${badge}` : ''}`;

for (const widget of embeddable) {
  describe(widget, () => {
    test('is a whole page in the reader’s language, which nothing but our own files can change', async () => {
      for (const locale of locales) {
        const { html, headers } = await read(address(widget, `partner=ville&lang=${locale}`));
        assert.equal(attribute(all(html, 'html')[0]!, 'lang'), locale);
        assert.ok(textOf(all(html, 'title')[0]!).length > 10);
        assert.ok(textOf(all(html, 'main')[0]!).trim().length > 20);
        assert.match(headers.get('content-security-policy')!, /default-src 'none'; style-src 'self';/);
        assertHarmless(html);
      }
    });

    test('speaks a language of the partner’s pages, the one the visitor likes best of them', async () => {
      for (const [likes, asked, locale] of [
        ['fr', '', 'de'],
        ['en, gsw;q=0.9, de;q=0.8', '', 'gsw'],
        ['', '', 'de'],
        ['de', '&lang=fr', 'fr'],
        ['fr', '&lang=it', 'de'],
      ] as const) {
        const { html } = await read(address(widget, `partner=hafen${asked}`), {
          headers: { 'accept-language': likes },
        });
        assert.equal(attribute(all(html, 'html')[0]!, 'lang'), locale, `${likes} ${asked}`);
      }
    });

    test('is shown by this partner’s sites alone', async () => {
      const { headers } = await read(address(widget, 'partner=two'));
      const sources = `${partnerOrigin} https://*.ville.example http://old.ville.example:8080`;
      assert.equal(ancestors(headers)[0], sources);
      assert.equal(headers.get('x-frame-options'), null);
    });

    test('tells its height to the page that the browser named, if it is one of the partner’s', async () => {
      for (const [referer, around] of [
        [`${partnerOrigin}/a/page?q=1`, partnerOrigin],
        ['https://shop.ville.example/', 'https://shop.ville.example'],
        ['https://ville.example/', undefined],
        ['https://evil.example/www.ville.example', undefined],
        ['no address', undefined],
      ] as const) {
        const { html } = await read(address(widget, 'partner=two'), { headers: { referer } });
        assert.equal(meta(html, 'ambassador-around'), around, referer);
        assert.match(meta(html, 'ambassador-sources')!, /^https:\/\/www\.ville\.example https:\/\/\*\.ville\.example /);
      }
    });

    test('takes a scheme, and an accent that can be read', async () => {
      const { html } = await read(address(widget, `partner=two&theme=dark&accent=%23ff0`));
      assert.match(attribute(all(html, 'body')[0]!, 'class')!, /\btheme-dark\b/);
      const sheets = all(html, 'link').map((one) => attribute(one, 'href')!);
      assert.ok(sheets.includes('/assets/accent/ffff00.css'));
      const own = await read(address(widget, 'partner=two'));
      assert.match(own.html, /\/assets\/accent\/0b6e4f\.css/, 'the partner’s own, when none is chosen');
      assert.doesNotMatch((await read(address(widget))).html, /\/assets\/accent\//);
    });

    test('leaves out what nobody can choose, and says so to the webmaster', async () => {
      const wrong = 'theme=sepia&accent=red%3B%7D&lang=xx';
      const { html } = await read(address(widget, `partner=ville&${wrong}`));
      assert.match(attribute(all(html, 'body')[0]!, 'class')!, /\btheme-auto\b/);
      const refused = all(html, 'meta').filter((one) => attribute(one, 'name') === 'ambassador-refused');
      assert.deepEqual(
        refused.map((one) => attribute(one, 'content')),
        ['lang="xx"', 'theme="sepia"', 'accent="red;}"'],
      );
      assertHarmless(html);
    });

    test('of a partner that is unknown or paused says so, and leads on', async () => {
      for (const [slug, status, sources] of [
        ['nobody', 404, 'https: http:'],
        ['%00', 404, 'https: http:'],
        ['resting', 403, partnerOrigin],
      ] as const) {
        const { html, headers } = await read(`/embed/${widget}?partner=${slug}&lang=de`, { status });
        assert.deepEqual(ancestors(headers), [sources]);
        const { problems } = termsFor('de');
        const said = status === 403 ? problems.partner_paused : problems.partner_unknown;
        assert.equal(textOf(all(html, 'h1')[0]!), said.title);
        const [link] = all(html, 'a');
        assert.equal(attribute(link!, 'href'), `${publicUrl}/join?partner=club&lang=de`);
        assert.equal(attribute(link!, 'target'), '_blank');
      }
    });
  });
}

test('an accent is a style sheet of numbers, and no other text is one', async () => {
  const { html: rules, headers } = await read('/assets/accent/ffff00.css');
  assert.match(headers.get('content-type')!, /^text\/css/);
  assert.match(rules, /^\.bare\{--accent:light-dark\(#[0-9a-f]{6},#ffff00\);--ambassador-accent:var\(--accent\)\}\n$/);
  for (const name of ['FFFF00.css', 'ff0.css', 'ffff00', 'red.css', 'ffff00.css.css', '%23ffff00.css', '__proto__']) {
    await read(`/assets/accent/${name}`, { status: 404 });
  }
});

describe('stories', () => {
  const texts = async (query: string) =>
    all((await read(`/embed/testimonials?partner=ville&lang=fr&${query}`)).html, 'blockquote').map((one) =>
      textOf(one).trim(),
    );

  test('are those that were chosen', async () => {
    assert.equal((await texts('layout=wall')).length, 2);
    assert.deepEqual(await texts(`circle=${testClub.circles[1]!.id}`), ['Une histoire pour les partenaires, entière.']);
    assert.deepEqual(await texts(`story=${story}`), ['Une histoire pour les partenaires, entière.']);
    assert.equal((await texts('limit=1')).length, 1);
    assert.deepEqual(await texts('tag=unheard-of'), []);
  });

  test('that are not there are not made up', async () => {
    const hidden = await tell(app, { text: 'Pour le club seulement, pas ailleurs.', uses: ['club_site'] });
    for (const id of [hidden, 'aB3_dE-fG6hI9jK2lM5nO8']) {
      const { html, headers } = await read(`/embed/testimonials?partner=ville&story=${id}`, { status: 404 });
      assert.deepEqual(ancestors(headers), [partnerOrigin]);
      assert.match(attribute(all(html, 'a')[0]!, 'href')!, /^\/stories\?lang=/);
    }
  });
});

describe('the counter', () => {
  test('says what was asked for', async () => {
    const text = async (query: string) => {
      const { html } = await read(`/embed/counter?partner=ville&lang=en&${query}`);
      return textOf(all(html, 'main')[0]!).replace(/\s+/g, ' ');
    };
    assert.match(await text(''), /1,000/);
    assert.doesNotMatch(await text('no-goal='), /1,000/);
    assert.match(await text('variant=figure'), /Goal: 1,000 by 31 December 2027/);
  });
});

describe('a badge', () => {
  test('is its picture, its state now and where to check it', async () => {
    const { html, headers } = await read(address('badge', 'partner=ville&lang=de&variant=seal'));
    const [image] = all(html, 'img');
    assert.equal(attribute(image!, 'src'), `/b/${badge}-seal.svg`);
    assert.equal(attribute(image!, 'width'), '160');
    assert.equal(textOf(all(html, 'summary')[0]!), badgePages.de.page.valid);
    assert.ok(all(html, 'a').every((one) => attribute(one, 'href') === `${badgePaths.page(badge)}?lang=de`));
    assert.equal(headers.get('cache-control'), 'no-store');
  });

  test('of a business is shown where both the partner and the badge may be', async () => {
    const { publicId } = await awardBadge(app.deps, 41, { kind: 'business', domain: 'laden.example' });
    const { headers } = await read(`/embed/badge?partner=ville&badge=${publicId}`);
    assert.deepEqual(ancestors(headers), [partnerOrigin, 'https://laden.example https://*.laden.example']);
  });

  test('that has ended says so, and nothing of whose it was', async () => {
    const { publicId } = await awardBadge(app.deps, 42, { name: 'Odile' }, { showsName: true });
    assert.match((await read(`/embed/badge?partner=ville&badge=${publicId}`)).html, /Odile/);
    await endIssued(app, publicId);
    const { html } = await read(`/embed/badge?partner=ville&badge=${publicId}&lang=fr`);
    assert.equal(textOf(all(html, 'summary')[0]!), badgePages.fr.page.ended);
    assert.doesNotMatch(html, /Odile/);
  });

  test('that was never given, or was not chosen, has a short page', async () => {
    for (const query of ['', '&badge=1111111111111111111111', '&badge=x']) {
      const { html, headers } = await read(`/embed/badge?partner=ville&lang=en${query}`, { status: 404 });
      assert.equal(textOf(all(html, 'h1')[0]!), badgePages.en.page.missing.title);
      assert.deepEqual(ancestors(headers), [partnerOrigin]);
    }
  });
});

test('the form keeps how it looks when it is sent and comes back', async () => {
  const { html } = await read('/embed/signup?partner=ville&lang=fr&theme=dark&accent=%23112233', {
    headers: { referer: `${partnerOrigin}/` },
  });
  const action = attribute(all(html, 'form')[0]!, 'action')!;
  assert.match(action, /^\/embed\/signup\?.*\blang=fr&theme=dark&accent=%23112233$/);
  const back = await app.request(action, {
    method: 'POST',
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ partner: 'ville', referrer: partnerOrigin }).toString(),
  });
  const again = await back.text();
  assert.match(attribute(all(again, 'body')[0]!, 'class')!, /\btheme-dark\b/);
  assert.equal(meta(again, 'ambassador-around'), partnerOrigin);
  assert.deepEqual(ancestors(back.headers), [partnerOrigin]);
});

test('what is sent from a frame whose partner has been paused is answered in the frame', async () => {
  const response = await app.request('/embed/signup?lang=fr', {
    method: 'POST',
    headers: { origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'partner=resting',
  });
  assert.equal(response.status, 403);
  assert.deepEqual(ancestors(response.headers), ['https: http:']);
});
