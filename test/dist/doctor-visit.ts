import type { Browser, Page } from 'puppeteer-core';
import type { Advice, Report } from '../../widgets/doctor/finding.ts';
import { newPage } from '../support/browser.ts';
import { until } from '../support/until.ts';

/** What the doctor showed on a page: code and line of each finding, in its panel. */
export interface Diagnosis {
  page: Page;
  findings: { code: string; title: string; where: string; line: string }[];
  /** The line of the first finding of a code. */
  line(code: string): string;
  codes: string[];
  status: string;
  /** What is said to be in order. */
  well: string[];
  /** Lines of the console. */
  console: string[];
  close(): Promise<void>;
}

/** Opens a page with `?ambassador-doctor`, as a webmaster does, and reads the panel when it has looked. */
export async function diagnose(
  browser: Browser,
  url: string,
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Diagnosis> {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => lines.push(`uncaught: ${String(error)}`));
  await prepare(page);
  await page.goto(`${url}?ambassador-doctor=fr`, { waitUntil: 'load' });
  // By hand: puppeteer's own waiting does not survive a polluted Object.prototype.
  const shown = await until(
    () => page.evaluate(readPanel),
    () => `the doctor shows nothing. The console: ${lines.join(' | ') || 'silent'}`,
  );
  return {
    page,
    ...shown,
    codes: shown.findings.map(({ code }) => code),
    line: (code) => {
      const found = shown.findings.find((finding) => finding.code === code);
      if (!found) throw new Error(`No finding "${code}" among: ${shown.findings.map((one) => one.code).join(', ')}`);
      return found.line;
    },
    console: lines,
    close: () => context.close(),
  };
}

function readPanel() {
  const root = Document.prototype.querySelector.call(document, '[data-ambassador-doctor]')?.shadowRoot;
  const text = (element: Element | null | undefined) => element?.textContent ?? '';
  const main = root?.querySelector('main');
  if (!root || !main?.childElementCount) return undefined;
  return {
    status: text(root.querySelector('[role=status]')),
    findings: [...main.querySelectorAll('article')].map((article) => ({
      code: article.getAttribute('data-code') ?? '',
      title: text(article.querySelector('h3')),
      where: text(article.querySelector('.where')),
      line: text(article.querySelector('code')),
    })),
    well: [...main.querySelectorAll('li')].map((item) => text(item)),
  };
}

/** Calls `doctor()` of a module on the page, and answers with what it says. */
export function callDoctor(page: Page, module: string): Promise<Report & { findings: Advice[] }> {
  return page.evaluate(async (address) => ((await import(address)) as { doctor(): Promise<never> }).doctor(), module);
}
