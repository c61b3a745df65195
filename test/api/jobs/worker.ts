/** A process that sends mails from a database it shares. Started by tests: database file and mail server as arguments. */
import { randomBytes } from 'node:crypto';
import { createKeys } from '../../../api/keys.ts';
import { createJobs } from '../../../api/jobs/jobs.ts';
import { smtpMailer } from '../../../api/mail/smtp.ts';
import { openSqlite } from '../../../api/storage/sqlite.ts';
import { club } from '../mail/club.ts';
import { memoryLog } from '../mail/memory-log.ts';

const [file, url] = process.argv.slice(2) as [string, string];
const log = memoryLog();
const storage = openSqlite({ file });
const mailer = smtpMailer({ url, log });
const jobs = createJobs({
  storage,
  mailer,
  log,
  club,
  keys: createKeys('a secret of tests, long enough to be one'),
  clock: { now: () => Date.now() },
  ids: { token: () => randomBytes(32).toString('base64url') },
  publicUrl: 'https://club.example',
});

process.once('SIGTERM', async () => {
  const ended = await jobs.stop(5000);
  mailer.close();
  await storage.close();
  process.send?.({ ended, errors: log.errors() }, () => process.disconnect());
});
process.send?.('ready');
jobs.start();
