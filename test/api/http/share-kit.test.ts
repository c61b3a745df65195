/** A story ready to post: for its author and for the staff, and only as far as its author allows. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { storyPages } from '../../../api/lang/stories-pages/index.ts';
import { openTestApp, publicUrl, testClub, type TestApp } from '../../support/app.ts';
import { all, attribute, textOf } from '../../support/html.ts';
import { signedInMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { addPhoto, allowOnly, tell } from '../../support/told.ts';

let app: TestApp;
let staff: SignedIn;
let author: SignedIn;
before(async () => {
  app = await openTestApp();
  staff = await signedInStaff(app);
  author = await signedInMember(app);
});
after(() => app.remove());

test('pictures, a text to copy, and the club’s own pages of networks', async () => {
  const id = await tell(app, { memberId: author.id, language: 'de', text: 'Kein Hügel, drei Reiher, am Ende Eis.' });
  await addPhoto(app, id);
  for (const [person, path] of [
    [staff, `/console/share/${id}`],
    [author, `/me/stories/${id}/share`],
  ] as const) {
    const response = await person.request('GET', `${path}?lang=fr`);
    assert.equal(response.status, 200);
    const html = await response.text();
    const shown = all(html, 'img').map((one) => attribute(one, 'src')!);
    assert.deepEqual(shown.slice(0, 2), [`/stories/${id}/og.png`, `/stories/${id}/portrait.png`]);
    assert.match(shown[2]!, /\/media\/[0-9a-f]{32}\.jpg$/);
    const saved = all(html, 'a').filter((one) => attribute(one, 'download') !== undefined);
    assert.deepEqual(
      saved.map((one) => attribute(one, 'href')),
      shown,
    );
    const [text] = all(html, 'textarea');
    assert.equal(
      textOf(text!),
      `„Kein Hügel, drei Reiher, am Ende Eis.“\n— Odile, Dornach\n\n${publicUrl}/stories/${id}\n\n#Mülhausen`,
    );
    const links = all(html, 'a').map((one) => attribute(one, 'href'));
    assert.ok(links.includes(testClub.social.facebook) && links.includes(testClub.social.instagram));
    assert.ok(html.includes('La place au matin'), 'the text alternative goes with the picture');
  }
});

test('what its author does not allow is not offered, and the page says why', async () => {
  const id = await tell(app, { memberId: author.id, uses: ['club_site', 'partner_sites'] });
  const html = await (await staff.request('GET', `/console/share/${id}?lang=en`)).text();
  assert.ok(html.includes(storyPages.en.kit.notAllowed.title));
  assert.equal(all(html, 'img').length + all(html, 'textarea').length, 0);
  await allowOnly(app, id, ['club_site', 'social']);
  assert.equal(all(await (await staff.request('GET', `/console/share/${id}`)).text(), 'textarea').length, 1);
  const pending = await tell(app, { memberId: author.id, status: 'pending' });
  assert.ok(
    (await (await staff.request('GET', `/console/share/${pending}?lang=en`)).text()).includes(
      storyPages.en.kit.notAllowed.title,
    ),
  );
});

test('nobody else sees it', async () => {
  const id = await tell(app, { memberId: author.id });
  const draft = await tell(app, { memberId: author.id, status: 'draft' });
  const stranger = await signedInMember(app);
  const half = await signedInStaff(app, { level: 'code' });
  assert.equal((await stranger.request('GET', `/me/stories/${id}/share`)).status, 404);
  const unknown = await app.request(`/me/stories/${id}/share`);
  assert.equal(unknown.status, 303);
  assert.match(unknown.headers.get('location')!, /^\/sign-in\?next=/);
  assert.equal((await app.request(`/console/share/${id}`)).status, 401);
  assert.equal((await author.request('GET', `/console/share/${id}`)).status, 401);
  assert.equal((await half.request('GET', `/console/share/${id}`)).status, 401);
  assert.equal((await staff.request('GET', `/console/share/${draft}`)).status, 404);
  assert.equal((await staff.request('GET', '/console/share/unknown')).status, 404);
});
