import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { simpleParser } from 'mailparser';
import type { OutgoingMail } from '../../../api/domain/ports.ts';
import { folderMailer } from '../../../api/mail/folder.ts';
import { readMailbox } from '../../../api/mail/mailbox.ts';
import { tempDir } from '../../support/temp.ts';

const temp = tempDir();
after(() => temp.remove());
let boxes = 0;
const newBox = () => join(temp.path, `box-${boxes++}`);

const mail = (index: number): OutgoingMail => ({
  from: { name: 'Clüb', address: 'bonjour@club.example' },
  to: `visitor${index}@visitor.example`,
  subject: `Sujet n° ${index}`,
  text: `texte ${index}`,
  html: `<p>texte ${index} é</p>`,
  messageId: `<${index}@club.example>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
});

test('a mailbox that was never written to is empty', async () => {
  assert.deepEqual(await readMailbox(newBox()), []);
});

test('mails are read back as they were sent, newest first', async () => {
  const box = newBox();
  const mailer = folderMailer(box);
  for (let index = 0; index < 12; index++) await mailer.send(mail(index));
  mailer.close();
  const mails = await readMailbox(box);
  assert.deepEqual(
    mails.map(({ to, subject, text, html }) => ({ to, subject, text, html })),
    Array.from({ length: 12 }, (_, index) => {
      const { to, subject, text, html } = mail(11 - index);
      return { to, subject, text, html };
    }),
  );
  assert.equal(new Set(mails.map(({ id }) => id)).size, 12);
  assert.ok(mails.every(({ date }) => Math.abs(Date.now() - date) < 60_000));
});

test('each mail is a message that mail programs can open', async () => {
  const box = newBox();
  await folderMailer(box).send(mail(1));
  const [entry] = await readMailbox(box);
  const file = join(box, `${entry!.id}.eml`);
  const parsed = await simpleParser(await readFile(file), { skipTextToHtml: true });
  assert.equal(parsed.subject, 'Sujet n° 1');
  assert.equal(parsed.messageId, '<1@club.example>');
  assert.equal(parsed.text?.trim(), 'texte 1');
  assert.equal(parsed.headers.get('auto-submitted'), 'auto-generated');
  assert.deepEqual(parsed.from?.value, [{ name: 'Clüb', address: 'bonjour@club.example' }]);
  assert.equal((await stat(file)).mode & 0o077, 0, 'links in mails are for one person');
});

test('a mail that is still being written is not shown', async () => {
  const box = newBox();
  await folderMailer(box).send(mail(1));
  const [name] = (await readdir(box)).filter((one) => one.endsWith('.json'));
  await writeFile(join(box, `.${name}.part`), '{"id":"half');
  assert.equal((await readMailbox(box)).length, 1);
});

test('two writers share a folder', async () => {
  const box = newBox();
  const writers = [folderMailer(box), folderMailer(box)];
  await Promise.all(Array.from({ length: 40 }, (_, index) => writers[index % 2]!.send(mail(index))));
  assert.equal((await readMailbox(box)).length, 40);
});

test('a recipient that is not one plain address is refused here too', async () => {
  const box = newBox();
  await assert.rejects(folderMailer(box).send({ ...mail(1), to: 'a@b.example, evil@e.example' }), {
    kind: 'permanent',
  });
  assert.deepEqual(await readMailbox(box), []);
});

test('a folder that cannot be written to is tried again', async () => {
  const box = newBox();
  await writeFile(box, 'a file where the folder should be');
  const mailer = folderMailer(box);
  await assert.rejects(mailer.send(mail(1)), { name: 'MailError', kind: 'temporary' });
  await rm(box);
  await mailer.send(mail(1));
  assert.equal((await readMailbox(box)).length, 1);
});
