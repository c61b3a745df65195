import { durations, limits, storyLimits } from '../../contract/limits.ts';
import { matchLocale } from '../../contract/locales.ts';
import type { FieldProblem } from '../../contract/codes.ts';
import type { ReportReceipt, ReportRequest } from '../../contract/story.ts';
import { requiredTextProblem } from '../../contract/text.ts';
import { addressKey, parseAddress, suppressionKey, type Address } from '../addresses.ts';
import { DomainError } from '../errors.ts';
import { orderReporterMail } from '../moderation/mails.ts';
import type { Deps, Transaction } from '../ports.ts';
import type { Partner } from '../partners/partner.ts';
import type { Spendable } from '../proofs/challenge.ts';
import { mayWriteToStranger } from '../strangers.ts';
import { findPublic, siteOf } from './read.ts';

type ReportDeps = Pick<Deps, 'storage' | 'clock' | 'ids' | 'keys' | 'club' | 'publicUrl'>;

/** A report whose form, partner, origin and proof were checked. */
export interface ReportInput {
  storyId: string;
  /** On whose page the story was seen; the club's own partner on the club's own pages. */
  partner: Partner;
  request: Omit<ReportRequest, 'partner' | 'goodFaith' | 'proof' | 'website'>;
  ipPrefix: string | null;
  spendable: Spendable;
}

/**
 * Takes a report (DSA article 16): it is kept, and whoever left an address gets a receipt by mail. The number
 * is answered at once, to everybody.
 * @throws {DomainError} not_found, invalid_request, proof_spent
 */
export async function reportStory(deps: ReportDeps, input: ReportInput): Promise<ReportReceipt> {
  const { request, partner } = input;
  const story = await findPublic(deps, input.storyId, siteOf(partner));
  const address = request.email ? parseAddress(request.email) : undefined;
  const errors = problemsOf(request, address);
  if (errors.length > 0) throw new DomainError('invalid_request', { errors });
  const at = deps.clock.now();
  const receipt = newReceipt(deps);
  await deps.storage.write(async (tx) => {
    const { key, expiresAt } = input.spendable;
    if (!(await tx.spend(key, expiresAt))) throw new DomainError('proof_spent');
    // Between the look and now it may have been taken back: then there is nothing left to report.
    const found = await tx.stories.find(input.storyId);
    if (!found) throw new DomainError('not_found');
    const report = {
      receipt,
      storyId: story.id,
      storyVersion: story.version,
      reason: request.reason,
      text: request.text,
      url: request.url,
      partnerId: partner.id,
      name: request.name || null,
      email: request.email || null,
      language: matchLocale(request.language, deps.club.defaultLanguage),
      at,
    };
    const id = await tx.moderation.insertReport(report);
    if (address && (await mayBeMailed(deps, tx, address, at))) {
      await orderReporterMail(deps, tx, { ...report, id }, 'report_receipt', input.ipPrefix);
    }
  });
  return { receipt, at };
}

/** Everything at once. Who reports the abuse of a child need not say who they are. */
function problemsOf(request: ReportInput['request'], address: Address | undefined): FieldProblem[] {
  const errors: FieldProblem[] = [];
  const isNamed = request.reason !== 'child_abuse';
  const nameProblem = requiredTextProblem(request.name ?? '', storyLimits.signature);
  if (nameProblem && (isNamed || request.name)) errors.push({ field: 'name', code: nameProblem });
  if (isNamed && !request.email) errors.push({ field: 'email', code: 'required' });
  else if (request.email && !address) {
    errors.push({ field: 'email', code: request.email.length > limits.email ? 'too_long' : 'email_invalid' });
  }
  if (!isWebAddress(request.url)) errors.push({ field: 'url', code: 'url_invalid' });
  if (request.reason === 'other' && !/\S/.test(request.text)) errors.push({ field: 'text', code: 'required' });
  return errors;
}

/** A moderator will see it as a link, so it must be one that a browser may follow. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text) && new URL(text).username === '';
}

/** Anybody can write anybody's address into this form. */
async function mayBeMailed(deps: ReportDeps, tx: Transaction, address: Address, now: number): Promise<boolean> {
  const key = addressKey(deps.keys, address);
  await tx.lockAddress(key);
  const refusedKey = suppressionKey(deps.keys, address);
  return mayWriteToStranger(await tx.standing(address.canonical, key, refusedKey, now - durations.mailDay), now);
}

// Crockford's letters: none is taken for another, read out over the telephone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Twelve letters, `7K3M-92QX-D40B`: nobody guesses one that is in use. */
export function newReceipt({ ids }: Pick<Deps, 'ids'>): string {
  const bytes = Buffer.from(ids.token(), 'base64url').subarray(0, 12);
  const word = Array.from(bytes, (byte) => letters[byte & 31]).join('');
  return word.replace(/(.{4})(?=.)/g, '$1-');
}
