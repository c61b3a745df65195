/** The post of the people in a test: what the mail server has for an address. */
import type { ParsedMail } from 'mailparser';
import type { TestSmtp } from './smtp.ts';

/** The newest mail to an address that fits, once it has arrived. */
export async function mailTo(smtp: TestSmtp, email: string, fits: RegExp): Promise<ParsedMail> {
  for (let tries = 0; tries < 200; tries += 1) {
    const mails = await smtp.parsed();
    const mail = mails.findLast(
      ({ to, subject, text }) =>
        [to].flat().some((one) => one?.text.includes(email)) && fits.test(`${subject}\n${text}`),
    );
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${email} with ${fits} arrived.`);
}

/** The six digits that were mailed last. */
export async function mailedCode(smtp: TestSmtp, email: string): Promise<string> {
  const code = /\b\d{6}\b/;
  return code.exec((await mailTo(smtp, email, code)).text!)![0];
}
