import {
  StorageConflictError,
  type AttributionRecord,
  type ConsentRecord,
  type MailOrder,
  type NewMember,
  type TokenPurpose,
  type Transaction,
} from '../domain/ports.ts';
import type { BadgeWrites } from '../domain/badges/ports.ts';
import type { PartnerWrites } from '../domain/partners/ports.ts';
import type { StatisticsWrites } from '../domain/statistics/ports.ts';
import type { WebhookWrites } from '../domain/webhooks/ports.ts';
import type { MediaWrites } from '../domain/media/ports.ts';
import type { ModerationWrites } from '../domain/moderation/ports.ts';
import type { SessionWrites } from '../domain/sessions/ports.ts';
import type { StoryWrites } from '../domain/stories/ports.ts';
import { audit } from './audit.ts';
import { partnerWrites } from './partner-access.ts';
import { statisticsWrites } from './statistics.ts';
import { webhookWrites } from './webhooks.ts';
import { badgeWrites, forgetBadgesOf } from './badges.ts';
import { forgetUploadUsage, mediaWrites, removeMediaOf } from './media.ts';
import { moderationWrites } from './moderation.ts';
import { forgetReporter } from './reports.ts';
import { forgetMemberSessions, sessionWrites } from './sessions.ts';
import { removeStoriesOf, storyWrites } from './stories.ts';
import * as consents from './consents.ts';
import { count } from './counters.ts';
import { findInvitation, takeInvitation } from './invitations.ts';
import * as members from './members.ts';
import { cancelMails, enqueueMail } from './outbox.ts';
import type { Executor } from './query.ts';
import * as standing from './standing.ts';
import * as tokens from './tokens.ts';
import { askForScrub } from './upkeep.ts';

/** What the domain may do inside one transaction: each line hands a call to the entity that knows its SQL. */
export class StorageTransaction implements Transaction {
  readonly #on: Executor;
  readonly sessions: SessionWrites;
  readonly stories: StoryWrites;
  readonly media: MediaWrites;
  readonly moderation: ModerationWrites;
  readonly badges: BadgeWrites;
  readonly partners: PartnerWrites;
  readonly statistics: StatisticsWrites;
  readonly webhooks: WebhookWrites;

  constructor(on: Executor) {
    this.#on = on;
    this.sessions = sessionWrites(on);
    this.stories = storyWrites(on);
    this.media = mediaWrites(on);
    this.moderation = moderationWrites(on);
    this.badges = badgeWrites(on);
    this.partners = partnerWrites(on);
    this.statistics = statisticsWrites(on);
    this.webhooks = webhookWrites(on);
  }

  spend(key: string, expiresAt: number) {
    return tokens.spend(this.#on, key, expiresAt);
  }

  lockAddress(address: string) {
    return standing.lockAddress(this.#on, address);
  }

  standing(address: string, addressKey: string, suppressionKey: string, daySince: number) {
    return standing.readStanding(this.#on, { address, addressKey, suppressionKey, daySince });
  }

  async insertMember(member: NewMember) {
    const id = await members.insertMember(this.#on, member, 'pending', null);
    if (id === undefined) throw new StorageConflictError('unique');
    return id;
  }

  replacePending(id: number, member: NewMember) {
    return members.replaceMember(this.#on, id, member);
  }

  insertActiveMember(member: NewMember, confirmedAt: number) {
    return members.insertMember(this.#on, member, 'active', confirmedAt);
  }

  findMember(id: number) {
    return members.findMember(this.#on, id);
  }

  findMemberByAddress(address: string) {
    return members.findMemberByAddress(this.#on, address);
  }

  async moveMember(id: number, email: string, address: string) {
    if (!(await members.moveMember(this.#on, id, email, address))) return false;
    // The address that was is a trace of the person like any other.
    await askForScrub(this.#on);
    return true;
  }

  activate(id: number, at: number) {
    return members.activateMember(this.#on, id, at);
  }

  async leave(id: number, at: number) {
    const member = await members.findMember(this.#on, id);
    if (!member || !(await members.emptyMember(this.#on, id, at))) return false;
    await cancelMails(this.#on, id, at);
    await consents.anonymiseConsents(this.#on, id);
    await consents.forgetAttribution(this.#on, id);
    await forgetMemberSessions(this.#on, id);
    await removeMediaOf(this.#on, { memberId: id }, at);
    await removeStoriesOf(this.#on, id);
    await forgetUploadUsage(this.#on, id);
    await forgetReporter(this.#on, member);
    await forgetBadgesOf(this.#on, id);
    await askForScrub(this.#on);
    return true;
  }

  setSuspended(id: number, at: number | null) {
    return members.suspendMember(this.#on, id, at);
  }

  async removePending(id: number) {
    if (!(await members.removePendingMember(this.#on, id))) return false;
    await askForScrub(this.#on);
    return true;
  }

  async endNewsletter(id: number, at: number) {
    await members.stopNewsletter(this.#on, id);
    await consents.withdrawNewsletterConsent(this.#on, id, at);
  }

  keepConsentText(hash: string, text: string) {
    return consents.keepConsentText(this.#on, hash, text);
  }

  recordConsent(record: ConsentRecord) {
    return consents.recordConsent(this.#on, record);
  }

  confirmConsents(memberId: number, at: number) {
    return consents.confirmConsents(this.#on, memberId, at);
  }

  withdrawConsents(memberId: number, at: number) {
    return consents.withdrawConsents(this.#on, memberId, at);
  }

  recordAttribution(record: AttributionRecord) {
    return consents.recordAttribution(this.#on, record);
  }

  attributionOf(memberId: number) {
    return consents.attributionOf(this.#on, memberId);
  }

  enqueueMail(order: MailOrder) {
    return enqueueMail(this.#on, order);
  }

  findInvitation(codeHash: string, circle: string, now: number) {
    return findInvitation(this.#on, codeHash, circle, now);
  }

  takeInvitation(id: number) {
    return takeInvitation(this.#on, id);
  }

  insertToken(hash: string, row: { memberId: number; purpose: TokenPurpose; expiresAt: number }) {
    return tokens.insertToken(this.#on, hash, row);
  }

  dropTokens(memberId: number, purpose: TokenPurpose) {
    return tokens.dropTokens(this.#on, memberId, purpose);
  }

  findToken(hash: string) {
    return tokens.findToken(this.#on, hash);
  }

  useToken(hash: string, at: number) {
    return tokens.useToken(this.#on, hash, at);
  }

  count(partnerId: number, delta: number) {
    return count(this.#on, partnerId, delta);
  }

  suppress(suppressionKey: string, reason: string, at: number) {
    return standing.suppress(this.#on, suppressionKey, reason, at);
  }

  unsuppress(suppressionKey: string) {
    return standing.unsuppress(this.#on, suppressionKey);
  }

  audit(action: string, subject: string, at: number, actor?: string) {
    return audit(this.#on, action, subject, at, actor);
  }
}
