/** Somebody of a partner's in a browser of their own, signed in by the six digits of the mail. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { durations } from '../../api/contract/limits.ts';
import type { TestDemo } from './demo.ts';
import { follow } from './hand.ts';
import { mailedCode } from './letters.ts';
import { openWatched, type Watched } from './watched.ts';

/** Opens what is theirs, and says on the way who they are. */
export async function arriveAtPartner(demo: TestDemo, browser: Browser, email: string): Promise<Watched> {
  const watched = await openWatched(browser, demo);
  const { page } = watched;
  await page.goto(`${demo.club}/partner?lang=fr`);
  await page.type('#email', email);
  // A person is not quicker than the club takes for a machine.
  await delay(durations.minimumFill + 100);
  await follow(page, 'form .button');
  await page.type('#code', await mailedCode(demo.smtp, email));
  await follow(page, 'form .button');
  return watched;
}
