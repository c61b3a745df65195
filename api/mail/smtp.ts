import { createTransport, type NodemailerError } from 'nodemailer';
import { isLoopback } from '../domain/hosts.ts';
import { MailError, type Log, type Mailer, type OutgoingMail } from '../domain/ports.ts';
import { readFailure } from './failure.ts';
import { assertEnvelope, toMessage } from './message.ts';

export interface SmtpOptions {
  /** `smtps://user:password@host`, or `smtp://` for STARTTLS, or a relay on this machine. */
  url: string;
  log: Log;
  /** Longest wait for a connection, a greeting, an answer or a name, in milliseconds. */
  timeout?: number;
  /** Longest time for one mail, whatever the server does, in milliseconds. */
  deadline?: number;
}

/** How many mails are under way at once. */
const connections = 5;

/** Says again that the server refuses us at most this often. */
const reminder = 60_000;

/** What the library is told; parameters in the address (`?requireTLS=false`) are the operator's last word. */
export function transportOptions(url: string, timeout: number) {
  return {
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 100,
    // Retries are the outbox's: one more connection only, for a server that closed an idle one.
    maxRequeues: 1,
    idleTimeout: timeout,
    // The library's own waits are minutes.
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    socketCloseTimeout: 1000,
    requireTLS: travelsInClear(url),
  } as const;
}

/**
 * Without this, whoever sits on the line removes STARTTLS from the server's offer and reads the password and
 * every link. An address that we cannot read is one of another machine.
 */
function travelsInClear(url: string): boolean {
  return url.startsWith('smtp:') && !(URL.canParse(url) && isLoopback(new URL(url).hostname));
}

/** Sends mails through a mail server, over a few connections that stay open while there is work. */
export function smtpMailer({ url, log, timeout = 10_000, deadline = 30_000 }: SmtpOptions): Mailer {
  const transport = createTransport(transportOptions(url, timeout));
  transport.use('stream', (mail, done) => {
    try {
      const asked = mail.data.envelope as { to: [string] };
      assertEnvelope(mail.message.getEnvelope(), asked.to[0]);
      done();
    } catch (error) {
      done(error as NodemailerError);
    }
  });

  let reminded = -Infinity;
  const remind = (error: MailError) => {
    if (performance.now() - reminded < reminder) return;
    reminded = performance.now();
    log.error(
      { code: error.code },
      'The mail server is unknown or refuses this club, not a recipient. Check SMTP_URL and the sender in ' +
        'club.json: the server may want a log-in, block our address, or not encrypt in a way ' +
        'that we can trust. No mail is lost: they stay queued and are tried again.',
    );
  };

  return {
    async send(mail: OutgoingMail) {
      // Socket time-outs do not notice a server that sends a byte now and then; a deadline does.
      const signal = AbortSignal.timeout(deadline);
      try {
        const info = await transport.sendMail({ ...toMessage(mail), signal });
        if (info.rejected.length > 0) throw new MailError('temporary', 'not_accepted');
      } catch (cause) {
        const { error, ours } = readFailure(cause);
        if (ours) remind(error);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
