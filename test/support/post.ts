/** Sends what the outbox of a test application holds, into a list instead of the world. */
import type { OutgoingMail } from '../../api/domain/ports.ts';
import { sendOutbox } from '../../api/jobs/send-outbox.ts';
import type { TestApp } from './app.ts';

/** Every mail that is due now. */
export async function deliver({ deps }: Pick<TestApp, 'deps'>): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = [];
  const mailer = { send: async (mail: OutgoingMail) => void mails.push(mail), close() {} };
  await sendOutbox({ ...deps, mailer }, () => 0.5);
  return mails;
}

/** The token of the link to `path` in a mail, as the person who got it would follow it. */
export function tokenIn(mail: OutgoingMail | undefined, path: string): string {
  for (const [link] of mail?.text.matchAll(/https?:\/\/\S+/g) ?? []) {
    const url = new URL(link);
    const token = url.searchParams.get('token');
    if (url.pathname === path && token) return token;
  }
  throw new Error(`no link to ${path} in the mail "${mail?.subject}"`);
}
