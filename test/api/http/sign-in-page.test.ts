/** Signing in on the club's own pages, as a browser without JavaScript does. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { codeTries, durations } from '../../../api/contract/limits.ts';
import { locales } from '../../../api/contract/locales.ts';
import { termsFor } from '../../../api/lang/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { postForm, valuesOf } from '../../support/form.ts';
import { deliver } from '../../support/post.ts';
import { addMember, signedInMember, signedInWidget } from '../../support/session.ts';
import { codeIn, cookieIn, otherCode } from '../../support/sign-in.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  await addMember(app, { email });
});
afterEach(() => app.remove());

const email = 'odile@example.org';

/** Opens the form and sends it, as a person takes it. */
async function ask(
  address: string,
  { path = '/sign-in?lang=en', extra = {} }: { path?: string; extra?: Record<string, string> } = {},
) {
  const values = valuesOf(await (await app.request(path)).text());
  app.clock.time += durations.minimumFill;
  return postForm(app, { ...Object.fromEntries(values), email: address, ...extra }, { path: '/sign-in' });
}

/** Types a code on the second page. */
function type(code: string, request: string | undefined, more: Record<string, string> = {}, cookies = '') {
  const headers = { cookie: `__Host-sign-in=${request}${cookies}` };
  return postForm(app, { code, ...more }, { path: '/sign-in/code', headers });
}

const where = (response: Response) => response.headers.get('location');

test('an address, a mail, six digits, a cookie, and the page that was asked for', async () => {
  const away = await app.request('/me?x=1', { headers: { 'accept-language': 'de' } });
  assert.equal(away.status, 303);
  assert.equal(where(away), '/sign-in?next=%2Fme&lang=de');
  const asked = await ask(email, { path: where(away)! });
  assert.equal(asked.status, 303);
  assert.equal(where(asked), '/sign-in/code?next=%2Fme&lang=de');
  const request = cookieIn(asked, '__Host-sign-in');
  const page = await app.request(where(asked)!, { headers: { cookie: `__Host-sign-in=${request}` } });
  const html = await page.text();
  for (const attribute of ['inputmode="numeric"', 'autocomplete="one-time-code"', 'pattern="[0-9 ]*"']) {
    assert.ok(html.includes(attribute), attribute);
  }
  assert.doesNotMatch(html, /<script|odile/);
  const code = codeIn((await deliver(app))[0]);
  const values = Object.fromEntries([...valuesOf(html)].filter(([name]) => name !== 'code'));
  const done = await type(`${code.slice(0, 3)} ${code.slice(3)}`, request, values);
  assert.equal(done.status, 303);
  assert.equal(where(done), '/me?lang=de', 'in the language that was chosen');
  const lines = done.headers.getSetCookie();
  const cookie = lines.find((line) => line.startsWith('__Host-session='))!;
  assert.match(cookie, /^__Host-session=[\w-]{43}; Path=\/; Max-Age=5184000; Secure; HttpOnly; SameSite=Lax$/);
  assert.ok(lines.includes('__Host-sign-in=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Strict'));
  const mine = await app.request('/me?lang=en', { headers: { cookie: cookie.split(';')[0]! } });
  assert.equal(mine.status, 200);
  assert.match(await mine.text(), /Hello, Odile[\s\S]*odile@example\.org/);
});

test('signing in leads to pages of members and nowhere else', async () => {
  const request = 'A'.repeat(43);
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/me//evil.example',
    '/me/../join',
    '/me/%2e%2e/x',
    'javascript:alert(1)',
    '/me?next=https://evil.example',
    '/me#x',
    '/me\r\nSet-Cookie: a=b',
    '/leave',
    '/meadow',
    ' /me',
    '/me/a/b/c/d',
  ]) {
    const away = await app.request(`/sign-in?${new URLSearchParams({ next })}`);
    assert.equal(valuesOf(await away.text()).get('next'), '/me', next);
    const code = await app.request(`/sign-in/code?${new URLSearchParams({ next })}`, {
      headers: { cookie: `__Host-sign-in=${request}` },
    });
    assert.equal(valuesOf(await code.text()).get('next'), '/me', next);
  }
  for (const next of ['/me', '/me/stories', '/me/stories/p3v0tWmQZ1yJmE2bq7Xr4A']) {
    const signedIn = await signedInMember(app);
    const there = await app.request(`/sign-in?${new URLSearchParams({ next })}`, { headers: signedIn.headers });
    assert.equal(where(there), next, 'whoever is signed in is there at once');
  }
  const asked = await ask(email, { extra: { next: 'https://evil.example' } });
  assert.equal(where(asked), '/sign-in/code?next=%2Fme&lang=en');
  const typed = await type(codeIn((await deliver(app))[0]), cookieIn(asked, '__Host-sign-in'), {
    next: '//evil.example',
  });
  assert.equal(where(typed), '/me?lang=fr');
});

test('the same page, to the byte, for a member, a stranger and an address that has had its codes', async () => {
  const answers = [await ask(email), await ask('stranger@example.org'), await ask(email)];
  const seen = await Promise.all(
    answers.map(async (response) => {
      const headers = Object.fromEntries(response.headers);
      const request = cookieIn(response, '__Host-sign-in')!;
      assert.match(request, /^[\w-]{43}$/);
      return {
        status: response.status,
        body: await response.text(),
        headers,
        line: response.headers.getSetCookie()[0]!.replace(request, ''),
      };
    }),
  );
  for (const one of seen) delete one.headers['set-cookie'];
  assert.deepEqual(seen[1], seen[0]);
  assert.deepEqual(seen[2], seen[0]);
  assert.equal((await deliver(app)).length, 1);
});

test('the same form sent twice is one mail, and its code works', async () => {
  const values = Object.fromEntries(valuesOf(await (await app.request('/sign-in')).text()));
  app.clock.time += durations.minimumFill;
  const send = (address: string) => postForm(app, { ...values, email: address }, { path: '/sign-in' });
  const answers = await Promise.all([send(email), send(email)]);
  const requests = answers.map((response) => cookieIn(response, '__Host-sign-in'));
  assert.equal(requests[0], requests[1]);
  const mails = await deliver(app);
  assert.equal(mails.length, 1);
  const other = await send('stranger@example.org');
  assert.equal(other.status, 409, 'but not for another address');
  assert.equal((await type(codeIn(mails[0]), requests[1])).status, 303);
});

describe('what does not work is said in the form', () => {
  for (const locale of locales) {
    test(`a wrong address, in ${locale}`, async () => {
      const response = await ask('not an address', { path: `/sign-in?lang=${locale}` });
      assert.equal(response.status, 422);
      const html = await response.text();
      assert.match(html, /aria-invalid="true"/);
      assert.match(html, /value="not an address"/);
      assert.ok(html.includes(termsFor(locale).fieldError('email', 'email_invalid')));
    });
  }

  test('a wrong code, too many of them, and none at all', async () => {
    const asked = await ask(email);
    const request = cookieIn(asked, '__Host-sign-in');
    const code = codeIn((await deliver(app))[0]);
    const malformed = await type('12345', request);
    assert.equal(malformed.status, 422);
    assert.match(await malformed.text(), /aria-invalid="true"/);
    for (let tries = 1; tries <= codeTries; tries += 1) {
      const { code: problem } =
        tries < codeTries ? { code: 'code_invalid' as const } : { code: 'code_expired' as const };
      const response = await type(otherCode(code), request);
      assert.equal(response.status, 403);
      assert.ok(
        (await response.text()).includes(termsFor('fr').problems[problem].title.replaceAll("'", '&#39;')),
        problem,
      );
    }
    assert.equal((await type(code, request)).status, 403);
    assert.equal((await type(code, undefined)).status, 403);
    assert.deepEqual(rows(app.dir, 'session'), []);
  });

  test('a form of another page, an old one, a robot’s', async () => {
    const joinToken = valuesOf(await (await app.request('/join')).text()).get('token')!;
    app.clock.time += durations.minimumFill;
    assert.equal((await ask(email, { extra: { token: joinToken } })).status, 403);
    const values = Object.fromEntries(valuesOf(await (await app.request('/sign-in')).text()));
    assert.equal((await postForm(app, { ...values, email }, { path: '/sign-in' })).status, 429, 'too fast');
    app.clock.time += durations.formTokenLife;
    assert.equal((await postForm(app, { ...values, email }, { path: '/sign-in' })).status, 403);
    assert.equal((await ask(email, { extra: { website: 'x' } })).status, 303);
    assert.deepEqual(await deliver(app), []);
  });
});

test('another site can neither ask, nor sign somebody in, nor sign them out', async () => {
  const asked = await ask(email);
  const request = cookieIn(asked, '__Host-sign-in')!;
  const code = codeIn((await deliver(app))[0]);
  const signedIn = await signedInMember(app);
  for (const origin of [undefined, 'null', 'https://evil.example', 'http://club.example', 'https://sub.club.example']) {
    const options = { origin, headers: { cookie: `__Host-sign-in=${request}; ${signedIn.headers['cookie']}` } };
    for (const [path, values] of [
      ['/sign-in', { email }],
      ['/sign-in/code', { code }],
      ['/sign-out', {}],
      ['/me/leave', {}],
    ] as const) {
      const response = await postForm(app, values, { path, ...options });
      assert.equal(response.status, 403, `${path} from ${origin}`);
      assert.deepEqual(response.headers.getSetCookie(), []);
    }
  }
  assert.equal((await signedIn.request('GET', '/me')).status, 200);
  assert.equal((await type(code, request)).status, 303, 'no try was counted');
});

test('a new session at each sign-in: the one before ends', async () => {
  const before = await signedInMember(app);
  const asked = await ask(email);
  const code = codeIn((await deliver(app))[0]);
  const done = await type(code, cookieIn(asked, '__Host-sign-in'), {}, `; ${before.headers['cookie']}`);
  const token = cookieIn(done, '__Host-session');
  assert.notEqual(token, before.token);
  assert.equal((await before.request('GET', '/v1/me')).status, 401);
});

test('signing out ends this session; everywhere ends all, and codes on their way', async () => {
  const one = await signedInMember(app, { memberId: 1 });
  const two = await signedInMember(app, { memberId: 1 });
  const widget = await signedInWidget(app, { memberId: 1 });
  const out = await postForm(app, {}, { path: '/sign-out', headers: { cookie: one.headers['cookie']! } });
  assert.equal(out.status, 303);
  assert.match(out.headers.getSetCookie().join(), /^__Host-session=; Path=\/; Max-Age=0/);
  assert.equal((await one.request('GET', '/v1/me')).status, 401);
  assert.equal((await widget.request('GET', '/v1/me')).status, 200);
  const asked = await ask(email);
  const code = codeIn((await deliver(app))[0]);
  await postForm(app, { everywhere: '1' }, { path: '/sign-out', headers: { cookie: two.headers['cookie']! } });
  for (const session of [two, widget]) assert.equal((await session.request('GET', '/v1/me')).status, 401);
  assert.equal((await type(code, cookieIn(asked, '__Host-sign-in'))).status, 403);
});

test('a member leaves from their own page, with one button', async () => {
  const one = await signedInMember(app, { memberId: 1 });
  const widget = await signedInWidget(app, { memberId: 1 });
  const question = await (await one.request('GET', '/me/leave')).text();
  assert.match(question, /<form method="post" action="\/me\/leave/);
  assert.equal((await app.deps.storage.memberById(1))!.status, 'active', 'looking changes nothing');
  assert.equal((await widget.request('POST', '/me/leave')).status, 401, 'a widget cannot');
  const done = await postForm(app, {}, { path: '/me/leave', headers: { cookie: one.headers['cookie']! } });
  assert.equal(done.status, 200);
  assert.match(done.headers.getSetCookie().join(), /^__Host-session=;/);
  assert.equal((await app.deps.storage.memberById(1))!.status, 'left');
  for (const session of [one, widget]) assert.equal((await session.request('GET', '/v1/me')).status, 401);
  assert.deepEqual(rows(app.dir, 'session'), []);
});

test('every page leads to “my stories”', async () => {
  for (const path of ['/', '/join', '/charte', '/sign-in']) {
    const html = await (await app.request(`${path}?lang=en`)).text();
    assert.match(html, /<a class="mine" href="\/me\/stories\?lang=en">My stories<\/a>/, path);
  }
  assert.equal(publicUrl.startsWith('https:'), true);
});
