import { Resolver } from 'node:dns/promises';
import { isDomain } from '../domain/badges/domain-name.ts';
import { proofFilePath, proofRecordName, proofRecordValue } from '../domain/badges/domain-proof.ts';
import type { DomainProofs } from '../domain/badges/ports.ts';
import { answeredNo } from './public-host.ts';
import { readWellKnown, type Connect, type SmallText } from './well-known.ts';

export interface DomainProofsOptions {
  /** The club's own origin: we say who we are. */
  publicUrl: string;
  /** Made anew for every look, so that it can be cut off alone. */
  resolver?: () => Pick<Resolver, 'resolveTxt' | 'resolve4' | 'resolve6' | 'resolveNs' | 'cancel'>;
  connect?: Connect;
  /** Milliseconds that one look may take in all. */
  patience?: number;
}

/** `other`: a record of ours that says something else. `silent`: nobody answered, so that it is not known. */
type Recorded = 'there' | 'other' | 'absent' | 'silent';

/**
 * Endings that houses use inside (RFC 6762, appendix G). Under them, and for what is under a domain (a label more than
 * two), our name server may know names that the world does not. Whether one is there must not be told: existing and
 * not, it is `no_answer`.
 */
const inside = /\.(?:local|localdomain|intranet|internal|private|corp|home|lan|arpa)$/;

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
      if (!isDomain(domain)) return 'no_answer';
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
        const isAnswer = site !== 'refused' && site !== 'nowhere' && site !== 'nameless';
        // Asked for a name that leads into our house too, so that the time it takes tells nothing either.
        const isKnown = isAnswer || (await Promise.race([knowsEnding(resolver, domain), late.then(() => false)]));
        if (!isKnown && site !== 'refused') return 'unreachable';
        if (dns === 'other') return 'other_record';
        if (isAnswer) return site;
        return site === 'nameless' && isPublicName(domain) ? 'no_such_name' : 'no_answer';
      } finally {
        clearTimeout(timer);
        end.abort();
      }
    },
  };
}

async function inDns(resolver: Pick<Resolver, 'resolveTxt'>, domain: string, word: string): Promise<Recorded> {
  try {
    const records = await resolver.resolveTxt(proofRecordName(domain));
    // A long text comes in pieces of 255 bytes; records of others stand beside ours.
    const texts = records.map((pieces) => pieces.join('').trim());
    if (texts.includes(proofRecordValue(word))) return 'there';
    // A provider may answer every name with some text. One that nearly says what it should was meant for us.
    const isOurs = (text: string) => text.includes(proofRecordValue('')) || text.includes(word);
    return texts.some(isOurs) ? 'other' : 'absent';
  } catch (error) {
    return answeredNo.has((error as NodeJS.ErrnoException).code) ? 'absent' : 'silent';
  }
}

async function inFile(reading: Promise<SmallText>, word: string): Promise<'there' | Exclude<SmallText, object>> {
  const read = await reading;
  if (typeof read === 'string') return read;
  const lines = read.text.split(/\r\n?|\n/).map((line) => line.trim());
  return lines.includes(word) ? 'there' : 'other_content';
}

function isPublicName(domain: string): boolean {
  return domain.split('.').length === 2 && !inside.test(domain);
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
