/** The pages of statistics: who sees whose numbers, what they say, and the same as files. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { locales } from '../../../api/contract/locales.ts';
import { statisticsTerms } from '../../../api/lang/statistics/index.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { addMember, addStaff, signedInMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { everything } from '../../support/tables.ts';

let app: TestApp;
let moderator: SignedIn;
/** Somebody of `ville`, and of nobody else. */
let theirs: SignedIn;
let other: number;
let member: SignedIn;
before(async () => {
  app = await openTestApp();
  const { storage } = app.deps;
  moderator = await signedInStaff(app);
  const staffId = await addStaff(app, { role: 'partner' });
  theirs = await signedInStaff(app, { role: 'partner', staffId, level: 'code' as never });
  const ville = (await storage.partnerBySlug('ville'))!.id;
  other = await storage.insertPartner(
    {
      slug: 'chambre',
      kind: 'chamber',
      name: '<b>Chambre</b>',
      origins: ['https://chambre.example'],
      status: 'active',
    },
    0,
  );
  await storage.write(async (tx) => {
    await tx.partners.grant(staffId, ville, 0);
    const page = 'https://www.ville.example/club';
    const at = (day: number) => ({ day, partnerId: ville, page, campaign: 'rentrée' });
    await tx.statistics.add([
      { ...at(20261123), kind: 'signup', count: 1234 },
      { ...at(20261123), kind: 'confirmation', count: 1000 },
      { ...at(20261120), kind: 'signup', count: 3 },
      { ...at(20261120), kind: 'story_seen', count: 70 },
      // Before the thirty days that are shown first.
      { ...at(20261001), kind: 'signup', count: 9 },
      { ...at(20261123), partnerId: other, page: 'https://chambre.example/', kind: 'badge_check', count: 77 },
      { ...at(20261123), partnerId: other, page: '', campaign: '=HYPERLINK("x")', kind: 'signup', count: 5 },
    ]);
  });
  for (const place of ['Mulhouse', 'Mulhouse', 'mulhouse', 'Mulhouse ', 'MULHOUSE']) await addMember(app, { place });
  member = await signedInMember(app, { place: 'Bâle' });
});
after(() => app.remove());

const page = async (who: SignedIn, path: string) => {
  const response = await who.request('GET', path);
  return { status: response.status, response, html: await response.text() };
};
const table = async (who: SignedIn, path: string) => {
  const { status, response, html } = await page(who, path);
  assert.equal(status, 200);
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
  return parse(html, { record_delimiter: '\r\n' }) as string[][];
};
/** The words of a page in their order. */
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/[ \n]+/g, ' ');

describe('who sees what', () => {
  const [console, own, foreign] = ['/console/statistics', '/partner/ville/statistics', '/partner/chambre/statistics'];
  test('the club’s own people see all, a partner’s see theirs, and nobody sees another’s', async () => {
    for (const [who, path, status] of [
      [moderator, console, 200],
      [moderator, `${console}?partner=chambre`, 200],
      [moderator, `${console}?partner=nobody`, 404],
      [moderator, own, 403],
      [theirs, own, 200],
      [theirs, foreign, 404],
      [theirs, '/partner/nobody/statistics', 404],
      [theirs, '/partner/%2e%2e/statistics', 404],
      [theirs, console, 403],
      [member, console, 401],
    ] as const) {
      assert.equal((await page(who, path)).status, status, path);
      const [bare, query] = path.split('?');
      assert.equal((await page(who, `${bare}.csv${query ? `?${query}` : ''}`)).status, status, `${path} as a file`);
    }
    assert.equal((await app.request(console)).status, 401);
    // A page of partners' people leads to their door.
    assert.equal((await page(member, own)).status, 303);
    assert.equal((await page(member, `${own}.csv`)).status, 401);
  });

  test('nothing of another partner is on a partner’s page', async () => {
    const { html } = await page(theirs, `${own}?lang=fr&days=365`);
    assert.doesNotMatch(words(html), /chambre|HYPERLINK|\b77\b/i);
    assert.match(html, /ville\.example\/club/);
    const files = await Promise.all(
      ['day', 'page', 'campaign', 'places'].map((by) => table(theirs, `${own}.csv?by=${by}&days=365`)),
    );
    assert.doesNotMatch(JSON.stringify(files), /chambre|HYPERLINK|"77"/i);
    assert.equal((await page(theirs, `${own}.csv?by=partner`)).status, 404);
  });

  test('looking writes nothing', async () => {
    const before = everything(app.dir);
    await page(moderator, `${console}?days=90`);
    await table(moderator, `${console}.csv?by=campaign`);
    const { session: _now, ...after } = everything(app.dir);
    const { session: _then, ...unchanged } = before;
    assert.deepEqual(after, unchanged);
  });
});

describe('a page', () => {
  test('says the sums, those of the period before, and every line as a table', async () => {
    const { html, response } = await page(moderator, '/console/statistics?lang=fr');
    assert.match(words(html), /Demandes 1\u202f242 période précédente\u00a0: 9 /);
    assert.match(words(html), /Adhésions confirmées 1\u202f000 période précédente\u00a0: 0 /);
    assert.equal(html.match(/<caption>/g)?.length, 5);
    assert.equal(html.match(/<th scope="row">/g)?.length, 30 + 2 + 3 + 2 + 1);
    assert.match(words(html), /20 novembre 2026 3 0 70 0 0 /);
    // Under the page's own policy nothing of a plot needs an exception.
    assert.match(response.headers.get('content-security-policy')!, /style-src 'self';/);
    assert.doesNotMatch(html, / style=|<b>Chambre|<script/);
    assert.match(html, /&lt;b&gt;Chambre/);
  });

  for (const locale of locales)
    test(`in ${locale} has a plot for what there is, each with its message in words`, async () => {
      const terms = statisticsTerms[locale];
      const { html } = await page(moderator, `/console/statistics?lang=${locale}&days=7`);
      // By day three; by partner sign-ups and badges of two, stories of one; likewise by page and campaign.
      const plots = [
        ...html.matchAll(/<svg class="plot"[^>]*role="img"[^>]*><title[^>]*>([^<]*)<\/title><desc[^>]*>([^<]+)</g),
      ];
      assert.equal(plots.length, 12);
      assert.ok(plots.some(([, title]) => title === `${terms.by.day.title}, ${terms.groups.joined}`));
      assert.ok(plots.every(([, , text]) => text!.trim().length > 10));
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
    });

  test('of one day, of a year, and of a day without anything', async () => {
    const one = await page(moderator, '/console/statistics?lang=en&from=2026-11-20&to=2026-11-20');
    assert.match(words(one.html), /20 November 2026 to 20 November 2026 .*Sign-ups 3 period before: 0 /);
    const year = await page(moderator, '/console/statistics?lang=en&days=365');
    assert.match(words(year.html), /Sign-ups 1,251 period before: 0 .*One bar a week\./);
    const none = await page(moderator, '/console/statistics?lang=en&from=2026-11-02&to=2026-11-03');
    assert.match(words(none.html), /Nothing yet No widget has reported anything/);
    assert.doesNotMatch(none.html, /<svg class="plot"/);
  });

  test('what is no period shows the usual one', async () => {
    for (const query of ['days=9', 'from=x&to=y', 'from=2026-02-30', "from=2026-11-20'--&days=30", 'days=__proto__'])
      assert.match((await page(moderator, `/console/statistics?lang=en&${query}`)).html, /25 October 2026 to 23/);
  });

  test('places are shown from five people on, and nobody can be reckoned out of them', async () => {
    const { html } = await page(moderator, '/console/statistics?lang=fr');
    // Five of Mulhouse, one of Bâle: who knows that there are six would know the one.
    assert.doesNotMatch(html, /Bâle|<bdi>Mulhouse/);
    assert.match(words(html), /Autres lieux, ensemble 5 /);
  });
});

describe('a file', () => {
  test('has every day, or every line, with the names of what is counted', async () => {
    const days = await table(moderator, '/console/statistics.csv?by=day&days=7');
    assert.deepEqual(days[0], ['day', 'signup', 'confirmation', 'story_seen', 'story_played', 'badge_check']);
    assert.equal(days.length, 8);
    assert.deepEqual(days.at(-1), ['2026-11-23', '1239', '1000', '0', '0', '77']);
    const partners = await table(moderator, '/console/statistics.csv?by=partner');
    assert.deepEqual(
      partners.slice(1).map(([name]) => name),
      ['Ville de Mulhouse (démo)', '<b>Chambre</b>'],
    );
    assert.deepEqual(await table(moderator, '/console/statistics.csv?by=places'), [
      ['place', 'members'],
      ['*', '5'],
    ]);
  });

  test('holds nothing that a spreadsheet would run', async () => {
    const campaigns = await table(moderator, '/console/statistics.csv?by=campaign');
    assert.deepEqual(
      campaigns.slice(1).map(([name]) => name),
      ['rentrée', `'=HYPERLINK("x")`],
    );
  });

  test('is saved under a name that says what it is', async () => {
    const { response } = await page(moderator, '/console/statistics.csv?by=page&partner=ville&days=7');
    assert.equal(
      response.headers.get('content-disposition'),
      'attachment; filename="statistics-page-ville-2026-11-17-2026-11-23.csv"',
    );
    assert.equal((await page(moderator, '/console/statistics.csv?by=email')).status, 404);
  });
});
