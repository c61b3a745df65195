/** Everything around the outbox, real: a database in a folder, a mail server on loopback, a clock that waits. */
import { randomBytes } from 'node:crypto';
import { parseAddress, suppressionKey } from '../../../api/domain/addresses.ts';
import type { Deps, MailKind, MailOrder, NewMember } from '../../../api/domain/ports.ts';
import type { Partner } from '../../../api/domain/partners/partner.ts';
import { sendOutbox, type OutboxDeps } from '../../../api/jobs/send-outbox.ts';
import { createKeys } from '../../../api/keys.ts';
import { smtpMailer } from '../../../api/mail/smtp.ts';
import { TestClock } from '../../support/clock.ts';
import { newMember } from '../../support/new-member.ts';
import { startSmtp, type Behaviour, type TestSmtp } from '../../support/smtp.ts';
import { openTestStorage } from '../../support/storage.ts';
import { club } from '../mail/club.ts';
import { memoryLog } from '../mail/memory-log.ts';

export const publicUrl = 'https://club.example';

export interface PostOffice {
  deps: OutboxDeps & { clock: TestClock };
  smtp: TestSmtp;
  log: ReturnType<typeof memoryLog>;
  partner: Partner;
  /** The folder of the database. */
  dir: string;
  /** Every token that was ever made. */
  tokens: string[];
  member(status: 'pending' | 'active' | 'left', fields?: Partial<NewMember>): Promise<number>;
  order(kind: MailKind, memberId: number, fields?: Partial<MailOrder>): Promise<MailOrder>;
  /** Is this address, exactly, not written to any more? */
  suppressed(address: string): Promise<boolean>;
  /** Sends what is due. `random` is where in its span a wait falls. */
  send(random?: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a post office with one partner and nobody in it. */
export async function openPostOffice(
  behaviour: Behaviour = {},
  replace: Partial<Pick<Deps, 'mailer'>> = {},
): Promise<PostOffice> {
  const { storage, dir, remove } = await openTestStorage();
  const smtp = await startSmtp(behaviour);
  const clock = new TestClock();
  const log = memoryLog();
  const tokens: string[] = [];
  const ids = {
    token() {
      const token = randomBytes(32).toString('base64url');
      tokens.push(token);
      return token;
    },
  };
  const mailer =
    replace.mailer ?? smtpMailer({ url: smtp.url.replace('//', '//club:secret@'), log, timeout: 500, deadline: 3000 });
  const keys = createKeys('a secret of tests, long enough to be one');
  const deps = { storage, mailer, clock, ids, keys, log, club, publicUrl };
  const partnerId = await storage.insertPartner(
    { slug: 'ville', kind: 'city', name: 'Ville d’Illville', origins: ['https://ville.example'], status: 'active' },
    clock.now(),
  );
  let count = 0;
  return {
    deps,
    smtp,
    log,
    dir,
    tokens,
    partner: (await storage.partnerById(partnerId))!,
    member: (status, fields) => insertMember(deps, partnerId, ++count, status, fields),
    async order(kind, memberId, fields) {
      const order: MailOrder = {
        kind,
        memberId,
        partnerId,
        language: 'fr',
        addressKey: `key-${memberId}`,
        formPrefix: null,
        messageId: `<${randomBytes(8).toString('hex')}@club.example>`,
        createdAt: clock.now(),
        ...fields,
      };
      await storage.write((tx) => tx.enqueueMail(order));
      return order;
    },
    suppressed: (address) =>
      storage.write(async (tx) => {
        const key = suppressionKey(keys, parseAddress(address)!);
        return (await tx.standing('nobody@x.example', '', key, 0)).suppressed;
      }),
    send: (random = 0.5) => sendOutbox(deps, () => random),
    async close() {
      mailer.close();
      await smtp.close();
      await remove();
    },
  };
}

/** A member who ticked nothing and wrote nothing, unless said. */
export async function insertMember(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  partnerId: number,
  count: number,
  status: 'pending' | 'active' | 'left',
  fields: Partial<NewMember> = {},
): Promise<number> {
  const email = fields.email ?? `Visitor.${count}@visitor${count}.example`;
  const now = clock.now();
  return storage.write(async (tx) => {
    const id = await tx.insertMember(newMember(email, now, { firstName: 'Zoé', partnerId, ...fields }));
    if (status !== 'pending') await tx.activate(id, now);
    if (status === 'left') await tx.leave(id, now);
    return id;
  });
}
