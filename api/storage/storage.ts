import type { PurgeBefore, Storage, Transaction } from '../domain/ports.ts';
import type { NewPartner, PartnerStatus } from '../domain/partners/partner.ts';
import type { BadgeReads } from '../domain/badges/ports.ts';
import type { ExportReads } from '../domain/exports/ports.ts';
import type { PartnerReads } from '../domain/partners/ports.ts';
import type { StatisticsReads } from '../domain/statistics/ports.ts';
import type { WebhookReads } from '../domain/webhooks/ports.ts';
import type { MediaReads } from '../domain/media/ports.ts';
import type { ModerationReads } from '../domain/moderation/ports.ts';
import type { SessionReads } from '../domain/sessions/ports.ts';
import type { StoryReads } from '../domain/stories/ports.ts';
import { badgeReads } from './badges.ts';
import { exportReads } from './exports.ts';
import { partnerReads } from './partner-access.ts';
import { statisticsReads } from './statistics.ts';
import { webhookReads } from './webhooks.ts';
import { mediaReads } from './media.ts';
import { moderationReads } from './moderation.ts';
import { sessionReads } from './sessions.ts';
import { storyReads } from './stories.ts';
import { attributionOf } from './consents.ts';
import { readCounts } from './counters.ts';
import { insertInvitation } from './invitations.ts';
import { findMember } from './members.ts';
import * as outbox from './outbox.ts';
import * as partners from './partners.ts';
import { purge } from './purge.ts';
import { query, type Engine } from './query.ts';
import { findToken } from './tokens.ts';
import { StorageTransaction } from './transaction.ts';

/** The storage with what only the program's start and its command line need: the shape of the tables. */
export interface OpenStorage extends Storage {
  /** Brings the tables up to date. Answers what was done. Two processes may call it at once. */
  migrate(): Promise<string[]>;
  /** What `migrate` would do. The caller decides whether to refuse to start. */
  pending(): Promise<string[]>;
}

const one = query()((db) => db.selectFrom('counter').select('members').limit(1));

/** The port, on any engine that runs our queries. */
export class EngineStorage implements OpenStorage {
  readonly #engine: Engine;
  readonly sessions: SessionReads;
  readonly stories: StoryReads;
  readonly media: MediaReads;
  readonly moderation: ModerationReads;
  readonly badges: BadgeReads;
  readonly access: PartnerReads;
  readonly statistics: StatisticsReads;
  readonly webhooks: WebhookReads;
  readonly exports: ExportReads;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.sessions = sessionReads(engine.read);
    this.stories = storyReads(engine.read);
    this.media = mediaReads(engine.read);
    this.moderation = moderationReads(engine.read);
    this.badges = badgeReads(engine.read);
    this.access = partnerReads(engine.read);
    this.statistics = statisticsReads(engine.read);
    this.webhooks = webhookReads(engine.read);
    this.exports = exportReads(engine.read);
  }

  get engine() {
    return this.#engine.name;
  }

  write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#engine.write((on) => work(new StorageTransaction(on)));
  }

  partnerBySlug(slug: string) {
    return partners.partnerBySlug(this.#engine.read, slug);
  }

  partnerById(id: number) {
    return partners.partnerById(this.#engine.read, id);
  }

  partners() {
    return partners.allPartners(this.#engine.read);
  }

  insertPartner(partner: NewPartner, at: number) {
    return this.#engine.write((on) => partners.insertPartner(on, partner, at));
  }

  setPartnerStatus(slug: string, status: PartnerStatus) {
    return this.#engine.write((on) => partners.setPartnerStatus(on, slug, status));
  }

  setPartnerOrigins(slug: string, origins: string[]) {
    return this.#engine.write((on) => partners.setPartnerOrigins(on, slug, origins));
  }

  insertInvitation(codeHash: string, circle: string, places: number, expiresAt: number | null, at: number) {
    return this.#engine.write((on) => insertInvitation(on, { codeHash, circle, places, expiresAt, at }));
  }

  memberById(id: number) {
    return findMember(this.#engine.read, id);
  }

  async originOf(memberId: number) {
    return (await attributionOf(this.#engine.read, memberId))?.pageOrigin ?? undefined;
  }

  tokenByHash(hash: string) {
    return findToken(this.#engine.read, hash);
  }

  counts(partnerId?: number) {
    return readCounts(this.#engine.read, partnerId);
  }

  claimMails(now: number, leaseUntil: number, max: number) {
    return this.#engine.write((on) => outbox.claimMails(on, now, leaseUntil, max));
  }

  mailSent(id: number, at: number) {
    return this.#engine.write((on) => outbox.mailSent(on, id, at));
  }

  mailRetry(id: number, nextAttemptAt: number, error: string) {
    return this.#engine.write((on) => outbox.mailRetry(on, id, nextAttemptAt, error));
  }

  mailFailed(id: number, at: number, error: string) {
    return this.#engine.write((on) => outbox.mailFailed(on, id, at, error));
  }

  nextMailAt() {
    return outbox.nextMailAt(this.#engine.read);
  }

  purge(now: number, before: PurgeBefore) {
    return purge(this.#engine, now, before);
  }

  async ping() {
    await this.#engine.read.get(one, {});
  }

  migrate() {
    return this.#engine.migrate();
  }

  pending() {
    return this.#engine.pending();
  }

  close() {
    return this.#engine.close();
  }
}
