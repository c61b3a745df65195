/**
 * Sends what the outbox holds. A mail is claimed for two minutes, looked up, written, sent and marked; a
 * process that dies in between lets go by itself and the mail is sent again under the same Message-ID.
 * Any number of processes may do this on one database. Nothing here is awaited by a request.
 */
import { parseAddress, suppressionKey } from '../domain/addresses.ts';
import { MailError, type Deps, type QueuedMail } from '../domain/ports.ts';
import { backOff, giveUpAfter } from './back-off.ts';
import type { MailDeps } from './mails/deps.ts';
import { prepareMail } from './prepare-mail.ts';

export type OutboxDeps = MailDeps & Pick<Deps, 'mailer' | 'log'>;

const minute = 60_000;
const lease = 2 * minute;
/** A mail is not begun unless its lease lasts longer than sending it may take. */
const reserve = minute;
const batch = 10;
const lanes = 5;

type Outcome = 'sent' | 'dropped' | 'refused' | 'put off' | 'left';

/**
 * Sends all mails that are due.
 * @param random for the waits between tries
 * @param signal stops after the mails under way
 * @returns how many were sent
 */
export async function sendOutbox(deps: OutboxDeps, random: () => number, signal?: AbortSignal): Promise<number> {
  const { storage, clock } = deps;
  let sent = 0;
  while (!signal?.aborted) {
    const due = await storage.nextMailAt();
    if (due === undefined || due > clock.now()) break;
    const leaseUntil = clock.now() + lease;
    const orders = await storage.claimMails(clock.now(), leaseUntil, batch);
    const outcomes = await inLanes(orders, async (order): Promise<Outcome> => {
      if (signal?.aborted || clock.now() > leaseUntil - reserve) return 'left';
      return deliver(deps, order, random);
    });
    sent += outcomes.filter((outcome) => outcome === 'sent').length;
    // Not one could be sent or ended: the server is down. The rest wait for the next run, as they are.
    if (outcomes.every((outcome) => outcome === 'put off' || outcome === 'left')) break;
  }
  return sent;
}

/** Works on a few at a time. */
async function inLanes<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** One mail from order to outcome. Never throws: one bad order must not stop the others. */
async function deliver(deps: OutboxDeps, order: QueuedMail, random: () => number): Promise<Outcome> {
  const { storage, mailer, clock, log } = deps;
  const about = { mail: order.id, kind: order.kind, attempts: order.attempts };
  try {
    const mail = await prepareMail(deps, order).catch((error: unknown) => {
      log.error({ ...about, err: error }, 'A mail could not be written. It stays queued, the others go out.');
      return new MailError('temporary', 'not_written');
    });
    if (typeof mail === 'string') {
      log.info({ ...about, reason: mail }, 'A mail is not needed any more. It was not sent.');
      await storage.mailFailed(order.id, clock.now(), `dropped: ${mail}`);
      return 'dropped';
    }
    if (mail instanceof MailError) return await putOff(deps, order, mail.code, random);
    const failure = await mailer.send(mail).then(() => undefined, toMailError);
    if (!failure) {
      await markSent(deps, order);
      return 'sent';
    }
    log.warn({ ...about, code: failure.code, failure: failure.kind }, 'A mail could not be sent.');
    if (failure.kind === 'temporary') return await putOff(deps, order, failure.code, random);
    // This first: if we die in between, the next try finds it and drops the mail.
    if (failure.suppress) await suppress(deps, mail.to, failure.code);
    await storage.mailFailed(order.id, clock.now(), failure.code);
    return 'refused';
  } catch (error) {
    log.error(
      { ...about, err: error },
      'The outbox could not be written. The mail is tried again when its lease ends.',
    );
    return 'left';
  }
}

/** Nobody has this address: it is not written to again, whoever signs it up. */
async function suppress({ storage, keys, clock }: OutboxDeps, recipient: string, code: string): Promise<void> {
  const address = parseAddress(recipient);
  if (!address) return;
  await storage.write((tx) => tx.suppress(suppressionKey(keys, address), `mail ${code}`, clock.now()));
}

function toMailError(error: unknown): MailError {
  return error instanceof MailError ? error : new MailError('temporary', 'unknown', { cause: error });
}

async function putOff(
  { storage, clock, log }: OutboxDeps,
  order: QueuedMail,
  code: string,
  random: () => number,
): Promise<Outcome> {
  const next = clock.now() + backOff(order.attempts, random());
  if (next - order.createdAt <= giveUpAfter) {
    await storage.mailRetry(order.id, next, code);
    return 'put off';
  }
  log.error({ mail: order.id, kind: order.kind, code }, 'A mail could not be sent for three days. It was given up.');
  await storage.mailFailed(order.id, clock.now(), code);
  return 'refused';
}

/** It is out: a database that is busy must not make us send it twice. */
async function markSent({ storage, clock }: OutboxDeps, order: QueuedMail): Promise<void> {
  const mark = () => storage.mailSent(order.id, clock.now());
  await mark().catch(mark).catch(mark);
}
