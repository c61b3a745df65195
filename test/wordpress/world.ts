/** What the tests of the plugin share: the club, the site, a browser, and an editor who may not write unfiltered HTML. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.ts';
import { openClub, type Club } from './club.ts';
import { startWordPress, type Site } from './site.ts';

export const plugin = 'ambassador-widgets/ambassador-widgets.php';
export const badge = 'Y7pFaiESNNFfzyanQw2T1E';

export interface World {
  club: Club;
  site: Site;
  browser: Browser;
  /** Saves a post as the editor, through the REST API, and answers the address that it is published at. */
  publish(content: string): Promise<string>;
  /** Writes the plugin's option as it is stored. */
  set(settings: Record<string, unknown>): void;
  /** What somebody stores who chose nothing but the club and the partner. */
  usual(): { club: string; partner: string; script: string };
  /** A page of the administration, opened by somebody who signed in; what it complains of is kept. */
  open(user: 'admin' | 'editor', address: string): Promise<{ page: Page; complaints: string[] }>;
  close(): Promise<void>;
}

const zip = join(import.meta.dirname, '../../dist/wordpress/ambassador-widgets.zip');

export const read = async (url: string): Promise<string> => (await fetch(url)).text();

/** A page without what is around its content, and without what versions of WordPress do differently. */
export const content = (html: string): string =>
  /<main>(.*)<\/main>/s.exec(html)![1]!.trim().replace(/\n+/g, '\n').replaceAll(' decoding="async"', '');

export const scripts = (html: string): string[] => html.match(/<script\b[^>]*>/g) ?? [];

/** What PHP and WordPress complain of that has to do with the plugin; WordPress's own age shows in the rest. */
export const complaintsIn = (log: string): string[] =>
  log.split('\n').filter((line) => /ambassador[-_]widgets|incorrectly/i.test(line));

export async function openWorld(): Promise<World> {
  const club = await openClub();
  const undo: (() => Promise<void>)[] = [() => club.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const site = await startWordPress(zip, club.port);
    undo.push(() => site.close());
    // WordPress's own pages ask for pictures and fonts elsewhere: there is no elsewhere.
    const browser = await launchBrowser({ args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'] });
    undo.push(() => browser.close());
    const password = site.php<string>(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php';
      $problem = activate_plugin( '${plugin}' );
      if ( $problem ) { throw new Exception( $problem->get_error_message() ); }
      $id = wp_insert_user( array( 'user_login' => 'editor', 'user_pass' => 'secret-of-editor', 'role' => 'editor' ) );
      return WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'test' ) )[0];`);
    const authorization = `Basic ${Buffer.from(`editor:${password}`).toString('base64')}`;
    return {
      club,
      site,
      browser,
      close,
      async publish(text) {
        const response = await fetch(`${site.origin}/?rest_route=/wp/v2/posts`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ title: 'A post', status: 'publish', content: text }),
        });
        const post = (await response.json()) as { id: number; message?: string };
        assert.equal(response.status, 201, post.message);
        return `${site.origin}/?p=${post.id}`;
      },
      set(settings) {
        site.php(`return update_option( 'ambassador_widgets', json_decode( '${JSON.stringify(settings)}', true ) );`);
      },
      usual: () => ({ club: club.url, partner: club.partner, script: 'evergreen' }),
      open: (user, address) => signIn(browser, site.origin, user, address),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function signIn(browser: Browser, origin: string, user: string, address: string) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (
      message.type() === 'error' &&
      !/ERR_NAME_NOT_RESOLVED|favicon/.test(`${message.text()} ${message.location().url}`)
    )
      complaints.push(message.text());
  });
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${origin}/wp-login.php`);
  await page.$eval('#user_login', (field, name) => ((field as HTMLInputElement).value = name), user);
  await page.$eval('#user_pass', (field, word) => ((field as HTMLInputElement).value = word), `secret-of-${user}`);
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  await page.goto(`${origin}/wp-admin/${address}`, { waitUntil: 'domcontentloaded' });
  return { page, complaints };
}
