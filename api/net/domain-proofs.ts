import { Resolver } from 'node:dns/promises';
import { isDomain } from '../domain/badges/domain-name.ts';
import { proofFilePath, proofRecordName, proofRecordValue } from '../domain/badges/domain-proof.ts';
import type { DomainProofs } from '../domain/badges/ports.ts';
import { answeredNo, readWellKnown, type Connect } from './well-known.ts';

export interface DomainProofsOptions {
  /** The club's own origin: we say who we are. */
  publicUrl: string;
  /** Made anew for every look, so that it can be cut off alone. */
  resolver?: () => Pick<Resolver, 'resolveTxt' | 'resolve4' | 'resolve6' | 'resolveNs' | 'cancel'>;
  connect?: Connect;
  /** Milliseconds that one look may take in all. */
  patience?: number;
}

/** `silent`: nobody answered, so that it is not known. `nowhere`: there is no such name, by what DNS says. */
type Finding = 'there' | 'absent' | 'nowhere' | 'silent';

/**
 * Looks in DNS and on the site at once. Nothing of what is read there is kept, logged or told: only whether our word
 * was in it. There is no file that a demo on this machine could serve under a domain of its own: its badges are
 * seeded as proven.
 */
export function createDomainProofs({
  publicUrl,
  resolver: newResolver = () => new Resolver({ timeout: 1500, tries: 2 }),
  connect,
  patience = 5000,
}: DomainProofsOptions): DomainProofs {
  const userAgent = `ambassador-badge-check (+${publicUrl})`;
  return {
    async look(domain, word) {
      // What is stored is a domain. Should it ever not be, it is asked nothing.
      if (!isDomain(domain)) return 'missing';
      const resolver = newResolver();
      const end = new AbortController();
      const late = new Promise<'silent'>((resolve) => {
        end.signal.addEventListener('abort', () => {
          resolver.cancel();
          resolve('silent');
        });
      });
      const timer = setTimeout(() => end.abort(), patience);
      try {
        const path = proofFilePath;
        const file = inFile(
          readWellKnown({ domain, path, resolver, userAgent, signal: end.signal, ...(connect && { connect }) }),
          word,
        );
        const dns = await Promise.race([inDns(resolver, domain, word), late]);
        if (dns === 'there') return 'dns';
        const site = await file;
        if (site === 'there') return 'file';
        if (dns === 'silent' || site === 'silent') return 'unreachable';
        if (site === 'absent') return 'missing';
        const isKnown = await Promise.race([knowsEnding(resolver, domain), late.then(() => false)]);
        return isKnown ? 'missing' : 'unreachable';
      } finally {
        clearTimeout(timer);
        end.abort();
      }
    },
  };
}

async function inDns(resolver: Pick<Resolver, 'resolveTxt'>, domain: string, word: string): Promise<Finding> {
  try {
    const records = await resolver.resolveTxt(proofRecordName(domain));
    // A long text comes in pieces of 255 bytes; records of others stand beside ours.
    return records.some((pieces) => pieces.join('').trim() === proofRecordValue(word)) ? 'there' : 'absent';
  } catch (error) {
    return answeredNo.has((error as NodeJS.ErrnoException).code) ? 'absent' : 'silent';
  }
}

async function inFile(reading: ReturnType<typeof readWellKnown>, word: string): Promise<Finding> {
  const read = await reading;
  if (typeof read === 'string') return read === 'refused' ? 'absent' : read;
  const lines = read.text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.includes(word) ? 'there' : 'absent';
}

/**
 * Whether a name server that knows no such name knows its ending at least. One of a closed network denies everything
 * that is outside, and its word is worth nothing.
 */
async function knowsEnding(resolver: Pick<Resolver, 'resolveNs'>, domain: string): Promise<boolean> {
  try {
    await resolver.resolveNs(domain.slice(domain.lastIndexOf('.') + 1));
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENODATA';
  }
}
