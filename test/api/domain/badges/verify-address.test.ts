/** Addresses as people write them, and as imitators do. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isOn, readAddress, siteHost } from '../../../../api/domain/badges/verify/address.ts';

const id = '3vQB7B6MrGQZaxCuFg4oh2';
const club = 'https://club.example';

const ours = [
  id,
  ` ${id}\n`,
  `/b/${id}`,
  `/b/${id}/`,
  `/b/${id}.svg`,
  `/b/${id}-seal-dark@2x.png`,
  `/b/${id}-compact-auto.svg`,
  `/b/${id}/credential.json`,
  `/b/${id}/baked.png`,
  `/b/${id}?x=1#top`,
  `club.example/b/${id}`,
  `CLUB.example/b/${id}`,
  `club.example./b/${id}`,
  `https://club.example/b/${id}`,
  `HTTPS://CLUB.EXAMPLE/b/${id}/frame`,
  `http://club.example/b/${id}`,
  `https://club.example:443/b/${id}`,
  `//club.example/b/${id}`,
  `https://club.example/verify?badge=${id}&lang=fr`,
];
/** With us, but no badge. */
const nothing = [
  '/',
  '/b/',
  '/b/x',
  `/B/${id}`,
  `/b/${id}x`,
  `/b/${id.replace('3', '0')}`,
  `/b/../b2/${id}`,
  `/\\evil.example/b/${id}`,
  '/\\[',
  '/ {} \ud800',
  'club.example',
  'https://club.example/verify?badge=x',
  `https://club.example/status/1`,
];
const foreign = [
  `https://evil.example/b/${id}`,
  `evil.example/b/${id}`,
  `https://club.example.evil.example/b/${id}`,
  `https://club.example@evil.example/b/${id}`,
  `https://xclub.example/b/${id}`,
  `https://www.club.example/b/${id}`,
  `https://club.example:8443/b/${id}`,
  `https://с\u200blub.example/b/${id}`,
  `https://сlub.example/b/${id}`,
  `http://127.0.0.1/b/${id}`,
  `http://[::1]/b/${id}`,
  'example.org',
];
const none = [
  '',
  ' ',
  'bonjour',
  '12',
  'two words',
  `see club.example/b/${id}`,
  'javascript:alert(1)',
  'mailto:odile@club.example',
  'ftp://club.example/b/x',
  'data:text/html,<b>',
  'x'.repeat(3000),
];

describe('the address of a badge', () => {
  for (const text of ours) test(text, () => assert.deepEqual(readAddress(text, club), { own: true, id }));
});

describe('an address of ours that is no badge’s', () => {
  for (const text of nothing) test(text, () => assert.deepEqual(readAddress(text, club), { own: true, id: undefined }));
});

describe('an address of somebody else', () => {
  for (const text of foreign) test(text, () => assert.deepEqual(readAddress(text, club), { own: false }));
});

describe('no address', () => {
  for (const text of none) {
    test(JSON.stringify(text.slice(0, 40)), () => assert.equal(readAddress(text, club), undefined));
  }
});

test('a club on a port of its own knows its addresses', () => {
  const local = 'http://127.0.0.1:4173';
  assert.deepEqual(readAddress(`127.0.0.1:4173/b/${id}`, local), { own: true, id });
  assert.deepEqual(readAddress(`https://127.0.0.1:4173/b/${id}`, local), { own: true, id });
  assert.deepEqual(readAddress(`http://127.0.0.1/b/${id}`, local), { own: false });
});

test('sites are read as people write them', () => {
  const hosts: Record<string, string | undefined> = {
    'shop.example': 'shop.example',
    ' HTTPS://WWW.Shop.Example/about?x#y ': 'www.shop.example',
    'shop.example.': 'shop.example',
    'shop.example:8443/': 'shop.example',
    'https://user@shop.example/': 'shop.example',
    'bäckerei.example': 'xn--bckerei-5wa.example',
    'XN--BCKEREI-5WA.example': 'xn--bckerei-5wa.example',
    localhost: undefined,
    'two words': undefined,
    '': undefined,
    '{}': undefined,
    'https://': undefined,
  };
  for (const [site, host] of Object.entries(hosts)) assert.equal(siteHost(site), host, site);
});

test('a domain holds for itself and what is under it', () => {
  const on = (host: string) => isOn(host, 'shop.example');
  assert.deepEqual(['shop.example', 'www.shop.example', 'a.b.shop.example'].map(on), [true, true, true]);
  assert.deepEqual(['xshop.example', 'shop.example.evil', 'example', ''].map(on), [false, false, false, false]);
});
