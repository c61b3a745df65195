/** A club whose businesses' domains say what a test wants them to say. */
import { checkDomain } from '../../../../api/domain/badges/check-domain.ts';
import { recheckDomains } from '../../../../api/domain/badges/recheck-domains.ts';
import type { DomainProofs } from '../../../../api/domain/badges/ports.ts';
import type { OpenStorage } from '../../../../api/storage/index.ts';
import { openTestStorage } from '../../../support/storage.ts';
import { rows, type Row } from '../../../support/tables.ts';
import { memoryLog } from '../../../support/app.ts';
import { beginLife, day, type Life } from './life.ts';

type Found = Awaited<ReturnType<DomainProofs['look']>>;

export type Domains = Awaited<ReturnType<typeof openDomains>>;

/** What another process of the same club has of its own. */
export function domainDeps(life: Pick<Life, 'deps'>, storage: OpenStorage, look: DomainProofs['look']) {
  const log = memoryLog();
  return { ...life.deps, storage, log, domainProofs: { look } };
}

export async function openDomains() {
  const store = await openTestStorage();
  const life = await beginLife(store.storage);
  /** By domain; what is not in it was found nowhere. */
  const says = new Map<string, Found>();
  const looked: string[] = [];
  /** Happens while we look. */
  const during = { look: async (_domain: string) => {} };
  const deps = domainDeps(life, store.storage, async (domain) => {
    looked.push(domain);
    // A look takes its time: were a transaction open meanwhile, this one would wait for ever.
    await store.storage.write(async () => {});
    await during.look(domain);
    return says.get(domain) ?? 'nothing_there';
  });
  const mails = (): Row[] => rows(store.dir, 'outbox').filter(({ kind }) => String(kind).startsWith('badge_domain'));
  return {
    ...life,
    deps,
    dir: store.dir,
    log: deps.log,
    says,
    looked,
    during,
    recheck: () => recheckDomains(deps),
    check: (memberId: number, publicId: string) => checkDomain(deps, { memberId }, publicId),
    /** The hourly job, for so many days. */
    async pass(days: number) {
      for (let hour = 0; hour < days * 24; hour += 1) {
        life.clock.advance(day / 24);
        await recheckDomains(deps);
      }
    },
    /** What was told to holders about domains, in order. */
    told: () => mails().map(({ kind, subject_id: subject }) => `${kind}:${subject}`),
    remove: () => store.remove(),
  };
}
