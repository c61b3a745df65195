/** oEmbed 1.0: addresses of ours become frames, and no other address becomes anything. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { embeddable, frameHeights } from '../../../api/contract/embed.ts';
import type { Problem } from '../../../api/contract/codes.ts';
import { openTestApp, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { awardBadge } from '../../support/awarded-badge.ts';
import { all, attribute } from '../../support/html.ts';
import { tell } from '../../support/told.ts';

let app: TestApp;
let badge: string;
let story: string;
before(async () => {
  app = await openTestApp();
  badge = (await awardBadge(app.deps, 40)).publicId;
  story = await tell(app, { text: 'Une histoire pour les partenaires.', signature: 'Odile & <Serge> "dit" l’Ancien' });
});
after(() => app.remove());

type Answer = Record<string, string | number>;

const ask = (url: string, more: Record<string, string> = {}) =>
  app.request(`/oembed?${new URLSearchParams({ url, ...more }).toString()}`);

async function answer(url: string, more: Record<string, string> = {}): Promise<Answer> {
  const response = await ask(url, more);
  assert.equal(response.status, 200, url);
  return (await response.json()) as Answer;
}

function frameOf({ html }: Answer) {
  const [frame] = all(String(html), 'iframe');
  return (name: string) => attribute(frame!, name);
}

for (const widget of embeddable) {
  test(`${widget} is a frame with a title, in the language that was chosen`, async () => {
    const more = widget === 'badge' ? `&badge=${badge}` : '';
    const url = `${publicUrl}/embed/${widget}?partner=ville&lang=de&theme=dark&bad=<script>${more}`;
    const found = await answer(url);
    assert.equal(found['type'], 'rich');
    assert.equal(found['version'], '1.0');
    assert.equal(found['provider_name'], testClub.name.de);
    assert.equal(found['width'], 640);
    assert.equal(found['height'], frameHeights[widget]);
    const frame = frameOf(found);
    assert.equal(frame('src'), `${publicUrl}/embed/${widget}?partner=ville&lang=de&theme=dark${more}`);
    assert.equal(frame('title'), found['title']);
    assert.equal(frame('width'), '640');
    assert.equal((await app.request(frame('src')!)).status, 200);
  });
}

test('so are the form’s own page and a link of the configurator', async () => {
  const src = `${publicUrl}/embed/signup?partner=ville&lang=fr`;
  assert.equal(frameOf(await answer(`${publicUrl}/join?partner=ville&lang=fr`))('src'), src);
  assert.equal(frameOf(await answer(`${publicUrl}/embed?widget=signup&partner=ville&lang=fr`))('src'), src);
});

test('a badge is its own frame, which browsers show where it is valid', async () => {
  const found = await answer(`${publicUrl}/b/${badge}`);
  assert.equal(frameOf(found)('src'), `${publicUrl}/b/${badge}/frame`);
  assert.deepEqual([found['width'], found['height']], [200, 64]);
});

test('a story is whole on a partner’s page, and a link on any other', async () => {
  const whole = await answer(`${publicUrl}/stories/${story}?partner=ville`);
  assert.equal(frameOf(whole)('src'), `${publicUrl}/embed/testimonials?partner=ville&story=${story}`);
  const link = await answer(`${publicUrl}/stories/${story}`);
  assert.equal(link['type'], 'link');
  assert.equal(link['author_name'], 'Odile & <Serge> "dit" l’Ancien');
  assert.equal(link['thumbnail_url'], `${publicUrl}/stories/${story}/og.png`);
  assert.equal(link['html'], undefined);
});

test('neither wider nor taller than the page has room for', async () => {
  const url = `${publicUrl}/embed/signup?partner=ville`;
  const small = await answer(url, { maxwidth: '320', maxheight: '200' });
  assert.deepEqual([small['width'], small['height']], [320, 200]);
  assert.deepEqual([frameOf(small)('width'), frameOf(small)('height')], ['320', '200']);
  assert.equal((await answer(url, { maxwidth: '5000', maxheight: '' }))['width'], 640);
  assert.equal((await answer(`${publicUrl}/stories/${story}`, { maxwidth: '600' }))['thumbnail_url'], undefined);
  for (const maxwidth of ['0', '-1', '1e3', 'wide', '9999999']) {
    const refused = await ask(url, { maxwidth });
    assert.equal(refused.status, 422, maxwidth);
    assert.deepEqual(((await refused.json()) as Problem).errors, [{ field: 'maxwidth', code: 'invalid' }]);
  }
});

test('in XML, whatever an author is called', async () => {
  const response = await ask(`${publicUrl}/stories/${story}`, { format: 'xml' });
  assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8');
  const xml = await response.text();
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8" standalone="yes"\?>\n<oembed><type>link<\/type>/);
  assert.match(xml, /<author_name>Odile &amp; &lt;Serge&gt; &quot;dit&quot; l’Ancien<\/author_name>/);
  const framed = await (await ask(`${publicUrl}/embed/counter?partner=ville&lang=fr`, { format: 'xml' })).text();
  assert.match(
    framed,
    /<html>&lt;iframe src=&quot;https:\/\/club\.example\/embed\/counter\?partner=ville&amp;amp;lang=fr&quot; /,
  );
});

test('in no other format', async () => {
  for (const format of ['yaml', 'JSON', '', '../json']) {
    assert.equal((await ask(`${publicUrl}/embed/signup?partner=ville`, { format })).status, 501, format);
  }
});

test('any page and any program may ask, and keep the answer for some minutes', async () => {
  const { headers } = await ask(`${publicUrl}/embed/signup?partner=ville`);
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.equal(headers.get('cache-control'), 'public, max-age=300');
  assert.equal(headers.get('content-type'), 'application/json');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

describe('nothing is there for', () => {
  const path = '/embed/signup?partner=ville';
  const foreign = [
    '',
    path,
    `//club.example${path}`,
    `/\\club.example${path}`,
    `\\\\club.example${path}`,
    `https:club.example${path}`,
    `https:/club.example${path}`,
    `https:\\\\club.example${path}`,
    `https://evil.example${path}`,
    `https://club.example@evil.example${path}`,
    `https://club.example:443@evil.example${path}`,
    `https://odile:secret@club.example${path}`,
    `https://club.example:8443${path}`,
    `http://club.example${path}`,
    `https://club.example.evil.example${path}`,
    `https://evilclub.example${path}`,
    `https://club.example.${path}`,
    `https://club.example\\.evil.example${path}`,
    `https://evil.example\\@club.example${path}`,
    `https://evil.example#@club.example${path}`,
    `https://сlub.example${path}`,
    `https://club。example.evil.example${path}`,
    `https://xn--lub-hed.example${path}`,
    `https://clu\tb.example${path}`,
    `https://club.example${path}\n`,
    ` https://club.example${path}`,
    `javascript:alert(1)//club.example${path}`,
    `data:text/html,https://club.example${path}`,
    `blob:https://club.example/embed/signup`,
    `view-source:https://club.example${path}`,
    `ftp://club.example${path}`,
    `https://club.example${path}&x=${'x'.repeat(2048)}`,
  ];
  for (const url of foreign) {
    test(JSON.stringify(url.slice(0, 70)), async () => {
      const response = await ask(url);
      assert.equal(response.status, 404);
      assert.equal(((await response.json()) as Problem).code, 'not_found');
    });
  }

  test('pages of ours that are not for others, and what is not public', async () => {
    const draft = await tell(app, { text: 'Pas encore, je relis demain matin.', status: 'pending' });
    const ours = await tell(app, { text: 'Pour le club seulement, pas ailleurs.', uses: ['club_site'] });
    await app.deps.storage.insertPartner(
      { slug: 'resting', kind: 'city', name: 'R', origins: ['https://r.example'], status: 'paused' },
      app.clock.now(),
    );
    for (const at of [
      '/',
      '/console',
      '/me/stories',
      '/join',
      '/join?partner=club',
      '/embed/network?partner=ville',
      '/embed/__proto__?partner=ville',
      '/embed/signup/passport?partner=ville',
      '/embed/signup?partner=nobody',
      '/embed/signup?partner=resting',
      '/embed/badge?partner=ville',
      '/embed/../console?partner=ville',
      `/embed/testimonials?partner=ville&story=${ours}`,
      `/stories/${draft}`,
      `/stories/${ours}?partner=ville`,
      '/stories/aB3_dE-fG6hI9jK2lM5nO8',
      '/b/1111111111111111111111',
      '/stories',
    ]) {
      assert.equal((await ask(publicUrl + at)).status, 404, at);
    }
  });

  test('any other text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), async (url) => {
        assert.equal((await ask(url)).status, 404);
      }),
      { numRuns: 100 },
    );
  });
});

test('what a browser finds on each of these pages leads here', async () => {
  for (const path of [
    '/embed/signup?partner=ville&lang=fr',
    '/embed/counter?partner=ville&lang=fr&variant=figure',
    '/join?partner=ville&lang=fr',
    `/stories/${story}?lang=fr`,
    `/b/${badge}?lang=fr`,
  ]) {
    const html = await (await app.request(path)).text();
    const links = all(html, 'link').filter((one) => attribute(one, 'type')?.endsWith('+oembed'));
    assert.deepEqual(
      links.map((one) => [attribute(one, 'rel'), attribute(one, 'type')]),
      [
        ['alternate', 'application/json+oembed'],
        ['alternate', 'text/xml+oembed'],
      ],
      path,
    );
    for (const link of links) assert.equal((await app.request(attribute(link, 'href')!)).status, 200, path);
  }
});

test('a page of the club’s own, which no other site may show, announces nothing', async () => {
  for (const path of ['/embed/signup', '/embed/counter?partner=club', '/join', '/join?partner=club']) {
    const html = await (await app.request(path)).text();
    assert.ok(!html.includes('+oembed'), path);
  }
});
