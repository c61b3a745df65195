/** Which links are films that we know, and what is kept of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseLink } from '../../../api/contract/links.ts';
import { linkSites } from '../../../api/contract/vocabulary.ts';

const youtube = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

const films: [pasted: string, site: string, kept: string][] = [
  [youtube, 'youtube', youtube],
  ['https://youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&index=2&t=42s&si=abc', 'youtube', youtube],
  ['https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ#t=3', 'youtube', youtube],
  ['https://youtu.be/dQw4w9WgXcQ?si=tracking', 'youtube', youtube],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ?feature=share', 'youtube', youtube],
  ['https://www.youtube.com/live/dQw4w9WgXcQ', 'youtube', youtube],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', youtube],
  ['  HTTPS://WWW.YouTube.com/watch?v=dQw4w9WgXcQ\n', 'youtube', youtube],
  ['https://vimeo.com/76979871', 'vimeo', 'https://vimeo.com/76979871'],
  ['https://vimeo.com/76979871?share=copy#t=1', 'vimeo', 'https://vimeo.com/76979871'],
  ['https://vimeo.com/76979871/8272103f6e', 'vimeo', 'https://vimeo.com/76979871/8272103f6e'],
  ['https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1', 'vimeo', 'https://vimeo.com/76979871/8272103f6e'],
  ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo', 'https://vimeo.com/76979871'],
  ['https://www.instagram.com/p/CxYz_12-AbC/?igsh=xyz', 'instagram', 'https://www.instagram.com/p/CxYz_12-AbC/'],
  ['https://instagram.com/reel/CxYz_12-AbC', 'instagram', 'https://www.instagram.com/reel/CxYz_12-AbC/'],
  ['https://www.instagram.com/club/reels/CxYz_12-AbC/', 'instagram', 'https://www.instagram.com/reel/CxYz_12-AbC/'],
  [
    'https://www.facebook.com/watch/?v=10153231379946729&ref=sharing',
    'facebook',
    'https://www.facebook.com/watch/?v=10153231379946729',
  ],
  [
    'https://m.facebook.com/club.mulhouse/videos/une-balade/10153231379946729/?mibextid=x',
    'facebook',
    'https://www.facebook.com/watch/?v=10153231379946729',
  ],
  ['https://www.facebook.com/reel/10153231379946729', 'facebook', 'https://www.facebook.com/reel/10153231379946729'],
  ['https://fb.watch/aB3_xyz-9/?mibextid=x', 'facebook', 'https://fb.watch/aB3_xyz-9/'],
  ['https://www.facebook.com/share/v/1AbCdEfGhI/?x=1', 'facebook', 'https://www.facebook.com/share/v/1AbCdEfGhI/'],
];

describe('a film', () => {
  for (const [pasted, site, kept] of films) {
    test(pasted.trim(), () => assert.deepEqual(parseLink(pasted), { site, url: kept }));
  }

  test('is kept under an address that reads as itself', () => {
    for (const [, , kept] of films) assert.equal(parseLink(kept)?.url, kept);
    assert.deepEqual(new Set(films.map(([, site]) => site)), new Set(linkSites));
  });
});

const refused = [
  '',
  'youtube',
  'www.youtube.com/watch?v=dQw4w9WgXcQ',
  'http://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'ftp://www.youtube.com/watch?v=dQw4w9WgXcQ',
  'javascript://www.youtube.com/%0Aalert(1)',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://evil.example/www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://evilyoutube.com/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ',
  'https://user:pass@www.youtube.com/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ',
  'https:\\\\www.youtube.com\\watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com./watch?v=dQw4w9WgXcQ',
  'https://www.yоutube.com/watch?v=dQw4w9WgXcQ',
  'https://www.youtube.com/',
  'https://www.youtube.com/watch',
  'https://www.youtube.com/watch?v=short',
  'https://www.youtube.com/watch?v=dQw4w9WgXcQ"onload=',
  'https://www.youtube.com/channel/UC1234567890',
  'https://www.youtube.com/redirect?q=https://evil.example&v=dQw4w9WgXcQ',
  'https://youtu.be/',
  'https://vimeo.com/about',
  'https://vimeo.com/user/76979871/folder',
  'https://vimeo.com/album/2/video/76979871',
  'https://www.instagram.com/club/',
  'https://www.instagram.com/a/b/p/CxYz_12-AbC/',
  'https://www.instagram.com/stories/club/123456789',
  'https://www.facebook.com/club.mulhouse',
  'https://www.facebook.com/watch/?v=abc',
  'https://www.facebook.com/l.php?u=https://evil.example',
  'https://fb.watch/a/b/c',
  'https://youtu.be/dQw4w9WgXcQ https://evil.example',
  'https://constructor/',
];

describe('no film', () => {
  for (const text of refused) test(JSON.stringify(text), () => assert.equal(parseLink(text), undefined));

  test('whatever is typed, what is kept is one of our own addresses', () => {
    const hosts = ['www.youtube.com', 'vimeo.com', 'www.instagram.com', 'www.facebook.com', 'fb.watch'];
    const host = fc.constantFrom(...hosts, 'youtu.be', 'player.vimeo.com', 'm.facebook.com', 'evil.example');
    const path = fc.oneof(fc.webPath(), fc.string(), fc.constantFrom('/watch', '/reel/12345', '/p/abcdef', '/1234'));
    const pasted = fc.tuple(host, path, fc.webQueryParameters()).map(([h, p, q]) => `https://${h}${p}?v=1234567&${q}`);
    fc.assert(
      fc.property(fc.oneof(pasted, fc.webUrl(), fc.string()), (text) => {
        const link = parseLink(text);
        if (!link) return;
        assert.ok(hosts.includes(new URL(link.url).host), link.url);
        assert.match(link.url, /^https:\/\/[a-z.]+\/[A-Za-z0-9_/-]*(?:\?v=[A-Za-z0-9_-]+)?$/);
        assert.deepEqual(parseLink(link.url), link);
      }),
      { numRuns: 3000 },
    );
  });
});
