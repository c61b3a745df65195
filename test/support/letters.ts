/** The post of the people in a test: what the mail server has for an address. */
import type { ParsedMail } from 'mailparser';
import { until } from './until.ts';
import type { TestSmtp } from './smtp.ts';

/** The newest mail to an address that fits, once it has arrived. */
export async function mailTo(smtp: TestSmtp, email: string, fits: RegExp): Promise<ParsedMail> {
  const isTheirs = ({ to, subject, text }: ParsedMail) =>
    [to].flat().some((one) => one?.text.includes(email)) && fits.test(`${subject}\n${text}`);
  const others = () => smtp.arrivals.map(({ recipients }) => recipients).join(', ');
  return until(
    async () => (await smtp.parsed()).findLast(isTheirs),
    () => `no mail to ${email} with ${fits} arrived. There are mails to: ${others()}.`,
    100,
  );
}

/** The six digits that were mailed last. */
export async function mailedCode(smtp: TestSmtp, email: string): Promise<string> {
  const code = /\b\d{6}\b/;
  return code.exec((await mailTo(smtp, email, code)).text!)![0];
}
