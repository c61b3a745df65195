/** Who may use what: every route with a role, with everybody who has none of it. Found by asking the application. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '../../../api/http/role.ts';
import { openTestApp, partnerOrigin, publicUrl, type TestApp } from '../../support/app.ts';
import { knownRoutes, type KnownRoute } from '../../support/routes.ts';
import { addMember, signedInMember, signedInStaff, signedInWidget, type SignedIn } from '../../support/session.ts';
import { requestBytes, serveTestApp } from '../../support/server.ts';
import { removedPartner, signedInPartner } from '../../support/partner-people.ts';
import { storyBody } from '../../support/stories.ts';
import { everything, rows } from '../../support/tables.ts';

type Guarded = KnownRoute & { role: Role };

let app: TestApp;
let routes: Guarded[];
/** Everybody who could try, by who they are. */
let people: Record<string, Record<string, string>>;
let member: SignedIn;

before(async () => {
  app = await openTestApp();
  const roles = new Map(
    app.app.routes.map(({ method, path, handler }) => [
      `${method} ${path}`,
      (handler as { role?: Role }).role ?? ('public' as const),
    ]),
  );
  routes = knownRoutes(app).map((route) => ({ ...route, role: roles.get(`${route.method} ${route.pattern}`)! }));
  const memberId = await addMember(app);
  member = await signedInMember(app, { memberId });
  const widget = await signedInWidget(app, { memberId });
  const [half, moderator, admin] = [
    await signedInStaff(app, { level: 'code' }),
    await signedInStaff(app),
    await signedInStaff(app, { role: 'admin' }),
  ];
  const partner = await signedInPartner(app);
  const removed = await removedPartner(app);
  const gone = await signedInMember(app);
  await app.deps.storage.write((tx) => tx.sessions.endAll({ memberId: gone.id }));
  const cookie = (one: SignedIn) => one.headers['cookie']!;
  people = {
    nobody: { origin: publicUrl },
    'nobody, from a partner': { origin: partnerOrigin },
    'a member': member.headers,
    'a member in a widget': widget.headers,
    'a member at the code’s level of staff': { cookie: `__Host-staff=${member.token}`, origin: publicUrl },
    'a widget’s token from another origin': { ...widget.headers, origin: 'https://evil.example' },
    'a widget’s token from the club’s own pages': { ...widget.headers, origin: publicUrl },
    'a widget’s token as a cookie': { cookie: `__Host-session=${widget.token}`, origin: publicUrl },
    'a cookie’s token as a bearer': { authorization: `Bearer ${member.token}`, origin: publicUrl },
    'a cookie of another name': { cookie: `session=${member.token}; Host-staff=${moderator.token}`, origin: publicUrl },
    'somebody who was signed out': gone.headers,
    'staff by code': half.headers,
    'a moderator': moderator.headers,
    'a partner’s person': partner.headers,
    'a person who was removed from a partner': removed.headers,
    'a partner’s person as a member': { cookie: `__Host-session=${partner.token}`, origin: publicUrl },
    'a partner’s person as a bearer': { authorization: `Bearer ${partner.token}`, origin: partnerOrigin },
    'a partner’s person, from the partner’s page': { ...partner.headers, origin: partnerOrigin },
    'a moderator’s token as a member': { cookie: `__Host-session=${moderator.token}`, origin: publicUrl },
    'a moderator’s token as a bearer': { authorization: `Bearer ${moderator.token}`, origin: publicUrl },
    'an admin': admin.headers,
    'cookies that are none': { cookie: `__Host-session=${'A'.repeat(43)}; __Host-staff=;;=x`, origin: publicUrl },
    'a member’s and an admin’s cookie from another site': {
      cookie: `${cookie(member)}; ${cookie(admin)}`,
      origin: 'https://evil.example',
    },
    'the same from a partner': { cookie: `${cookie(member)}; ${cookie(admin)}`, origin: partnerOrigin },
    'the same from nowhere': { cookie: `${cookie(member)}; ${cookie(admin)}` },
    'the same from a frame without origin': { cookie: `${cookie(member)}; ${cookie(admin)}`, origin: 'null' },
  };
});
after(() => app.remove());

const allowed: Record<Exclude<Role, 'public'>, string[]> = {
  member: ['a member', 'a member in a widget'],
  partner: ['a partner’s person'],
  staff: ['staff by code', 'a moderator', 'an admin'],
  moderator: ['a moderator', 'an admin'],
  admin: ['an admin'],
};
const isRead = (method: string) => method === 'GET';
/** With both cookies everything can be read, by whoever can read the answer: no other page can. */
const withBoth = (who: string) => /^(?:a member’s and an admin’s|the same)/.test(who);
/** The same for a partner’s person, whose cookie another page sends along. */
const isSentAlong = (who: string, role: Role) => who.endsWith('from the partner’s page') && role === 'partner';

const send = (method: string, path: string, headers: Record<string, string>) =>
  app.request(path, {
    method,
    headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(!isRead(method) && { body: '{}' }),
  });

test('what is a member’s or the staff’s own has a role', () => {
  const open = [
    'POST /v1/session-codes',
    'POST /v1/sessions',
    'POST /v1/staff/session-codes',
    'POST /v1/staff/sessions',
    ...['GET', 'POST'].flatMap((method) => [`${method} /partner/sign-in`, `${method} /partner/sign-in/code`]),
    'POST /sign-out/partner',
  ];
  const own = /^\/(?:v1\/(?:me|session|staff|uploads)|me|partner|console\/(?!preview)[^/]+)(?:\/|$)/;
  for (const { method, pattern, role } of routes) {
    const name = `${method} ${pattern}`;
    if (own.test(pattern) && !open.includes(name)) assert.notEqual(role, 'public', name);
    if (pattern.startsWith('/v1/staff') && !open.includes(name)) assert.notEqual(role, 'member', name);
    if (pattern.startsWith('/console/') && own.test(pattern)) assert.match(role, /^(?:moderator|admin)$/, name);
    if (pattern.startsWith('/partner') && !open.includes(name)) assert.equal(role, 'partner', name);
    if (pattern.startsWith('/v1/staff') && !/\/(?:session|passkeys|options)$/.test(pattern) && !open.includes(name)) {
      assert.match(role, /^(?:moderator|admin)$/, `${name}: a mail alone must not open it`);
    }
  }
  assert.ok(routes.filter(({ role }) => role !== 'public').length >= 9);
});

test('nobody gets in who may not, and nothing is written for them', async () => {
  const before = everything(app.dir);
  let tried = 0;
  for (const { method, path, role } of routes) {
    if (role === 'public') continue;
    for (const [who, headers] of Object.entries(people)) {
      if (allowed[role].includes(who)) continue;
      if (isRead(method) && role !== 'partner' ? withBoth(who) : isRead(method) && isSentAlong(who, role)) continue;
      const response = await send(method, path, headers);
      tried += 1;
      const where: string = `${method} ${path} by ${who} → ${response.status}`;
      // A page leads to where one signs in; everything else refuses.
      if (response.status === 303) assert.match(response.headers.get('location')!, /^(?:\/partner)?\/sign-in\?/, where);
      else assert.ok([401, 403].includes(response.status), where);
      assert.deepEqual(response.headers.getSetCookie(), [], where);
    }
  }
  assert.ok(tried > 100);
  assert.deepEqual(everything(app.dir), before);
});

test('a token from a partner’s page works as long as the partner’s widgets do, and on no origin it has given up', async () => {
  const own = await openTestApp();
  try {
    const { storage } = own.deps;
    const member = await signedInWidget(own);
    const status = async () => (await member.request('GET', '/v1/me/stories')).status;
    assert.equal(await status(), 200);
    await storage.setPartnerStatus('ville', 'paused');
    assert.equal(await status(), 403);
    assert.equal((await member.request('POST', '/v1/me/stories', storyBody())).status, 403);
    assert.deepEqual(rows(own.dir, 'story'), []);
    await storage.setPartnerStatus('ville', 'active');
    assert.equal(await status(), 200);
    await storage.setPartnerOrigins('ville', ['https://new.ville.example']);
    assert.equal(await status(), 403);
  } finally {
    await own.remove();
  }
});

test('whoever may, does', async () => {
  for (const { method, path, role } of routes) {
    if (role === 'public' || !isRead(method)) continue;
    for (const who of allowed[role]) {
      const response = await send(method, path, people[who]!);
      // Pages are for cookies: there a widget's token opens nothing.
      if (who === 'a member in a widget' && !path.startsWith('/v1/')) assert.equal(response.status, 303, path);
      else assert.notEqual(response.status, 401, `${method} ${path} by ${who}`);
    }
  }
});

/** Other ways to write a path, some of which a server, a proxy or a router may read as the same. */
function spellings(path: string): string[] {
  const [bare = ''] = path.split('?');
  const last = bare.lastIndexOf('/');
  const [before, name] = [bare.slice(0, last), bare.slice(last + 1)];
  return [
    `/${bare}`,
    `//${bare}`,
    `${before}//${name}`,
    `${before}/%2F${name}`,
    `${before}%2F${name}`,
    `${before}%2f${name}`,
    `${before}/./${name}`,
    `${before}/x/../${name}`,
    `${before}/x%2f..%2f${name}`,
    `${before}\\${name}`,
    `${before}/%5c${name}`,
    `${bare}/`,
    `${bare}//`,
    `${bare}/.`,
    `${bare}%20`,
    `${bare}%00`,
    `${bare};x=1`,
    `${bare}.json`,
    `${bare}?role=admin`,
    `${bare}#x`,
    bare.toUpperCase(),
    `${before}/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
    `${before}/%25${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
  ];
}

test('no other spelling of a path comes round the guard', async () => {
  const before = everything(app.dir);
  // Byte for byte over a socket: a URL object would make some of them the same.
  const server = await serveTestApp(app);
  let tried = 0;
  try {
    for (const { method, path, role } of routes) {
      if (role === 'public') continue;
      const strangers = ['nobody', role === 'member' ? 'a moderator' : 'a member', 'cookies that are none'];
      for (const spelling of spellings(path)) {
        const answers = strangers.map(async (who) => {
          const { status } = await server.raw(requestBytes(method, spelling, people[who]!));
          assert.ok(status >= 300 && status < 500, `${method} ${spelling} by ${who} → ${status}`);
        });
        await Promise.all(answers);
        tried += answers.length;
      }
    }
  } finally {
    await server.close();
  }
  assert.ok(tried > 500);
  assert.deepEqual(everything(app.dir), before);
});

test('a method in a header or a field changes nothing', async () => {
  const response = await app.request('/v1/me?_method=DELETE', {
    headers: { ...member.headers, 'x-http-method-override': 'DELETE' },
  });
  assert.equal(response.status, 200);
  assert.equal((await member.request('GET', '/v1/me')).status, 200);
});
