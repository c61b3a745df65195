/** What of ours stands on the page, and what its policy says. */
import { findAll, ofDocument } from '../internal/dom.ts';
import { parsePolicies, type Policy } from './policy.ts';

/** A script element that asks for one of our files. */
export interface OurScript {
  element: HTMLScriptElement;
  url: URL;
  /** The part of the address that says which release: `1`, `1.2.3`. */
  release: string;
  /** `loader.js`, `kit.fr.js`. */
  file: string;
}

/** What a release is made of, as `manifest.json` beside its files says. */
export interface Release {
  version: string;
  files: Record<string, { integrity: string }>;
}

export interface Scene {
  /** Origin of the club. */
  club: string;
  /** Release of the doctor itself. */
  version: string;
  /** Elements of ours, or what was meant to be one. */
  elements: readonly HTMLElement[];
  /** Frames of ours. */
  frames: readonly HTMLIFrameElement[];
  scripts: readonly OurScript[];
  policies: readonly Policy[];
}

const ours = /^(.*)\/widgets\/(\d[\w.-]*)\/((?:loader|kit|ambassador-|frame)[\w.-]*js)$/;

/**
 * Looks at the page.
 * @param header the policy that the page was sent with, as `pageHeader` has it
 */
export function look(club: string, version: string, header: string | undefined): Scene {
  const all = [...findAll('*')];
  return {
    club,
    version,
    elements: all.filter(
      (element): element is HTMLElement =>
        element.localName.startsWith('ambassador-') && element instanceof HTMLElement,
    ),
    frames: all.filter(
      (element): element is HTMLIFrameElement =>
        element instanceof HTMLIFrameElement && element.src.startsWith(`${club}/embed/`),
    ),
    scripts: all.flatMap((element) => {
      if (!(element instanceof HTMLScriptElement) || !element.src) return [];
      const url = new URL(element.src, location.href);
      const [, , release = '', file = ''] = ours.exec(url.pathname) ?? [];
      return file && url.origin === club ? [{ element, url, release, file }] : [];
    }),
    policies: pagePolicies(header),
  };
}

/** Policies that a browser has told of: since the doctor came, and before where it keeps them. */
const told = new Set<string>();

interface Told {
  originalPolicy: string;
  disposition: string;
}

const keep = ({ originalPolicy, disposition }: Told) => {
  if (disposition === 'enforce' && originalPolicy) told.add(originalPolicy);
};

/** Begins to listen to what the page's policy refuses. Once. */
export function listen(): void {
  addEventListener('securitypolicyviolation', keep, true);
  if (!('ReportingObserver' in globalThis)) return;
  const reports = (list: { body: unknown }[]) => list.forEach(({ body }) => body && keep(body as Told));
  new ReportingObserver(reports as never, { types: ['csp-violation'], buffered: true }).observe();
}

/** The policy that the page was sent with, where its own address may be asked. */
export async function pageHeader(): Promise<string | undefined> {
  try {
    const { headers } = await fetch(ofDocument('URL').replace(/#.*/, ''), { cache: 'force-cache' });
    return headers.get('content-security-policy') ?? undefined;
  } catch {
    // Refused by the very policy: then the browser tells of it, in a moment.
    await pause(50);
    return undefined;
  }
}

/** The page's own policies: in its head, in the header that it came with, and those that have refused something. */
function pagePolicies(header = ''): Policy[] {
  const metas = [...findAll('meta[http-equiv="content-security-policy" i]')];
  const texts = [...told, ...metas.map((meta) => meta.getAttribute('content') ?? ''), ...header.split(',')];
  // The same policy is often known in more than one way, never quite in the same writing.
  return [...new Map(texts.flatMap(parsePolicies).map((policy) => [JSON.stringify([...policy]), policy])).values()];
}

/** Waits so many milliseconds. */
export const pause = (time: number): Promise<unknown> => new Promise((done) => setTimeout(done, time));

/** An element's start tag, as one would write it. */
export function tagOf(element: Element, changes: Readonly<Record<string, string | undefined>> = {}): string {
  const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) attributes.delete(name);
    else attributes.set(name, value);
  }
  const written = [...attributes].map(([name, value]) =>
    value ? ` ${name}="${value.replace(/"/g, '&quot;')}"` : ` ${name}`,
  );
  return `<${element.localName}${written.join('')}>`;
}

/** Origin of the API that an element talks to. */
export function apiOf(element: Element, club: string): string {
  const api = element.getAttribute('api');
  return api && URL.canParse(api) ? new URL(api).origin : club;
}

/** A selector that finds an element, short and readable. */
export function selectorOf(element: Element): string {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const [first] = element.classList;
  if (element.localName.startsWith('ambassador-')) return element.localName;
  return first ? `${element.localName}.${CSS.escape(first)}` : element.localName;
}
