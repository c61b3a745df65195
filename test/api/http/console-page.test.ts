/** The page of the console and the frame for files: who may show them, and what they may do. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'parse5';
import { locales } from '../../../api/contract/locales.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';

const mediaOrigin = 'https://media.club.example';
/** A file's name, as the store gives it. */
const name = '0123456789abcdef'.repeat(2);
let app: TestApp;
before(async () => {
  app = await openTestApp({ mediaOrigin });
});
after(() => app.remove());

/** The directives of a page's policy, by name. */
function policyOf(response: Response): Map<string, string> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

for (const locale of locales)
  test(`/console stands there in ${locale}, with a sentence for who has no JavaScript`, async () => {
    const response = await app.request(`/console?lang=${locale}`);
    const body = await response.text();
    assert.equal(response.status, 200);
    assert.match(body, new RegExp(`<ambassador-console lang="${locale}"><p>[^<]{20,}</p></ambassador-console>`));
    assert.match(body, /<noscript><p>[^<]*JavaScript[^<]*<\/p><\/noscript>/);
    assert.match(body, /<script type="module" src="\/widgets\/1\/loader.js"><\/script>/);
    assert.match(body, /<meta name="robots" content="noindex" \/>/);
    assert.doesNotMatch(body, /\sstyle=|<style/);
  });

test('/console may be framed by nobody and runs nothing but our own scripts', async () => {
  const response = await app.request('/console');
  const policy = policyOf(response);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.deepEqual(Object.fromEntries(policy), {
    'default-src': "'none'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'script-src': "'self'",
    'connect-src': "'self'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'none'",
    'frame-src': "'self'",
    'media-src': `'self' ${mediaOrigin}`,
  });
});

test('the frame shows a photo or a film of ours, alone', async () => {
  const picture = `${mediaOrigin}/media/${name}.webp`;
  const film = `${mediaOrigin}/media/${name}.mp4`;
  const photo = await app.request(`/console/preview?picture=${encodeURIComponent(picture)}`);
  assert.deepEqual(inside(await photo.text()), [['img', { src: picture, alt: '' }]]);
  const video = await app.request(
    `/console/preview?film=${encodeURIComponent(film)}&picture=${encodeURIComponent(picture)}`,
  );
  assert.deepEqual(inside(await video.text()), [
    ['video', { controls: '', playsinline: '', preload: 'metadata', src: film, poster: picture }],
  ]);
});

test('the frame is a sandbox by its own word too, and only our console may show it', async () => {
  const response = await app.request(
    `/console/preview?picture=${encodeURIComponent(`${publicUrl}/media/${name}.webp`)}`,
  );
  const policy = policyOf(response);
  const sources = `${publicUrl} ${mediaOrigin}`;
  assert.deepEqual(Object.fromEntries(policy), {
    'default-src': "'none'",
    'style-src': publicUrl,
    'img-src': sources,
    'media-src': sources,
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'self'",
    sandbox: '',
  });
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(response.headers.get('cache-control'), 'no-store');
});

for (const address of [
  '',
  'x',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg onload=alert(1)>',
  `https://evil.example/media/${name}.webp`,
  `${publicUrl}/console`,
  `${publicUrl}/media/../leave?token=x`,
  `${publicUrl}/media/a/${name}.webp`,
  `${publicUrl}/media/${name}.svg`,
  `${publicUrl}/media/${name}.vtt`,
  `${publicUrl}/${name}.webp`,
  `${publicUrl}/media/%22%3E%3Cscript%3E`,
  `${mediaOrigin}.evil.example/media/${name}.webp`,
  `https://club.example@evil.example/media/${name}.webp`,
])
  test(`the frame shows nothing of ${address || 'no address'}`, async () => {
    for (const name of ['picture', 'film']) {
      const response = await app.request(`/console/preview?${name}=${encodeURIComponent(address)}`);
      assert.equal(response.status, 404, name);
      assert.doesNotMatch(await response.text(), /evil|<svg onload|<img|<video/);
    }
  });

test('of what stands behind a file’s name only the token is passed on, as text', async () => {
  const url = `${publicUrl}/media/${name}.webp`;
  for (const [asked, shown] of [
    [`${url}?x="><script>#y`, url],
    [`${url}?t=17.abc-_&x=y`, `${url}?t=17.abc-_`],
    [`${url}?t="><script>`, `${url}?t=%22%3E%3Cscript%3E`],
  ] as const) {
    const response = await app.request(`/console/preview?picture=${encodeURIComponent(asked)}`);
    assert.deepEqual(inside(await response.text()), [['img', { src: shown, alt: '' }]]);
  }
});

test('a film is no picture, and a picture no film', async () => {
  for (const query of [`film=${publicUrl}/media/${name}.webp`, `picture=${publicUrl}/media/${name}.mp4`])
    assert.equal((await app.request(`/console/preview?${query}`)).status, 404);
});

interface Node {
  nodeName: string;
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** What is in the body of a document: names and attributes, as a browser reads them. */
function inside(document: string): [string, Record<string, string>][] {
  const find = (node: Node, name: string): Node | undefined =>
    node.nodeName === name ? node : node.childNodes?.map((child) => find(child, name)).find((found) => found);
  const body = find(parse(document) as Node, 'body');
  return (body?.childNodes ?? []).flatMap(({ tagName, attrs = [] }) =>
    tagName ? [[tagName, Object.fromEntries(attrs.map(({ name, value }) => [name, value]))]] : [],
  );
}
