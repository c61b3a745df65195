/** A club behind a real port whose members have badges in every state, for tests in a browser. */
import type { Browser, Page } from 'puppeteer-core';
import type { AppDeps } from '../../api/http/env.ts';
import { freePorts } from './demo.ts';
import { openTestApp } from './app.ts';
import { changeIssued, endIssued, issueBadge, issueBusinessBadge } from './issued-badges.ts';
import { activate } from '../../api/domain/badges/activate.ts';
import { award } from '../../api/domain/badges/award.ts';
import { newBadgeId } from '../../api/domain/badges/badge-id.ts';
import { serveTestApp } from './server.ts';
import { addMember, signedInMember, signedInStaff } from './session.ts';
import { newPage } from './browser.ts';

export type BadgeClub = Awaited<ReturnType<typeof openBadgeClub>>;

export async function openBadgeClub(overrides: Partial<AppDeps> = {}) {
  const port = await freePorts(1);
  const publicUrl = `http://localhost:${port}`;
  const app = await openTestApp({ publicUrl, mediaOrigin: publicUrl, mode: 'demo', ...overrides });
  const server = await serveTestApp(app, { port });

  const silent = await issueBadge(app);
  const named = await issueBadge(
    app,
    { showsName: true, name: 'Odile Zürcher-Ńguyễn', showsCircle: true },
    { firstName: 'Odile', lastName: 'Zürcher-Ńguyễn' },
  );
  const business = await issueBusinessBadge(app, 'boulangerie-du-klapperstein.example', {
    showsName: true,
    name: 'Boulangerie du Klapperstein',
  });
  const ended = await issueBadge(app, { showsName: true, name: 'Serge' });
  await endIssued(app, ended.publicId);
  // One holder with all that a holder can have.
  const memberId = await addMember(app, { firstName: 'Camille', organisation: 'Atelier Bollwerk' });
  const own = await issueOf(memberId);
  const waiting = await businessOf(memberId, 'atelier-bollwerk.example', {});
  const missing = await businessOf(memberId, 'xn--bcher-kva.example', { status: 'active', missing: true });
  const lost = await businessOf(memberId, 'ancien.example', { status: 'active' });
  await endIssued(app, lost, 'domain_lost');
  await app.deps.storage.write(async (tx) => {
    await tx.badges.insertReport(
      {
        badgeId: business.id,
        reason: 'wrong_site',
        url: 'https://shop.example/about?x=<b>&y="z"',
        text: 'Vu ce matin.\nEn bas de page, à côté des cartes bancaires.',
      },
      app.clock.now(),
    );
  });
  const member = await signedInMember(app, { memberId });
  const staff = await signedInStaff(app);

  async function issueOf(id: number): Promise<string> {
    return app.deps.storage.write(async (tx) => {
      const badge = await award(tx, app.deps, (await tx.findMember(id))!, app.clock.now());
      return badge.publicId;
    });
  }

  async function businessOf(
    id: number,
    domain: string,
    { status, missing: isMissing }: { status?: 'active'; missing?: boolean },
  ): Promise<string> {
    const publicId = newBadgeId(app.deps);
    const circle = app.deps.club.circles[0]!.id;
    const choices = { language: 'fr', circle, showsName: false, showsCircle: false, name: null } as const;
    await app.deps.storage.write(async (tx) => {
      await tx.badges.insert({ publicId, memberId: id, kind: 'business', domain, ...choices }, app.clock.now());
      if (!status) return;
      const badge = (await tx.badges.find(publicId))!;
      const at = app.clock.now();
      await activate(tx, app.deps, badge, at, { provenAt: at, checkedAt: at });
    });
    if (isMissing) await changeIssued(app, publicId, { missingSince: app.clock.now(), checkedAt: app.clock.now() + 1 });
    return publicId;
  }

  /** A page of somebody who is signed in. */
  async function pageOf(browser: Browser, who: 'nobody' | 'member' | 'staff'): Promise<Page> {
    const context = await browser.createBrowserContext();
    const page = await newPage(context);
    const cookies = { member: ['__Host-session', member.token], staff: ['__Host-staff', staff.token] } as const;
    if (who !== 'nobody') {
      const [name, value] = cookies[who];
      await context.setCookie({
        name,
        value,
        domain: 'localhost',
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
      });
    }
    return page;
  }

  return {
    app,
    url: publicUrl,
    ids: {
      silent: silent.publicId,
      named: named.publicId,
      business: business.publicId,
      ended: ended.publicId,
      own,
      waiting,
      missing,
      lost,
    },
    pageOf,
    async close() {
      await server.close();
      await app.remove();
    },
  };
}
