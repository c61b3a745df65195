/** Reporting the misuse of a badge, and what the staff do about it, without a script. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { badgeReportReasons } from '../../../api/contract/badge-words.ts';
import { badgeLimits, durations } from '../../../api/contract/limits.ts';
import { badgePages } from '../../../api/lang/badge-pages/index.ts';
import { myBadges } from '../../../api/lang/my-badges/index.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/app.ts';
import { newNetwork, postForm, valuesOf } from '../../support/form.ts';
import { all, assertHarmless, attribute, textOf } from '../../support/html.ts';
import { endIssued, issueBadge, issueBusinessBadge } from '../../support/issued-badges.ts';
import { addStaff, signedInMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let id: string;
beforeEach(async () => {
  app = await openTestApp({ trustedProxies: 1 });
  id = (await issueBusinessBadge(app, 'boulangerie.example', { showsName: true, name: 'Chez Odile' })).publicId;
});
afterEach(() => app.remove());

const terms = badgePages.fr.report;
const filled = { reason: 'wrong_site', url: 'https://shop.example/about', text: 'Vu ce matin.\r\nEn bas de page.' };
const reports = () => app.deps.storage.badges.reports(1000);
const orders = () => rows(app.dir, 'outbox').filter(({ kind }) => kind === 'badge_reported');

async function open(badge = id, headers: Record<string, string> = {}) {
  const response = await app.request(`/b/${badge}/report?lang=fr`, { headers });
  const html = await response.text();
  app.clock.time += durations.minimumFill;
  return { response, html, values: Object.fromEntries(valuesOf(html)) };
}

async function send(changes: Record<string, string> = {}, badge = id, ip = newNetwork()) {
  const { values } = await open(badge);
  return postForm(app, { ...values, ...filled, ...changes }, { path: `/b/${badge}/report?lang=fr`, ip });
}

describe('a report', () => {
  test('is kept as it was written, and thanked for', async () => {
    const response = await send();
    assert.equal(response.status, 200);
    assert.equal(textOf(all(await response.text(), 'h1')[0]!), terms.done.title);
    const [report, ...more] = await reports();
    assert.deepEqual(more, []);
    assert.equal(report!.publicId, id);
    assert.equal(report!.reason, 'wrong_site');
    assert.equal(report!.url, 'https://shop.example/about');
    assert.equal(report!.text, 'Vu ce matin.\nEn bas de page.');
  });

  test('needs a reason and nothing else', async () => {
    assert.equal((await send({ url: '', text: '  ' })).status, 200);
    const [report] = await reports();
    assert.deepEqual([report!.url, report!.text], [null, null]);
  });

  test('about a badge that has ended is taken in the same words', async () => {
    const valid = await (await send()).text();
    await endIssued(app, id);
    const ended = await send();
    assert.equal(ended.status, 200);
    assert.equal(await ended.text(), valid);
    assert.equal((await reports()).length, 2);
  });

  test('remembers where it was seen, when that is not our own page', async () => {
    assert.equal((await open(id, { referer: 'https://shop.example/x' })).values['url'], 'https://shop.example/x');
    assert.equal((await open(id, { referer: `${publicUrl}/b/${id}` })).values['url'], '');
    assert.equal((await open(id, { referer: 'javascript:alert(1)' })).values['url'], '');
  });

  const wrong: [field: keyof typeof terms.errors, changes: Record<string, string>][] = [
    ['reason', { reason: '' }],
    ['reason', { reason: 'boring' }],
    ['url', { url: 'x'.repeat(badgeLimits.url + 1) }],
    ['url', { url: 'a\u0000b' }],
    ['text', { text: 'x'.repeat(badgeLimits.reportText + 1) }],
    ['text', { text: 'nul \u0000' }],
  ];
  for (const [field, changes] of wrong) {
    test(`${field} that cannot be taken is said beside it: ${JSON.stringify(changes).slice(0, 30)}`, async () => {
      const response = await send(changes);
      assert.equal(response.status, 422);
      const html = await response.text();
      const error = all(html, 'p', 'error').find((one) => attribute(one, 'id') === `${field}-error`);
      assert.equal(textOf(error!), terms.errors[field]);
      const link = all(html, 'a').find((one) => textOf(one) === terms.errors[field]);
      assert.ok(html.includes(`id="${attribute(link!, 'href')!.slice(1)}"`));
      if (!('url' in changes)) assert.equal(valuesOf(html).get('url'), filled.url, 'what was typed is lost');
      assert.deepEqual(await reports(), []);
    });
  }

  test('every reason can be chosen, and none is chosen beforehand', async () => {
    const { html } = await open();
    const radios = all(html, 'input').filter((one) => attribute(one, 'type') === 'radio');
    assert.deepEqual(
      radios.map((one) => attribute(one, 'value')),
      [...badgeReportReasons],
    );
    assert.ok(radios.every((one) => attribute(one, 'checked') === undefined));
  });

  test('from elsewhere, without our token, with that of another badge, too quick, too late or twice is refused', async () => {
    const other = (await issueBadge(app)).publicId;
    const path = `/b/${id}/report`;
    const { values } = await open();
    const body = { ...values, ...filled };
    assert.equal((await postForm(app, body, { path, origin: 'https://evil.example' })).status, 403);
    assert.equal((await postForm(app, body, { path, origin: undefined })).status, 403);
    assert.equal((await postForm(app, filled, { path })).status, 403);
    assert.equal((await postForm(app, { ...(await open(other)).values, ...filled }, { path })).status, 403);
    app.clock.time -= 2 * durations.minimumFill;
    assert.equal((await postForm(app, body, { path })).status, 429);
    app.clock.time += durations.formTokenLife + durations.minimumFill;
    assert.equal((await postForm(app, body, { path })).status, 403);
    assert.deepEqual(await reports(), []);
    const again = { ...(await open()).values, ...filled };
    assert.equal((await postForm(app, again, { path })).status, 200);
    assert.equal((await postForm(app, again, { path })).status, 409);
    assert.equal((await reports()).length, 1);
  });

  test('of a robot is thanked for and not kept', async () => {
    assert.equal((await send({ website: 'https://spam.example' })).status, 200);
    assert.deepEqual(await reports(), []);
    assert.deepEqual(orders(), []);
  });

  test('is one of so many a day, and whoever comes over that is thanked all the same', async () => {
    for (let count = 0; count < badgeLimits.reportsPerDay + 3; count += 1) assert.equal((await send()).status, 200);
    assert.equal((await reports()).length, badgeLimits.reportsPerDay);
    // Counted by badge.
    await send({}, (await issueBadge(app)).publicId);
    assert.equal((await reports()).length, badgeLimits.reportsPerDay + 1);
  });

  test('from one network is one of a few', async () => {
    const limited = await openTestApp({ trustedProxies: 1, signupsPerMinute: 1 });
    try {
      const { publicId } = await issueBadge(limited);
      const ip = newNetwork();
      const statuses = new Set<number>();
      for (let count = 0; count < 12; count += 1) {
        statuses.add((await postForm(limited, filled, { path: `/b/${publicId}/report`, ip })).status);
      }
      assert.deepEqual([...statuses], [403, 429]);
    } finally {
      await limited.remove();
    }
  });
});

describe('the staff', () => {
  test('are written to once a day for each badge: every one who is active, and nobody else', async () => {
    const moderator = await addStaff(app);
    const admin = await addStaff(app, { role: 'admin' });
    const gone = await addStaff(app);
    await app.deps.storage.write((tx) => tx.sessions.changeStaff(gone, { status: 'suspended' }));
    await send();
    await send();
    assert.deepEqual(
      orders()
        .map(({ staff_id }) => staff_id)
        .sort(),
      [moderator, admin].sort(),
    );
    const [first] = await reports();
    assert.ok(orders().every(({ subject_id, member_id }) => subject_id === first!.id && member_id === null));
    await send({}, (await issueBadge(app)).publicId);
    assert.equal(orders().length, 4);
    app.clock.time += durations.mailDay;
    await send();
    assert.equal(orders().length, 6);
  });
});

describe('the desk', () => {
  let staff: SignedIn;
  beforeEach(async () => {
    staff = await signedInStaff(app);
  });
  const desk = myBadges.en.desk;
  const read = async (path = '/console/badges?lang=en', person = staff) => {
    const response = await app.request(path, { headers: person.headers });
    return { response, html: await response.text() };
  };
  const post = async (path: string, { from = '/console/badges', person = staff, origin = publicUrl } = {}) => {
    const token = valuesOf((await read(from)).html).get('token') ?? '';
    return postForm(app, { token }, { path, headers: { cookie: person.headers['cookie']! }, origin });
  };
  const audit = () => rows(app.dir, 'audit').map(({ action, actor }) => `${String(action)} ${String(actor)}`);

  test('is for moderators who have shown their passkey', async () => {
    for (const headers of [
      {},
      (await signedInMember(app)).headers,
      (await signedInStaff(app, { level: 'code' })).headers,
    ]) {
      for (const path of ['/console/badges', `/console/badges/${id}/end`]) {
        assert.equal((await app.request(path, { headers })).status, 401);
      }
    }
  });

  test('whoever comes from a mail, without their cookie, is shown the way in and back', async () => {
    const response = await app.request('/console/badges?lang=en');
    const html = await response.text();
    const [, main = ''] = html.split('<main');
    const hrefs = all(main.split('</main')[0]!, 'a').map((one) => attribute(one, 'href'));
    assert.ok(hrefs.includes('/console?lang=en') && hrefs.includes('/console/badges?lang=en'));
    assert.ok(!hrefs.some((href) => href?.startsWith('/sign-in')));
  });

  test('shows what was reported as text, with the badge, its domain and the ways on', async () => {
    const script = '</blockquote><script>alert(1)</script>';
    await send({ url: 'javascript:alert(1)', text: script });
    await send({ url: 'https://shop.example/?a="><b>' });
    const { response, html } = await read();
    assert.equal(response.status, 200);
    assertHarmless(html);
    assert.ok(all(html, 'blockquote').some((one) => textOf(one) === script));
    const entries = all(html, 'li', 'card').map((one) => textOf(one).replace(/\s+/g, ' '));
    assert.equal(entries.length, 2);
    for (const entry of entries) assert.match(entry, new RegExp(`boulangerie\\.example.*Chez Odile`));
    const links = all(html, 'a').map((one) => attribute(one, 'href'));
    assert.ok(links.includes('https://shop.example/?a="><b>'));
    assert.ok(links.includes(`/b/${id}?lang=en`));
    assert.ok(links.includes(`/console/badges/${id}/end?lang=en`));
  });

  test('closes a report, once', async () => {
    await send();
    const [report] = await reports();
    const path = `/console/badges/${report!.id}/close`;
    const response = await post(path);
    assert.equal(response.status, 303);
    assert.match((await read(response.headers.get('location')!)).html, new RegExp(myBadges.fr.desk.notes.closed));
    assert.deepEqual(await reports(), []);
    assert.ok(audit().includes(`badge.report_closed staff:${staff.id}`));
    assert.equal((await post(path, { from: `/console/badges/${id}/end` })).status, 404);
    for (const one of ['x', '0', '1e3', '-1', '99999999999999999999']) {
      assert.equal((await post(`/console/badges/${one}/close`, { from: `/console/badges/${id}/end` })).status, 404);
    }
  });

  test('ends a badge after asking, under the name of who did it', async () => {
    const { html } = await read(`/console/badges/${id}/end?lang=en`);
    assert.ok(html.includes(desk.confirm.title));
    assert.equal((await app.request(`/b/${id}`)).status, 200, 'asking has ended it');
    const response = await post(`/console/badges/${id}/end`, { from: `/console/badges/${id}/end` });
    assert.equal(response.status, 303);
    assert.equal((await app.request(`/b/${id}`)).status, 410);
    const badge = await app.deps.storage.badges.byPublicId(id);
    assert.equal(badge!.endReason, 'suspended');
    assert.ok(audit().includes(`badge.suspended staff:${staff.id}`));
  });

  test('takes nothing from elsewhere, from another session, or without our token', async () => {
    const from = `/console/badges/${id}/end`;
    const other = await signedInStaff(app);
    assert.equal((await post(from, { from, origin: 'https://evil.example' })).status, 403);
    assert.equal((await post(from, { from, person: other })).status, 403);
    const headers = { cookie: staff.headers['cookie']! };
    assert.equal((await postForm(app, {}, { path: from, headers })).status, 403);
    assert.equal((await app.request(`/b/${id}`)).status, 200);
  });

  test('finds a badge by any of its addresses, and says when there is none', async () => {
    for (const typed of [
      id,
      ` ${id} `,
      `${publicUrl}/b/${id}`,
      `club.example/b/${id}.svg`,
      `/b/${id}/report?lang=fr`,
    ]) {
      const { html } = await read(`/console/badges?lang=en&badge=${encodeURIComponent(typed)}`);
      assert.ok(
        all(html, 'dd').some((one) => textOf(one).trim() === id),
        typed,
      );
    }
    for (const typed of ['x', '1'.repeat(22), '"><script>alert(1)</script>']) {
      const { response, html } = await read(`/console/badges?lang=en&badge=${encodeURIComponent(typed)}`);
      assert.equal(response.status, 200);
      assertHarmless(html);
      assert.ok(html.includes(desk.search.none));
      assert.equal(valuesOf(html).get('badge'), typed);
    }
  });

  test('shows what was found above the reports, however many there are', async () => {
    const text = 'On the door of a shop that is closed.';
    await send({ text });
    for (const [typed, said] of [
      [id, `<bdi>${id}</bdi>`],
      ['x', desk.search.none],
    ] as const) {
      const { html } = await read(`/console/badges?lang=en&badge=${typed}`);
      const [above, below] = html.split('<ol class="reports">');
      assert.ok(above?.includes(said), typed);
      assert.ok(below?.includes(text));
    }
  });

  test('can be found from the console', async () => {
    const { html } = await read('/console?lang=en');
    assert.ok(all(html, 'a').some((one) => attribute(one, 'href') === '/console/badges?lang=en'));
  });
});
