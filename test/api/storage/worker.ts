/** Another process on the same database: does one task and prints one line of JSON. */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { openStorage } from '../../../api/storage/index.ts';
import { day, now, person, range, signUp } from './fixtures.ts';

const [, , task = '', json = '{}'] = process.argv;
const options = JSON.parse(json) as { databaseUrl?: string; dataDir: string; name: string; times: number };
const storage = openStorage(options);

const tasks: Record<string, () => Promise<unknown>> = {
  /** Waits for a word first, so that several can start in the same moment. */
  async migrate() {
    writeSync(1, 'ready\n');
    await once(process.stdin, 'data');
    process.stdin.destroy();
    return storage.migrate();
  },

  async count() {
    await Promise.all(range(options.times).map(() => storage.write((tx) => tx.count(1, 1))));
  },

  /** Claims until nothing is left. */
  async claim() {
    const claimed: number[] = [];
    for (;;) {
      const mails = await storage.claimMails(now + 1, now + day, 5);
      if (mails.length === 0) return claimed;
      claimed.push(...mails.map((mail) => mail.id));
    }
  },

  /** Orders a mail to the same inbox again and again, whenever none was ordered before. */
  async cap() {
    let ordered = 0;
    for (const i of range(options.times)) {
      ordered += await storage.write(async (tx) => {
        await tx.lockAddress('inbox');
        const { lastMailAt } = await tx.standing(`${options.name}${i}@example.org`, 'inbox', '', now - day);
        if (lastMailAt !== null) return 0;
        await signUp(tx, person(`${options.name}${i}`), 'inbox');
        return 1;
      });
    }
    return ordered;
  },

  /** Signs people up until it is killed, and says so after each commit. */
  async forever() {
    const lane = async (name: string) => {
      for (let i = 0; ; i++) {
        const address = `${name}-${i}@example.org`;
        await storage.write((tx) => signUp(tx, person(name, { address })));
        writeSync(1, `${address}\n`);
      }
    };
    await Promise.all(range(20).map((i) => lane(`${options.name}-${i}`)));
  },

  /** Holds SQLite's write lock until standard input closes. */
  async hold() {
    const db = new BetterSqlite3(join(options.dataDir, 'club.db'));
    db.exec("begin; insert into audit (action, subject, created_at) values ('held', 'lock', 0)");
    writeSync(1, 'held\n');
    process.stdin.resume();
    while (!process.stdin.readableEnded) await sleep(5);
    db.exec('rollback');
    db.close();
  },
};

const answer = await tasks[task]?.();
await storage.close();
writeSync(1, `${JSON.stringify(answer ?? null)}\n`);
