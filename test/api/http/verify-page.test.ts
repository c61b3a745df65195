/** The page where anybody checks a badge: without script, without account, and nothing is kept. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Verdict } from '../../../api/contract/badge-words.ts';
import { badgeLimits } from '../../../api/contract/limits.ts';
import { locales } from '../../../api/contract/locales.ts';
import { endBadgesOf } from '../../../api/domain/badges/end.ts';
import { verifyPages, verdictKinds } from '../../../api/lang/verdicts/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { awardBusiness, awardPerson, type AwardedBadge } from '../../support/badges.ts';
import { newNetwork } from '../../support/form.ts';
import { all, assertHarmless, attribute, textOf } from '../../support/html.ts';
import { scriptPayloads } from '../../support/payloads.ts';
import { serveTestApp } from '../../support/server.ts';
import { drawSmall } from '../../support/small-pictures.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let person: AwardedBadge;
let business: AwardedBadge;
let ended: AwardedBadge;
let unchanged: ReturnType<typeof everything>;
before(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  person = await awardPerson(app, { firstName: 'Odile', shown: { showsName: true } });
  business = await awardBusiness(app, 'xn--bckerei-5wa.example');
  ended = await awardPerson(app, { firstName: 'Serge', shown: { showsName: true } });
  await app.deps.storage.write((tx) => endBadgesOf(tx, app.deps, ended.memberId, 'left', app.clock.time));
  unchanged = everything(app.dir);
});
after(async () => {
  assert.deepEqual(everything(app.dir), unchanged, 'a check has written something');
  await app.remove();
});

type Fields = Record<string, string | Uint8Array<ArrayBuffer>>;

function post(fields: Fields, { lang = 'en', on = app }: { lang?: string; on?: TestApp } = {}): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, new File([value], 'a name.bin'));
  }
  return on.request(`/verify?lang=${lang}`, { method: 'POST', body, headers: { 'x-forwarded-for': newNetwork() } });
}

const get = (query: Record<string, string> = {}) =>
  app.request(`/verify?${new URLSearchParams({ lang: 'en', ...query }).toString()}`, {
    headers: { 'x-forwarded-for': newNetwork() },
  });

/** The verdict of a page, read as a person would: by its words. */
function verdictIn(html: string, lang: (typeof locales)[number] = 'en'): Verdict | undefined {
  const [heading] = all(html, 'h1');
  const found = Object.entries(verifyPages[lang].verdicts).find(([, { title }]) => title === textOf(heading!).trim());
  if (!found) return undefined;
  const verdict = found[0] as Verdict;
  const { kinds, verdicts } = verifyPages[lang];
  const said = textOf(all(html, 'div', 'verdict')[0]!);
  for (const words of [kinds[verdictKinds[verdict]], verdicts[verdict].reason, verdicts[verdict].advice]) {
    assert.ok(said.includes(words), words);
  }
  return verdict;
}

function assertClosed(response: Response): void {
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const csp = response.headers.get('content-security-policy')!;
  assert.match(csp, /frame-ancestors 'none'/);
  assert.match(csp, /default-src 'none'/);
  assert.ok(!csp.includes('script-src'));
}

test('the empty form asks for what people have, in four languages', async () => {
  for (const lang of locales) {
    const response = await get({ lang });
    const html = await response.text();
    assert.equal(response.status, 200);
    assertClosed(response);
    assertHarmless(html);
    const labels = all(html, 'label').map((label) => attribute(label, 'for'));
    assert.deepEqual(labels, ['file', 'address', 'text', 'site']);
    const [form] = all(html, 'form');
    assert.deepEqual(
      ['method', 'enctype', 'action'].map((name) => attribute(form!, name)),
      ['post', 'multipart/form-data', `/verify?lang=${lang}`],
    );
    assert.equal(verdictIn(html, lang), undefined);
    assert.equal(all(html, 'script').length, 0);
  }
});

describe('a badge is checked', () => {
  const png = () => app.deps.credentials.bakePng(new Uint8Array(Buffer.from(plain)), person.credential);
  let plain: Uint8Array;
  before(async () => void (plain = await drawSmall.png(undefined as never, 1)));
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));

  const cases: [what: string, fields: () => Fields, verdict: Verdict][] = [
    ['as text', () => ({ text: person.credential }), 'valid'],
    ['as a token', () => ({ text: person.jwt, address: '  ' }), 'valid'],
    ['as a PNG', () => ({ file: png() }), 'valid'],
    [
      'as an SVG',
      () => ({ file: bytes(app.deps.credentials.bakeSvg(drawSmall.svg(undefined as never), person.credential)) }),
      'valid',
    ],
    ['as a file of text', () => ({ file: bytes(person.credential) }), 'valid'],
    ['by its address', () => ({ address: `club.example/b/${person.id}` }), 'valid'],
    ['by its address in the wrong field', () => ({ text: `https://CLUB.example/b/${person.id}.svg` }), 'valid'],
    ['that ended', () => ({ text: ended.credential }), 'ended'],
    ['by the address of one that ended', () => ({ address: ended.id }), 'ended'],
    ['on its site', () => ({ text: business.credential, site: 'www.bäckerei.example' }), 'valid'],
    ['on another site', () => ({ text: business.credential, site: 'https://evil.example/' }), 'wrong_domain'],
    ['that was changed', () => ({ text: person.credential.replace('"Membership"', '"Mayor"') }), 'tampered'],
    [
      'of somebody else',
      () => ({ text: person.credential.replaceAll('did:web:club', 'did:web:evil') }),
      'foreign_issuer',
    ],
    ['at another address', () => ({ address: `https://evil.example/b/${person.id}` }), 'foreign_address'],
    ['at an address that nobody has', () => ({ address: '1'.repeat(22) }), 'unknown_badge'],
    ['in a picture that holds none', () => ({ file: new Uint8Array(plain) }), 'no_credential'],
    ['that is none', () => ({ text: 'bonjour' }), 'unreadable'],
    ['of too many bytes', () => ({ text: 'x'.repeat(badgeLimits.verifyBytes + 1) }), 'too_large'],
    ['of too many bytes in a file', () => ({ file: new Uint8Array(badgeLimits.verifyBytes + 1) }), 'too_large'],
  ];
  for (const [what, fields, verdict] of cases) {
    test(`${what}: ${verdict}, in every language`, async () => {
      for (const lang of locales) {
        const response = await post(fields(), { lang });
        const html = await response.text();
        assert.equal(verdictIn(html, lang), verdict);
        assert.equal(response.status, verdict === 'too_large' ? 413 : 200);
        assertClosed(response);
        assertHarmless(html);
      }
    });
  }

  test('by a link, which keeps its languages', async () => {
    const response = await get({ badge: person.id });
    const html = await response.text();
    assert.deepEqual([response.status, verdictIn(html)], [200, 'valid']);
    const german = all(html, 'a').find((link) => attribute(link, 'hreflang') === 'de');
    assert.equal(attribute(german!, 'href'), `/verify?badge=${person.id}&lang=de`);
    const head = await app.request(`/verify?badge=${person.id}`, { method: 'HEAD' });
    assert.equal(head.status, 200);
  });

  test('by a form of the plainest kind', async () => {
    const response = await app.request('/verify?lang=en', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ text: person.credential }).toString(),
    });
    assert.equal(verdictIn(await response.text()), 'valid');
  });
});

describe('what is shown of a badge', () => {
  const registerOf = (html: string) => all(html, 'section', 'in-register')[0];

  test('comes from the register: its picture, its page, its name', async () => {
    const html = await (await post({ text: person.credential })).text();
    const part = registerOf(html)!;
    assert.match(textOf(part), /Odile/);
    const [picture] = all(html, 'img');
    assert.equal(attribute(picture!, 'src'), `/b/${person.id}-auto.svg`);
    assert.ok(all(html, 'a').some((link) => attribute(link, 'href') === `/b/${person.id}?lang=en`));
  });

  test('names the circle in the reader’s language, whatever the badge speaks', async () => {
    const shown = { showsCircle: true, language: 'de' } as const;
    const { id } = await awardPerson(app, { circle: 'habitants', shown });
    unchanged = everything(app.dir);
    const html = await (await post({ address: id })).text();
    assert.match(textOf(registerOf(html)!), /Locals and hearts/);
  });

  test('leads to a second opinion on the same badge', async () => {
    const linkOn = async (response: Promise<Response>) =>
      all(await (await response).text(), 'a')
        .map((link) => attribute(link, 'href')!)
        .find((href) => href.startsWith('https://verifierplus.org/'));
    const credential = encodeURIComponent(`https://club.example/b/${person.id}/credential.json`);
    assert.equal(await linkOn(post({ address: person.id })), `https://verifierplus.org/#verify?vc=${credential}`);
    for (const other of [get(), post({ address: ended.id })]) {
      assert.equal(await linkOn(other), 'https://verifierplus.org/');
    }
  });

  test('has the domain as people write it', async () => {
    const html = await (await post({ text: business.credential, site: 'evil.example' })).text();
    assert.match(textOf(registerOf(html)!), /bäckerei\.example/);
  });

  test('is nothing of the holder once it has ended', async () => {
    const html = await (await post({ file: new Uint8Array(Buffer.from(ended.credential)) })).text();
    assert.match(textOf(registerOf(html)!), /Membership ended/);
    assert.ok(!html.includes('Serge'));
  });

  test('is nothing at all when the badge is a forgery', async () => {
    const forged = person.credential.replaceAll('did:web:club', 'did:web:evil').replace('"name":"', '"name":"EVIL');
    const html = await (await post({ file: new Uint8Array(Buffer.from(forged)) })).text();
    assert.equal(registerOf(html), undefined);
    assert.ok(!html.includes('EVIL') && !html.includes(person.id));
  });
});

describe('the form comes back', () => {
  test('with what was typed', async () => {
    const typed = { text: '  {"a": "<b>&\u00e9"}\n\n</textarea>', site: 'shop.example' };
    const html = await (await post(typed)).text();
    const [area] = all(html, 'textarea');
    assert.equal(textOf(area!), typed.text);
    const value = (id: string) =>
      attribute(
        all(html, 'input').find((one) => attribute(one, 'id') === id)!,
        'value',
      );
    assert.deepEqual([value('site'), value('address')], ['shop.example', '']);
  });

  test('with what is wrong, when nothing was given', async () => {
    for (const fields of [{ text: ' ' }, { file: new Uint8Array() }, { site: 'shop.example' }, { other: 'x' }]) {
      const response = await post(fields as Fields);
      const html = await response.text();
      assert.equal(response.status, 422);
      assert.match(textOf(all(html, 'div', 'errors')[0]!), /Choose a file/);
    }
  });

  test('with what is wrong, when the site is none', async () => {
    const response = await post({ text: person.credential, site: 'not a site' });
    const html = await response.text();
    assert.equal(response.status, 422);
    const site = all(html, 'input').find((one) => attribute(one, 'id') === 'site');
    assert.deepEqual([attribute(site!, 'aria-invalid'), attribute(site!, 'value')], ['true', 'not a site']);
    assert.equal(textOf(all(html, 'textarea')[0]!), person.credential);
  });

  test('and what is filled in next is what is checked next', async () => {
    const first = await (await post({ address: person.id })).text();
    const before = attribute(
      all(first, 'input').find((one) => attribute(one, 'name') === 'before')!,
      'value',
    )!;
    const next = await (await post({ address: person.id, text: 'bonjour', before })).text();
    assert.equal(verdictIn(next), 'unreadable');
    assert.ok(!next.includes(person.id), 'what was not checked is still there');
    // The same again, on another site.
    const again = await post({ address: person.id, before, site: 'shop.example' });
    assert.equal(verdictIn(await again.text()), 'valid');
  });

  test('with a question, when two are filled in', async () => {
    const response = await post({ address: person.id, text: 'bonjour' });
    const html = await response.text();
    assert.equal(response.status, 422);
    assert.match(textOf(all(html, 'div', 'errors')[0]!), /Two fields are filled in/);
    assert.equal(textOf(all(html, 'textarea')[0]!), 'bonjour');
  });

  test('harmless, whatever was typed', async () => {
    for (const text of scriptPayloads) {
      for (const response of [
        await post({ text }),
        await post({ text, address: text }),
        await get({ badge: text, site: text }),
      ]) {
        assert.ok(response.status < 500);
        assertHarmless(await response.text());
      }
    }
  });
});

describe('bodies that are no form', () => {
  const multipart = 'multipart/form-data; boundary=x';
  const bodies: [what: string, type: string, body: string, status: number][] = [
    ['JSON', 'application/json', '{}', 415],
    ['no type', '', 'x', 415],
    ['no boundary', 'multipart/form-data', 'x', 415],
    ['another boundary', multipart, '--y\r\n\r\n--y--', 422],
    ['cut off', multipart, '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nabc', 422],
    ['nothing', multipart, '', 422],
    ['no name', multipart, '--x\r\ncontent-disposition: form-data\r\n\r\nabc\r\n--x--', 422],
    ['bad UTF-8', 'application/x-www-form-urlencoded', 'text=%ff%fe', 200],
  ];
  for (const [what, type, body, status] of bodies) {
    test(what, async () => {
      const response = await app.request('/verify', { method: 'POST', headers: { 'content-type': type }, body });
      assert.equal(response.status, status);
    });
  }
});

test('10 MB over the wire are answered with the verdict, announced or not', async () => {
  const server = await serveTestApp(app);
  try {
    const { host } = new URL(publicUrl);
    const part = `--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n${'x'.repeat(10_000_000)}\r\n--x--\r\n`;
    const lines = [`POST /verify?lang=en HTTP/1.1`, `Host: ${host}`, 'Content-Type: multipart/form-data; boundary=x'];
    const announced = [...lines, `Content-Length: ${part.length}`, 'Connection: close', '', part].join('\r\n');
    const chunk = `${part.length.toString(16)}\r\n${part}\r\n0\r\n\r\n`;
    const chunked = [...lines, 'Transfer-Encoding: chunked', 'Connection: close', '', chunk].join('\r\n');
    for (const bytes of [announced, chunked]) {
      const answer = await server.raw(bytes);
      assert.deepEqual([answer.status, verdictIn(answer.body)], [413, 'too_large']);
    }
  } finally {
    await server.close();
  }
});

test('nothing is said of a badge while the register cannot be reached', async () => {
  const { storage } = app.deps;
  const away = () => Promise.reject(Object.assign(new Error('away'), { name: 'StorageBusyError' }));
  const badges = new Proxy(storage.badges, { get: () => away });
  const broken = await openTestApp();
  broken.deps.storage = new Proxy(broken.deps.storage, {
    get: (target, name) => (name === 'badges' ? badges : Reflect.get(target, name)),
  });
  try {
    for (const fields of [{ text: person.credential }, { text: person.jwt }, { address: person.id }]) {
      const response = await post(fields, { on: broken });
      const html = await response.text();
      assert.deepEqual([response.status, verdictIn(html)], [200, 'cannot_check']);
      assert.equal(all(html, 'section', 'in-register').length, 0);
    }
  } finally {
    await broken.remove();
  }
});

test('a network that floods is asked to wait, and others are not', async () => {
  const small = await openTestApp({ signupsPerMinute: 1, trustedProxies: 1 });
  try {
    const ask = (ip: string) => small.request('/verify?badge=x.example', { headers: { 'x-forwarded-for': ip } });
    const answers = [];
    for (let turn = 0; turn < 31; turn += 1) answers.push((await ask('192.0.2.1')).status);
    assert.deepEqual([answers.slice(0, 30).every((status) => status === 200), answers[30]], [true, 429]);
    assert.equal((await ask('192.0.2.2')).status, 200);
    // The empty form costs nothing.
    assert.equal((await small.request('/verify', { headers: { 'x-forwarded-for': '192.0.2.1' } })).status, 200);
  } finally {
    await small.remove();
  }
});

test('nothing of what was checked is in the log', () => {
  const told = app.log.lines.filter((line) => /bonjour|evil\.example|proofValue|credentialSubject/.test(line));
  assert.deepEqual(told, []);
});
