/** What the tests of hostile pages share: the public widgets as a page writes them, one browser, two origins. */
import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Manifest } from '../../widgets/build.ts';
import { launchBrowser } from '../support/browser.ts';
import { builtWidgets, type BuiltWidgets } from '../support/built.ts';
import { badgeId, twoOrigins, type TwoOrigins } from './club-server.ts';
import { visit, type Visit } from './visit.ts';

export const counter =
  '<ambassador-counter partner="ville"><a href="https://club.example/">200 membres</a></ambassador-counter>';
export const signup =
  '<ambassador-signup partner="ville" open><a href="https://club.example/join">Devenir ambassadeur</a></ambassador-signup>';
/** The same, as it waits for a press. */
export const closedSignup = signup.replace(' open', '');
// Empty, so that the stories need not wait until their room is out of view.
export const testimonials = '<ambassador-testimonials partner="ville" autoplay></ambassador-testimonials>';
export const quoted = testimonials.replace('><', '><blockquote>Une ville qui se relève.</blockquote><');
export const badge = `<ambassador-badge badge="${badgeId}"><a href="https://club.example/b/${badgeId}">Ambassadrice</a></ambassador-badge>`;
export const storyForm =
  '<ambassador-story-form partner="ville" compact><a href="https://club.example/stories/new">Raconter</a></ambassador-story-form>';
/** Every public widget that shows itself without a person. */
export const all = counter + signup + testimonials + badge;
/** Every public widget, with something of the page's between the tags. */
export const fallbacks = counter + closedSignup + quoted + badge + storyForm;
export const tags = [
  'ambassador-counter',
  'ambassador-signup',
  'ambassador-testimonials',
  'ambassador-badge',
  'ambassador-story-form',
];

export const loader = '<script type="module" src="{{club}}/widgets/1/loader.js"></script>';
export const html = (body: string, head = loader): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;

/** A policy that lets in nothing but the club's scripts and answers. */
export const strict =
  "default-src 'none'; script-src {{club}}; connect-src {{club}}; img-src 'none'; style-src 'none'; base-uri 'none'; form-action 'none'";

/** One browser and two origins, for the tests of one file. */
export interface HostilePages {
  browser: Browser;
  two: TwoOrigins;
  manifest: Manifest;
  /** Opens a page with that body; the one before it is closed. */
  open(body: string, headers?: Record<string, string>, head?: string): Promise<Visit>;
  /** Opens what stands at a path of the host's origin already. */
  visit(path?: string, options?: Parameters<typeof visit>[2]): Promise<Visit>;
}

/** Call at the top of a file; everything is there when its tests run. */
export function hostilePages(): HostilePages {
  let built: BuiltWidgets;
  let visited: Visit | undefined;
  const pages = {
    async open(body, headers = {}, head) {
      pages.two.page('/', html(body, head), headers);
      return pages.visit();
    },
    async visit(path = '/', options) {
      await visited?.close();
      visited = await visit(pages.browser, pages.two.host + path, options);
      return visited;
    },
  } as HostilePages;

  before(async () => {
    built = await builtWidgets();
    pages.manifest = built.manifest;
    pages.two = await twoOrigins(built.folder);
    pages.browser = await launchBrowser();
  });
  beforeEach(async () => {
    await visited?.close();
    visited = undefined;
    pages.two.asked.length = 0;
    pages.two.rewrite = (_name, code) => code;
    pages.two.intercept = () => false;
  });
  after(async () => {
    await pages.browser?.close();
    await pages.two?.close();
    built?.remove();
  });
  return pages;
}

/** Waits until every widget of `all` shows what it is there for, as a visitor reads it. */
export async function allDrawn(page: Visit): Promise<void> {
  await page.untilDrawn('ambassador-counter');
  await page.untilDrawn('ambassador-signup', 'form');
  assert.match(await page.drawn('ambassador-counter'), /237/);
  assert.match(await page.drawn('ambassador-signup', 'form'), /Habitants/i);
  // Where the carousel stands is drawn once it has been laid out.
  await page.untilDrawn('ambassador-testimonials', '.controls:not(.idle)');
  assert.match(await page.drawn('ambassador-testimonials'), /1–\d \/ 5[^]*Odile/i);
  // The page may have bent what its document answers.
  await page.page.evaluate(`Document.prototype.querySelector.call(document, 'ambassador-badge').scrollIntoView()`);
  await page.untilDrawn('ambassador-badge', '.chip');
  assert.match(await page.drawn('ambassador-badge'), /Badge valable/i);
}

/** Whether what the page has between the tags of every widget of `fallbacks` is what a visitor sees. */
export async function allFallbacks(page: Visit): Promise<void> {
  for (const tag of tags) assert.ok(await page.fallbackShows(tag), `the fallback of <${tag}>`);
}
