import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { StorageBusyError, type NewMember } from '../../../api/domain/ports.ts';
import { openStorage } from '../../../api/storage/index.ts';
import { query } from '../../../api/storage/query.ts';
import { openWriter, SqliteExecutor } from '../../../api/storage/sqlite-connection.ts';
import { openSqlite } from '../../../api/storage/sqlite.ts';
import { openTestStorage, type TestStorage } from '../../support/storage.ts';
import { tempDir } from '../../support/temp.ts';
import { attribution, city, consent, day, now, person, purgeBefore, range, signUp } from './fixtures.ts';
import { finish, printed, start } from './process.ts';

let opened: TestStorage;
beforeEach(async () => {
  opened = await openTestStorage();
  await opened.storage.insertPartner(city, now);
});
afterEach(() => opened.remove());

describe('the SQLite file', () => {
  test('is for its owner only, with its folder and its log', async () => {
    const dir = tempDir();
    const dataDir = join(dir.path, 'data', 'club');
    const storage = openStorage({ dataDir });
    await storage.migrate();
    await storage.insertPartner(city, now);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    assert.equal(mode(dataDir), '700');
    assert.deepEqual(
      readdirSync(dataDir).map((name) => [name, mode(join(dataDir, name))]),
      ['club.db', 'club.db-shm', 'club.db-wal'].map((name) => [name, '600']),
    );
    await storage.close();
    assert.deepEqual(readdirSync(dataDir), ['club.db'], 'closing leaves one file to copy');
    chmodSync(join(dataDir, 'club.db'), 0o644);
    await openStorage({ dataDir }).close();
    assert.equal(mode(join(dataDir, 'club.db')), '600', 'a copy that was put back is closed again');
    dir.remove();
  });

  test('is written so that a commit is on disk, what is deleted is overwritten and references hold', async () => {
    const connection = openWriter(join(opened.dir, 'club.db'));
    const on = new SqliteExecutor(connection);
    const setting = async (name: string) => {
      const pragma = query()((db) => ({
        compile: () => sql.raw<Record<string, unknown>>(`pragma ${name}`).compile(db),
      }));
      return Object.values((await on.get(pragma, {})) ?? {})[0];
    };
    const full = 2;
    const memory = 2;
    assert.equal(await setting('journal_mode'), 'wal');
    assert.equal(await setting('synchronous'), full);
    assert.equal(await setting('secure_delete'), 1);
    assert.equal(await setting('foreign_keys'), 1);
    assert.equal(await setting('temp_store'), memory);
    connection.close();
  });

  test('holds nothing of people who were erased, wherever their rows had been', async () => {
    const { storage, dir } = opened;
    const word = (i: number) => `e${(i * 7919 + 13).toString(36).padStart(6, 'q')}z`;
    const people = range(1500).map((i) =>
      person(word(i), {
        lastName: `Nom ${word(i)}`,
        sentence: `${word(i)} `.repeat(i % 9),
        joinedAt: now - (i % 3) * 10 * day,
      }),
    );
    const comeIn = (one: NewMember, came: string) =>
      storage.write(async (tx) => {
        const id = await signUp(tx, one);
        await tx.recordConsent(consent(id, { page: `https://ville.example/${came}`, source: came }));
        await tx.recordAttribution(attribution(id, { pagePath: `/${came}`, utmTerm: came }));
        return id;
      });
    const ids = await Promise.all(people.map((one, i) => comeIn(one, word(i))));
    const active = range(1500).filter((i) => i % 5 === 0);
    for (const i of active) await storage.write((tx) => tx.activate(ids[i]!, now));
    const leaving = active.filter((i) => i % 2 === 0);
    await Promise.all(leaving.map((i) => storage.write((tx) => tx.leave(ids[i]!, now))));
    const { members } = await storage.purge(now, purgeBefore({ pendingBefore: now - day, mailsBefore: now - day }));
    const purged = range(1500).filter((i) => i % 5 !== 0 && i % 3 !== 0);
    assert.equal(members, purged.length);

    const files = readdirSync(dir).map((name) => readFileSync(join(dir, name)).toString('latin1'));
    const found = (i: number) => files.some((text) => text.includes(word(i)));
    assert.deepEqual([...leaving, ...purged].filter(found), []);
    const staying = range(1500).filter((i) => !leaving.includes(i) && !purged.includes(i));
    assert.deepEqual(
      staying.filter((i) => !found(i)),
      [],
      'the others are found, so the search finds',
    );
  });

  test('is cleared of a member who left by the purge after it, in whatever process', async () => {
    const { storage, dir } = opened;
    const id = await storage.write((tx) => signUp(tx, person('effacee')));
    await storage.write((tx) => tx.activate(id, now));
    await storage.write((tx) => tx.leave(id, now));
    const other = openStorage({ dataDir: dir });
    await other.purge(now + 1, purgeBefore());
    for (const name of readdirSync(dir)) assert(!readFileSync(join(dir, name)).includes('effacee@'), name);
    await other.close();
  });

  test('a purge that another process is in the way of says so, and the next one does it', async () => {
    const { dir } = opened;
    const warnings: string[] = [];
    const storage = openSqlite({ file: join(dir, 'club.db'), log: { warn: (_, message) => warnings.push(message) } });
    const id = await storage.write((tx) => signUp(tx, person('effacee')));
    await storage.write((tx) => tx.activate(id, now));
    const reader = new BetterSqlite3(join(dir, 'club.db'), { readonly: true });
    const reading = reader.prepare('select email from member').iterate();
    reading.next();
    await storage.write((tx) => tx.leave(id, now));
    await storage.purge(now, purgeBefore());
    assert.equal(warnings.length, 1);
    reading.return?.();
    reader.close();
    await storage.purge(now + 1, purgeBefore());
    assert.equal(warnings.length, 1);
    for (const name of readdirSync(dir)) assert(!readFileSync(join(dir, name)).includes('effacee@'), name);
    await storage.close();
  });
});

describe('SQLite and another process', () => {
  test('a write that does not get the lock is refused as busy; reads go on, and so do later writes', async () => {
    const holder = start('hold', { dataDir: opened.dir });
    await printed(holder, 1);
    const storage = openSqlite({ file: join(opened.dir, 'club.db'), busyTimeout: 150 });
    const writes = Promise.allSettled([
      storage.write((tx) => tx.count(1, 1)),
      storage.insertPartner({ ...city, slug: 'cci' }, now),
    ]);
    let reads = 0;
    const reading = setInterval(() => void storage.partners().then(() => reads++), 5);
    for (const outcome of await writes) {
      assert(outcome.status === 'rejected' && outcome.reason instanceof StorageBusyError);
    }
    clearInterval(reading);
    assert(reads > 0, 'the event loop was free while the write waited');
    assert.equal((await storage.partners()).length, 1);
    const patient = opened.storage.write((tx) => tx.count(1, 1));
    holder.stdin?.end();
    await finish(holder);
    await patient;
    await storage.write((tx) => tx.count(1, 1));
    assert.deepEqual(await storage.counts(1), { members: 2, partner: 2 });
    await storage.close();
  });

  test('kill -9 under load loses nothing that was acknowledged, and leaves nothing half done', async () => {
    const acknowledged: string[] = [];
    for (const round of range(3)) {
      const child = start('forever', { dataDir: opened.dir, name: `r${round}` });
      await printed(child, 150 + 40 * round);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      acknowledged.push(...child.lines);
    }
    const db = new BetterSqlite3(join(opened.dir, 'club.db'));
    assert.deepEqual(db.pragma('integrity_check', { simple: true }), 'ok');
    const stored = new Set(db.prepare('select address from member').pluck().all());
    assert.deepEqual(
      acknowledged.filter((address) => !stored.has(address)),
      [],
    );
    for (const table of ['consent', 'attribution', 'outbox']) {
      const halves = db.prepare(`select count(*) from member where id not in (select member_id from ${table})`).pluck();
      assert.equal(halves.get(), 0, table);
    }
    db.close();
    await opened.storage.write((tx) => signUp(tx, person('apres')));
  });
});
