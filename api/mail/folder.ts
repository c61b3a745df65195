import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { MailError, type Mailer, type OutgoingMail } from '../domain/ports.ts';
import type { Mail } from './mailbox.ts';
import { assertEnvelope, toMessage } from './message.ts';

/**
 * For the demo: mails land in a folder instead of the world. Each is a real message (`.eml`, opens in any
 * mail program) with what the mailbox page shows beside it (`.json`).
 */
export function folderMailer(dir: string): Mailer {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  let count = 0;
  return {
    async send(mail: OutgoingMail) {
      const message = toMessage(mail);
      try {
        const { envelope, message: eml } = await composer.sendMail(message);
        assertEnvelope(envelope, mail.to);
        const date = Date.now();
        // Names sort by time, then by order of writing.
        const order = String(count++).padStart(6, '0');
        const id = `${String(date).padStart(14, '0')}-${order}-${randomBytes(4).toString('hex')}`;
        const { to, subject, text, html } = mail;
        await mkdir(dir, { recursive: true, mode: 0o700 });
        await write(dir, `${id}.eml`, eml as Buffer);
        await write(dir, `${id}.json`, JSON.stringify({ id, to, subject, date, text, html } satisfies Mail));
      } catch (cause) {
        if (cause instanceof MailError) throw cause;
        throw new MailError('temporary', (cause as NodeJS.ErrnoException).code ?? 'unknown', { cause });
      }
    },
    close: () => composer.close(),
  };
}

/** A reader never sees half a mail: it is written under another name first. */
async function write(dir: string, name: string, content: string | Buffer): Promise<void> {
  const part = join(dir, `.${name}.part`);
  await writeFile(part, content, { mode: 0o600 });
  await rename(part, join(dir, name));
}
